import { useId, useState } from 'react'
import type { BackupSource, BackupSummary } from '#shared/contract/backups.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { momentText } from './backup-words.ts'
import { ProofForm } from './proof-form.tsx'
import { type Restored, useRestore } from './restore-form.tsx'

interface RestoreDialogProps {
  readonly source: BackupSource
  readonly backup: BackupSummary
  readonly name: string
  readonly onClose: () => void
}

/** With a vault open: makes another one beside it from a backup. */
export function RestoreDialog({ source, backup, name, onClose }: RestoreDialogProps) {
  const formId = useId()
  const [restored, setRestored] = useState<Restored | null>(null)
  const restore = useRestore({ source, backup, name, onRestored: setRestored })
  return (
    <Dialog
      title={`Restore the backup of ${momentText(backup.madeAt)}`}
      kind="alert"
      isOpen
      onClose={onClose}
      actions={
        restored === null ? (
          <>
            <Button type="submit" form={formId} look="primary" isBusy={restore.isBusy}>
              {restore.isReading ? 'Copying and checking…' : 'Choose a place and restore…'}
            </Button>
            <Button look="quiet" onClick={onClose}>
              Cancel
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        )
      }
    >
      {restored === null ? (
        <ProofForm
          formId={formId}
          hint="As it was when the backup was made. A new vault is made beside this one; this one is not changed."
          onSubmit={(proof) => void restore.run(proof)}
        >
          {restore.fault === null ? null : <Refusal words={wordsFor(restore.fault)} />}
        </ProofForm>
      ) : (
        <div role="status">
          <Notice tone="good" title={`Restored as ${restored.place.label}`}>
            <p>To look at it, lock this vault and open that one. This vault is as it was.</p>
          </Notice>
        </div>
      )}
    </Dialog>
  )
}
