import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#shared/contract/keys.ts'
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import type { Place } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { ProofForm } from './proof-form.tsx'

/** The name of a vault from the label of its place. */
const nameOf = (label: string) => label.replace(/^.*[\\/]/, '').replace(/\.gatehouse$/i, '')

interface SalvagePartProps {
  readonly vault: Place
  readonly onSalvaged: (place: Place, report: SalvageReport) => void
}

/** Takes everything that can be read of a damaged vault into a new one. */
export function SalvagePart({ vault, onSalvaged }: SalvagePartProps) {
  const { t } = useTranslation('backups')
  const formId = useId()
  const choose = useCommand('backups.chooseNewVault')
  const salvage = useCommand('salvage.run')
  const [isOpen, setIsOpen] = useState(false)
  const fault = choose.fault ?? salvage.fault
  const run = async (proof: Proof) => {
    salvage.forget()
    const chosen = await choose.run({ suggestedName: t('salvage.suggestedName', { name: nameOf(vault.label) }) })
    if (!chosen.ok || chosen.value.place === null) return
    const { place } = chosen.value
    const outcome = await salvage.run({ handle: vault.handle, proof, place: place.handle })
    if (outcome.ok) onSalvaged(place, outcome.value.report)
  }
  return (
    <section className="part" aria-labelledby="rescue-salvage">
      <h2 id="rescue-salvage">{t('salvage.title')}</h2>
      <p className="part-lead">{t('salvage.lead')}</p>
      {isOpen ? (
        <ProofForm formId={formId} hint={t('salvage.secretHint')} onSubmit={(proof) => void run(proof)}>
          {fault === null ? null : <Refusal words={wordsFor(fault)} />}
          <div className="form-actions">
            <Button type="submit" look="primary" isBusy={choose.isRunning || salvage.isRunning}>
              {salvage.isRunning ? t('salvage.reading') : t('salvage.choose')}
            </Button>
          </div>
        </ProofForm>
      ) : (
        <div className="form-actions">
          <Button onClick={() => setIsOpen(true)}>{t('salvage.begin')}</Button>
        </div>
      )}
    </section>
  )
}
