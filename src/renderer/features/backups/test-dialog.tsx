import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSource, BackupSummary, TestedBackup } from '#shared/contract/backups.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { BackupDialog } from './backup-dialog.tsx'
import { momentText, recordText } from './backup-words.ts'

interface TestDialogProps {
  readonly source: BackupSource
  readonly backup: BackupSummary
  readonly onClose: () => void
}

/** Opens a backup as on the day one needs it, without restoring anything. */
export function TestDialog({ source, backup, onClose }: TestDialogProps) {
  const { t } = useTranslation('backups')
  const test = useCommand('backups.test')
  const [tested, setTested] = useState<TestedBackup | null>(null)
  return (
    <BackupDialog
      title={t('test.title', { moment: momentText(backup.madeAt) })}
      hint={t('test.hint')}
      submitLabel={test.isRunning ? t('test.reading') : t('test.submit')}
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
  const { t } = useTranslation('backups')
  const { counts, historyEntries, isCompared } = tested
  return (
    <Notice tone="good" title={t('test.opens')}>
      <p>
        {t('test.found', {
          records: recordText(counts),
          answers: t('counts.answers', { count: counts.answers }),
          entries: t('counts.follow', { count: historyEntries }),
        })}
      </p>
      {isCompared ? null : <p>{t('test.notCompared')}</p>}
    </Notice>
  )
}
