import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSource, BackupSummary } from '#shared/contract/backups.ts'
import type { Proof } from '#shared/contract/keys.ts'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { momentText } from './backup-words.ts'
import { ProofForm } from './proof-form.tsx'

export interface Restored {
  readonly place: Place
  readonly madeAt: string
}

interface RestoreOrder {
  readonly source: BackupSource
  readonly backup: BackupSummary
  readonly name: string
  readonly onRestored: (restored: Restored) => void
}

/** Restores one backup to a new place: asks where, then does it. */
export function useRestore({ source, backup, name, onRestored }: RestoreOrder) {
  const choose = useCommand('backups.chooseNewVault')
  const restore = useCommand('backups.restore', ['backups.overview'])
  const run = async (proof: Proof) => {
    restore.forget()
    const chosen = await choose.run({ suggestedName: `${name} ${backup.madeAt.slice(0, 10)}` })
    if (!chosen.ok || chosen.value.place === null) return
    const { place } = chosen.value
    const outcome = await restore.run({ source, backupId: backup.id, proof, place: place.handle })
    if (outcome.ok) onRestored({ place, madeAt: backup.madeAt })
  }
  return { run, isBusy: choose.isRunning || restore.isRunning, isReading: restore.isRunning, fault: choose.fault ?? restore.fault }
}

interface RestoreFormProps extends RestoreOrder {
  readonly onBack: () => void
}

/** On the unlock side: passphrase, then a new place, then a vault that can be opened. */
export function RestoreForm({ onBack, ...order }: RestoreFormProps) {
  const { t } = useTranslation('backups')
  const formId = useId()
  const restore = useRestore(order)
  return (
    <section className="part" aria-labelledby={`${formId}-title`}>
      <h2 id={`${formId}-title`}>{t('restoring.title', { moment: momentText(order.backup.madeAt) })}</h2>
      <ProofForm formId={formId} hint={t('restoring.placeHint')} onSubmit={(proof) => void restore.run(proof)}>
        {restore.fault === null ? null : <Refusal words={wordsFor(restore.fault)} />}
        <div className="form-actions">
          <Button type="submit" look="primary" isBusy={restore.isBusy}>
            {restore.isReading ? t('restoring.copying') : t('restoring.choose')}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t('back')}
          </Button>
        </div>
      </ProofForm>
    </section>
  )
}
