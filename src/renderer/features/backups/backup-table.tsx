import type { BackupSummary } from '#shared/contract/backups.ts'
import { Button } from '#renderer/ui/button.tsx'
import { contentText, momentText, reasonWords, sizeText } from './backup-words.ts'

interface BackupTableProps {
  readonly backups: readonly BackupSummary[]
  readonly onTest?: (backup: BackupSummary) => void
  readonly onRestore: (backup: BackupSummary) => void
}

/** Backups, newest first. */
export function BackupTable({ backups, onTest, onRestore }: BackupTableProps) {
  return (
    <table className="table">
      <caption className="visually-hidden">Backups</caption>
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">In it</th>
          <th scope="col">Size</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.id}>
            <th scope="row">
              {momentText(backup.madeAt)}
              <span className="table-second">{backup.reason === null ? 'by an earlier version' : reasonWords[backup.reason]}</span>
            </th>
            <td>{contentText(backup)}</td>
            <td className="backup-size">{sizeText(backup.sizeBytes)}</td>
            <td className="table-action">
              {onTest === undefined ? null : (
                <Button isSmall look="quiet" aria-label={`Test the backup of ${momentText(backup.madeAt)}`} onClick={() => onTest(backup)}>
                  Test…
                </Button>
              )}
              <Button isSmall aria-label={`Restore the backup of ${momentText(backup.madeAt)}`} onClick={() => onRestore(backup)}>
                Restore…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
