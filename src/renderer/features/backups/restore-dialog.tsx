import { useState } from 'react'
import type { BackupSource, BackupSummary } from '#shared/contract/backups.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { BackupDialog } from './backup-dialog.tsx'
import { momentText } from './backup-words.ts'
import { type Restored, useRestore } from './restore-form.tsx'

interface RestoreDialogProps {
  readonly source: BackupSource
  readonly backup: BackupSummary
  readonly name: string
  readonly onClose: () => void
}

/** With a vault open: makes another one beside it from a backup. */
export function RestoreDialog({ source, backup, name, onClose }: RestoreDialogProps) {
  const [restored, setRestored] = useState<Restored | null>(null)
  const restore = useRestore({ source, backup, name, onRestored: setRestored })
  return (
    <BackupDialog
      title={`Restore the backup of ${momentText(backup.madeAt)}`}
      hint="As it was when the backup was made. A new vault is made beside this one; this one is not changed."
      submitLabel={restore.isReading ? 'Copying and checking…' : 'Choose a place and restore…'}
      isBusy={restore.isBusy}
      fault={restore.fault}
      onSubmit={(proof) => void restore.run(proof)}
      onClose={onClose}
      result={
        restored === null ? null : (
          <Notice tone="good" title={`Restored as ${restored.place.label}`}>
            <p>To look at it, lock this vault and open that one. This vault is as it was.</p>
          </Notice>
        )
      }
    />
  )
}
