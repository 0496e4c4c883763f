import { useId, useState } from 'react'
import type { BackupSource, BackupSummary, TestedBackup } from '#shared/contract/backups.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { countText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { momentText, recordText } from './backup-words.ts'
import { ProofForm } from './proof-form.tsx'

interface TestDialogProps {
  readonly source: BackupSource
  readonly backup: BackupSummary
  readonly onClose: () => void
}

/** Opens a backup as on the day one needs it, without restoring anything. */
export function TestDialog({ source, backup, onClose }: TestDialogProps) {
  const formId = useId()
  const test = useCommand('backups.test')
  const [tested, setTested] = useState<TestedBackup | null>(null)
  return (
    <Dialog
      title={`Test the backup of ${momentText(backup.madeAt)}`}
      kind="alert"
      isOpen
      onClose={onClose}
      actions={
        tested === null ? (
          <>
            <Button type="submit" form={formId} look="primary" isBusy={test.isRunning}>
              {test.isRunning ? 'Opening and reading all of it…' : 'Test it'}
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
      {tested === null ? (
        <ProofForm
          formId={formId}
          hint="As it was when the backup was made. The backup is opened for reading only, and nothing is changed."
          onSubmit={(proof) =>
            void test.run({ source, backupId: backup.id, proof }).then((outcome) => (outcome.ok ? setTested(outcome.value) : undefined))
          }
        >
          {test.fault === null ? null : <Refusal words={wordsFor(test.fault)} />}
        </ProofForm>
      ) : (
        <TestedNotice tested={tested} />
      )}
    </Dialog>
  )
}

function TestedNotice({ tested }: { readonly tested: TestedBackup }) {
  const { counts, historyEntries, isCompared } = tested
  return (
    <div role="status">
      <Notice tone="good" title="This backup opens, and everything in it can be read.">
        <p>
          {recordText(counts)}, {countText(counts.answers, 'answer', 'answers')}. Every page was checked, and{' '}
          {countText(historyEntries, 'entry of its history follows', 'entries of its history follow')} from one another.
        </p>
        {isCompared ? null : <p>It has no manifest, as backups of the first release, so it could not be compared with what was made.</p>}
      </Notice>
    </div>
  )
}
