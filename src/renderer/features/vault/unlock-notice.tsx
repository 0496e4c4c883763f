import { useTranslation } from 'react-i18next'
import { Notice } from '#renderer/ui/notice.tsx'
import type { UnlockNote } from './unlock-note.ts'

/** Why the vault is locked, and what became of what was typed. */
export function UnlockNotice({ note }: { readonly note: UnlockNote }) {
  const { t } = useTranslation('vault')
  switch (note) {
    case 'locked':
      return <Notice tone="good" title={t('locked.plain')} />
    case 'locked-idle':
      return <Notice tone="good" title={t('locked.idle')} />
    case 'locked-screen':
      return <Notice tone="good" title={t('locked.screen')} />
    case 'locked-suspend':
      return <Notice tone="good" title={t('locked.suspend')} />
    case 'locked-unsaved':
      return (
        <Notice tone="info" title={t('locked.unsaved')}>
          <p>{t('locked.unsavedText')}</p>
        </Notice>
      )
    case 'locked-held':
      return (
        <Notice tone="warning" title={t('locked.held')} isUrgent>
          <p>{t('locked.heldText')}</p>
        </Notice>
      )
    // Only this window locks its vault. Locked without it means that the engine had stopped and a new one answered.
    case 'vault-locked':
    case 'engine-stopped':
      return (
        <Notice tone="warning" title={t('locked.engine')} isUrgent>
          <p>{t('locked.engineText')}</p>
        </Notice>
      )
  }
}
