import { useTranslation } from 'react-i18next'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { momentText } from './backup-words.ts'

/** On Home: what is wrong with the backups, in one notice, or nothing. */
export function BackupReminder({ onSettings }: { readonly onSettings: () => void }) {
  const { t } = useTranslation('backups')
  const query = useQuery('backups.overview', {})
  if (query.state !== 'ready') return null
  const { failure, isCopyDue, place } = query.value
  const actions = (
    <Button isSmall onClick={onSettings}>
      {t('reminder.look')}
    </Button>
  )
  if (failure !== null) {
    return (
      <Notice tone="warning" title={t('reminder.failed')} actions={actions}>
        <p>{inPageLanguage(failure)}</p>
      </Notice>
    )
  }
  if (!isCopyDue) return null
  const title =
    place === null
      ? t('reminder.oneDisk')
      : place.lastCopyAt === null
        ? t('reminder.neverCopied', { label: place.label })
        : t('reminder.lastCopy', { label: place.label, moment: momentText(place.lastCopyAt) })
  const next = place === null ? t('reminder.oneDiskText') : t('reminder.connect')
  return (
    <Notice tone="info" title={title} actions={actions}>
      <p>{next}</p>
    </Notice>
  )
}
