import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupOverview, BackupSummary, BackupWork } from '#shared/contract/backups.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { inPageLanguage } from '#renderer/i18n/said.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { BackupTable } from './backup-table.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { SecondPlace } from './second-place.tsx'
import { TestDialog } from './test-dialog.tsx'
import { useBackupWork } from './use-backup-work.ts'

const source = { kind: 'open' } as const

/** The backups of the open vault: what there is, one more, a test, a restore beside, and the second place. */
export function BackupsSection() {
  const { t } = useTranslation('backups')
  const query = useQuery('backups.overview', {})
  const vault = useQuery('vault.state', {})
  const job = useBackupWork()
  const [chosen, setChosen] = useState<{ readonly does: 'test' | 'restore'; readonly backup: BackupSummary } | null>(null)
  if (query.state === 'loading') return <Waiting what={t('looking')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const overview = query.value
  const name = vault.state === 'ready' ? (vault.value.vault?.name ?? '') : ''
  return (
    <div className="form">
      <div className="form-actions">
        <Button changes look="primary" isBusy={job.isRunning} onClick={() => void job.start('backup')}>
          {t('now')}
        </Button>
        {job.isRunning ? (
          <Button look="quiet" onClick={job.cancel}>
            {t('stop')}
          </Button>
        ) : null}
      </div>
      <div role="status">
        <WorkLine work={job.work} />
      </div>
      {job.fault === null ? null : <Refusal words={wordsFor(job.fault)} />}
      <Failure overview={overview} work={job.work} />
      {overview.backups.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
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
  const { t } = useTranslation('backups')
  if (work === null) return null
  if (work.kind !== null) return <Waiting what={work.step === null ? t('work.beginning') : t(`steps.${work.step}`)} />
  switch (work.ending) {
    case 'done':
      return <Notice tone="good" title={t('work.done')} />
    case 'cancelled':
      return <Notice tone="info" title={t('work.stopped')} />
    case 'failed':
      return <Notice tone="bad" title={work.sentence === null ? t('work.failed') : inPageLanguage(work.sentence)} isUrgent />
    case null:
      return null
  }
}

/** What went wrong by itself, unless the line above says it already. */
function Failure({ overview, work }: { readonly overview: BackupOverview; readonly work: BackupWork | null }) {
  const { t } = useTranslation('backups')
  if (overview.failure === null || work !== null) return null
  return (
    <Notice tone="warning" title={t('reminder.failed')}>
      <p>{inPageLanguage(overview.failure)}</p>
    </Notice>
  )
}
