import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupSource, BackupSummary } from '#shared/contract/backups.ts'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { BackupTable } from './backup-table.tsx'
import { momentText } from './backup-words.ts'
import { RestoreForm } from './restore-form.tsx'

interface BackupsAtProps {
  readonly source: BackupSource
  readonly isOfVault: boolean
  readonly onRestored: (place: Place, madeAt: string) => void
}

/** The backups at a place, the newest first and foremost. */
export function BackupsAt({ source, isOfVault, onRestored }: BackupsAtProps) {
  const { t } = useTranslation('backups')
  const query = useQuery('backups.look', { source })
  const [chosen, setChosen] = useState<BackupSummary | null>(null)
  if (query.state === 'loading') return <Waiting what={t('looking')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { name, backups } = query.value
  const [newest] = backups
  if (newest === undefined) {
    return <EmptyState title={isOfVault ? t('place.noneInVault') : t('place.noneInFolder')}>{t('place.noneText')}</EmptyState>
  }
  if (chosen !== null) {
    return (
      <RestoreForm
        source={source}
        backup={chosen}
        name={name}
        onRestored={({ place, madeAt }) => onRestored(place, madeAt)}
        onBack={() => setChosen(null)}
      />
    )
  }
  return (
    <section className="part" aria-labelledby="rescue-backups">
      <h2 id="rescue-backups">{t('place.restore')}</h2>
      <p className="part-lead">{t('place.restoreLead')}</p>
      <div className="form-actions">
        <Button look="primary" onClick={() => setChosen(newest)}>
          {t('place.newest', { moment: momentText(newest.madeAt) })}
        </Button>
      </div>
      <BackupTable backups={backups} onRestore={setChosen} />
    </section>
  )
}

/** Leads to backups somewhere else. */
export function ElsewherePart({ isFirst, onChosen }: { readonly isFirst: boolean; readonly onChosen: (place: Place) => void }) {
  const { t } = useTranslation('backups')
  const choose = useCommand('backups.chooseFolder')
  const pick = async () => {
    const outcome = await choose.run({})
    if (outcome.ok && outcome.value.place !== null) onChosen(outcome.value.place)
  }
  return (
    <section className="part" aria-labelledby="rescue-elsewhere">
      <h2 id="rescue-elsewhere">{isFirst ? t('place.where') : t('place.elsewhere')}</h2>
      <p className="part-lead">{t('place.elsewhereLead')}</p>
      <div className="form-actions">
        <Button look={isFirst ? 'primary' : 'secondary'} isBusy={choose.isRunning} onClick={() => void pick()}>
          {t('place.chooseFolder')}
        </Button>
      </div>
      {choose.fault === null ? null : <Refusal words={wordsFor(choose.fault)} />}
    </section>
  )
}
