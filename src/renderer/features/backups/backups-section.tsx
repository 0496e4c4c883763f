import { useState, type ReactNode } from 'react'
import type { BackupOverview, BackupSummary, BackupWork } from '#shared/contract/backups.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { BackupTable } from './backup-table.tsx'
import { stepWords } from './backup-words.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { SecondPlace } from './second-place.tsx'
import { TestDialog } from './test-dialog.tsx'
import { useBackupWork } from './use-backup-work.ts'

const source = { kind: 'open' } as const

/** The backups of the open vault: what there is, one more, a test, a restore beside, and the second place. */
export function BackupsSection() {
  const query = useQuery('backups.overview', {})
  const vault = useQuery('vault.state', {})
  const job = useBackupWork()
  const [chosen, setChosen] = useState<{ readonly does: 'test' | 'restore'; readonly backup: BackupSummary } | null>(null)
  if (query.state === 'loading') return <Waiting what="Looking for backups…" />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>Try again</Button>} />
  const overview = query.value
  const name = vault.state === 'ready' ? (vault.value.vault?.name ?? '') : ''
  return (
    <div className="form">
      <div className="form-actions">
        <Button look="primary" disabled={overview.isReadOnly} isBusy={job.isRunning} onClick={() => void job.start('backup')}>
          Back up now
        </Button>
        {job.isRunning ? (
          <Button look="quiet" onClick={job.cancel}>
            Stop
          </Button>
        ) : null}
      </div>
      <div role="status">
        <WorkLine work={job.work} />
      </div>
      {job.fault === null ? null : <Refusal words={wordsFor(job.fault)} />}
      <Failure overview={overview} work={job.work} />
      {overview.backups.length === 0 ? (
        <EmptyState title="No backup yet">
          The first one is made by itself a few seconds after something was changed and nobody types. Each one is opened and checked before
          it counts.
        </EmptyState>
      ) : (
        <BackupTable
          backups={overview.backups}
          onTest={(backup) => setChosen({ does: 'test', backup })}
          onRestore={(backup) => setChosen({ does: 'restore', backup })}
        />
      )}
      <SecondPlace overview={overview} isBusy={job.isRunning} onCopy={() => void job.start('copy')} />
      {chosen?.does === 'test' ? <TestDialog source={source} backup={chosen.backup} onClose={() => setChosen(null)} /> : null}
      {chosen?.does === 'restore' ? (
        <RestoreDialog source={source} backup={chosen.backup} name={name} onClose={() => setChosen(null)} />
      ) : null}
    </div>
  )
}

function WorkLine({ work }: { readonly work: BackupWork | null }): ReactNode {
  if (work === null) return null
  if (work.kind !== null) return <Waiting what={work.step === null ? 'Beginning…' : stepWords[work.step]} />
  switch (work.ending) {
    case 'done':
      return <Notice tone="good" title="Done: the backup was made, opened and checked." />
    case 'cancelled':
      return <Notice tone="info" title="Stopped. Nothing half-made was left." />
    case 'failed':
      return <Notice tone="bad" title={work.sentence ?? 'The backup could not be made.'} isUrgent />
    case null:
      return null
  }
}

/** What went wrong by itself, unless the line above says it already. */
function Failure({ overview, work }: { readonly overview: BackupOverview; readonly work: BackupWork | null }) {
  if (overview.failure === null || work !== null) return null
  return (
    <Notice tone="warning" title="The last automatic backup was not made.">
      <p>{overview.failure}</p>
    </Notice>
  )
}
