import { useState } from 'react'
import type { BackupSource, BackupSummary, TestedBackup } from '#shared/contract/backups.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { countText } from '#renderer/ui/numbers.ts'
import { BackupDialog } from './backup-dialog.tsx'
import { momentText, recordText } from './backup-words.ts'

interface TestDialogProps {
  readonly source: BackupSource
  readonly backup: BackupSummary
  readonly onClose: () => void
}

/** Opens a backup as on the day one needs it, without restoring anything. */
export function TestDialog({ source, backup, onClose }: TestDialogProps) {
  const test = useCommand('backups.test')
  const [tested, setTested] = useState<TestedBackup | null>(null)
  return (
    <BackupDialog
      title={`Test the backup of ${momentText(backup.madeAt)}`}
      hint="As it was when the backup was made. The backup is opened for reading only, and nothing is changed."
      submitLabel={test.isRunning ? 'Opening and reading all of it…' : 'Test it'}
      isBusy={test.isRunning}
      fault={test.fault}
      onSubmit={(proof) =>
        void test.run({ source, backupId: backup.id, proof }).then((outcome) => (outcome.ok ? setTested(outcome.value) : undefined))
      }
      onClose={onClose}
      result={tested === null ? null : <TestedNotice tested={tested} />}
    />
  )
}

function TestedNotice({ tested }: { readonly tested: TestedBackup }) {
  const { counts, historyEntries, isCompared } = tested
  return (
    <Notice tone="good" title="This backup opens, and everything in it can be read.">
      <p>
        {recordText(counts)}, {countText(counts.answers, 'answer', 'answers')}. Every page was checked, and{' '}
        {countText(historyEntries, 'entry of its history follows', 'entries of its history follow')} from one another.
      </p>
      {isCompared ? null : <p>It has no manifest, as backups of the first release, so it could not be compared with what was made.</p>}
    </Notice>
  )
}
