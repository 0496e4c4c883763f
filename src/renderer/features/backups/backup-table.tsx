import { useTranslation } from 'react-i18next'
import type { BackupSummary } from '#shared/contract/backups.ts'
import { Button } from '#renderer/ui/button.tsx'
import { sizeText } from '#renderer/ui/size-text.ts'
import { contentText, momentText } from './backup-words.ts'

interface BackupTableProps {
  readonly backups: readonly BackupSummary[]
  readonly onTest?: (backup: BackupSummary) => void
  readonly onRestore: (backup: BackupSummary) => void
}

/** Backups, newest first. */
export function BackupTable({ backups, onTest, onRestore }: BackupTableProps) {
  const { t } = useTranslation('backups')
  return (
    <table className="table">
      <caption className="visually-hidden">{t('table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.made')}</th>
          <th scope="col">{t('table.content')}</th>
          <th scope="col">{t('table.size')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('table.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.id}>
            <th scope="row">
              {momentText(backup.madeAt)}
              <span className="table-second">{backup.reason === null ? t('table.earlierVersion') : t(`reasons.${backup.reason}`)}</span>
            </th>
            <td>{contentText(backup)}</td>
            <td className="backup-size">{sizeText(backup.sizeBytes)}</td>
            <td className="table-action">
              {onTest === undefined ? null : (
                <Button
                  isSmall
                  look="quiet"
                  aria-label={t('table.testOne', { moment: momentText(backup.madeAt) })}
                  onClick={() => onTest(backup)}
                >
                  {t('table.test')}
                </Button>
              )}
              <Button isSmall aria-label={t('table.restoreOne', { moment: momentText(backup.madeAt) })} onClick={() => onRestore(backup)}>
                {t('table.restore')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
