import { useState } from 'react'
import { useTranslation } from 'react-i18next'
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
  const { t } = useTranslation('backups')
  const [restored, setRestored] = useState<Restored | null>(null)
  const restore = useRestore({ source, backup, name, onRestored: setRestored })
  return (
    <BackupDialog
      title={t('restoring.title', { moment: momentText(backup.madeAt) })}
      hint={t('restoring.secretHint')}
      submitLabel={restore.isReading ? t('restoring.copying') : t('restoring.choose')}
      isBusy={restore.isBusy}
      fault={restore.fault}
      onSubmit={(proof) => void restore.run(proof)}
      onClose={onClose}
      result={
        restored === null ? null : (
          <Notice tone="good" title={t('restoring.restored', { label: restored.place.label })}>
            <p>{t('restoring.restoredText')}</p>
          </Notice>
        )
      }
    />
  )
}
