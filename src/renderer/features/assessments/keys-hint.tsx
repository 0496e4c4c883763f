import { Trans, useTranslation } from 'react-i18next'
import { useSingleKeys } from '#renderer/ui/single-keys.ts'

/** Names the key that shows all keys, and shows them when pressed. */
export function KeysHint({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useTranslation('assessments')
  const hasSingleKeys = useSingleKeys()
  return (
    <button type="button" className="keys-hint" aria-haspopup="dialog" onClick={onKeys}>
      {hasSingleKeys ? <Trans t={t} i18nKey="head.keys" components={{ key: <kbd /> }} /> : t('head.keyboard')}
    </button>
  )
}
