// What is unusual about the open vault, above every screen: it cannot be changed, or the clock stands before its last change.
import { useTranslation } from 'react-i18next'
import type { VaultState } from '#shared/contract/vault.ts'
import { Notice } from '#renderer/ui/notice.tsx'

export function VaultNotices({ vault }: { readonly vault: VaultState }) {
  const { t } = useTranslation('frame')
  return (
    <>
      {vault.isReadOnly ? (
        <Notice tone="warning" title={t('notices.readOnly')}>
          {t('notices.readOnlyText')}
        </Notice>
      ) : null}
      {vault.isClockBehind ? (
        <Notice tone="warning" title={t('notices.clock')}>
          {t('notices.clockText')}
        </Notice>
      ) : null}
    </>
  )
}
