import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { CopyCode } from './copy-code.tsx'
import { groupsOf, isLastGroup } from './recovery-groups.ts'

/** Shows the recovery code once, and lets nobody past who has not written it down. */
export function RecoveryCode({ code, onConfirmed }: { readonly code: string; readonly onConfirmed: () => void }) {
  const { t } = useTranslation('vault')
  const heading = useRef<HTMLHeadingElement>(null)
  const [typed, setTyped] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const confirm = () => {
    if (isLastGroup(code, typed)) onConfirmed()
    else setHasFailed(true)
  }
  return (
    <form
      className="unlock-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t('recovery.title')}
      </h2>
      <p>{t('recovery.lead')}</p>
      <ol className="recovery" aria-label={t('recovery.label')}>
        {groupsOf(code).map((group, index) => (
          <li key={`${index}-${group}`}>{group}</li>
        ))}
      </ol>
      <CopyCode code={code} />
      <TextField
        label={t('recovery.last')}
        hint={t('recovery.lastHint')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setHasFailed(false)
        }}
        error={hasFailed ? t('recovery.notTyped') : undefined}
      />
      <Notice tone="warning" title={t('recovery.warning')} />
      <div className="form-actions">
        <Button type="submit" look="primary">
          {t('recovery.written')}
        </Button>
      </div>
    </form>
  )
}
