import { useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from './text-field.tsx'

/** A passphrase, hidden until its writer wants to see it. */
export function SecretField(props: ComponentProps<typeof TextField>) {
  const { t } = useTranslation('controls')
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="secret">
      <TextField {...props} type={isShown ? 'text' : 'password'} />
      <label className="check secret-show">
        <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
        <span>{t('showTyped')}</span>
      </label>
    </div>
  )
}
