import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place, VaultState } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { Wordmark } from '#renderer/ui/wordmark.tsx'
import { RecentVaults } from './recent-vaults.tsx'
import type { UnlockNote } from './unlock-note.ts'
import { UnlockNotice } from './unlock-notice.tsx'

const OpenVault = lazy(async () => ({ default: (await import('./open-vault.tsx')).OpenVault }))
const NewVault = lazy(async () => ({ default: (await import('./new-vault.tsx')).NewVault }))
const SampleVault = lazy(async () => ({ default: (await import('./sample-vault.tsx')).SampleVault }))

interface UnlockScreenProps {
  readonly note: UnlockNote | null
  /** The vault that was open in this window last: whoever is back most likely wants it again. */
  readonly lastPlace: Place | null
  readonly onOpen: (vault: VaultState, place: Place) => void
  readonly onVerify: () => void
  readonly onHelp: () => void
  /** For a vault that is damaged; with null for one that is gone. */
  readonly onRescue: (place: Place | null) => void
}

type Step =
  | { readonly step: 'choose' }
  | { readonly step: 'open'; readonly place: Place }
  | { readonly step: 'create'; readonly place: Place }
  | { readonly step: 'sample'; readonly place: Place }

export function UnlockScreen({ note, lastPlace, onOpen, onVerify, onHelp, onRescue }: UnlockScreenProps) {
  const { t } = useTranslation('vault')
  const [step, setStep] = useState<Step>(lastPlace === null ? { step: 'choose' } : { step: 'open', place: lastPlace })
  const toStart = () => setStep({ step: 'choose' })
  return (
    <div className="unlock">
      <main className="unlock-card" aria-label={t('label')}>
        <header className="unlock-head">
          <h1>
            <Wordmark size={30} />
          </h1>
          <p>{t('motto')}</p>
        </header>
        {note === null || step.step !== 'choose' ? null : <UnlockNotice note={note} />}
        <Suspense fallback={<Waiting what={t('oneMoment')} />}>
          {step.step === 'choose' ? (
            <Choices
              isBack={note !== null}
              onPlace={(kind, place) => setStep({ step: kind, place })}
              onVerify={onVerify}
              onHelp={onHelp}
              onRescue={() => onRescue(null)}
            />
          ) : step.step === 'open' ? (
            <OpenVault
              place={step.place}
              note={note}
              onOpen={(vault) => onOpen(vault, step.place)}
              onBack={toStart}
              onDamaged={() => onRescue(step.place)}
            />
          ) : step.step === 'sample' ? (
            <SampleVault place={step.place} onOpen={(vault) => onOpen(vault, step.place)} onBack={toStart} />
          ) : (
            <NewVault place={step.place} onOpen={(vault) => onOpen(vault, step.place)} onBack={toStart} />
          )}
        </Suspense>
      </main>
    </div>
  )
}

interface ChoicesProps {
  /** Somebody who was in a vault a moment ago most likely wants it again; of anybody else nothing is known. */
  readonly isBack: boolean
  readonly onPlace: (kind: 'open' | 'create' | 'sample', place: Place) => void
  readonly onVerify: () => void
  readonly onHelp: () => void
  readonly onRescue: () => void
}

function Choices({ isBack, onPlace, onVerify, onHelp, onRescue }: ChoicesProps) {
  const { t: vaultWords } = useTranslation('vault')
  const { t } = useTranslation('recents')
  const { t: words } = useTranslation('sample')
  const existing = useCommand('vault.chooseExisting')
  const fresh = useCommand('vault.chooseNew')
  const sample = useCommand('vault.chooseNew')
  const fault = existing.fault ?? fresh.fault ?? sample.fault
  const choose = async (kind: 'open' | 'create' | 'sample') => {
    const outcome = await (kind === 'open' ? existing.run({}) : kind === 'create' ? fresh.run({}) : sample.run({ isSample: true }))
    if (outcome.ok && outcome.value.place !== null) onPlace(kind, outcome.value.place)
  }
  return (
    <div className="unlock-choices">
      <RecentVaults onPlace={(place) => onPlace('open', place)} />
      <Button
        look={isBack ? 'primary' : 'secondary'}
        className="unlock-choice"
        isBusy={existing.isRunning}
        onClick={() => void choose('open')}
      >
        <Icon name="key" /> {vaultWords('choose.open')}
      </Button>
      <Button className="unlock-choice" isBusy={fresh.isRunning} aria-describedby="unlock-explain" onClick={() => void choose('create')}>
        <Icon name="plus" /> {vaultWords('choose.fresh')}
      </Button>
      <p className="unlock-explain" id="unlock-explain">
        {vaultWords('choose.first')}
      </p>
      <Button className="unlock-choice" isBusy={sample.isRunning} onClick={() => void choose('sample')}>
        <Icon name="search" /> {words('try')}
      </Button>
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      <hr />
      <Button look="quiet" className="unlock-choice" onClick={onVerify}>
        <Icon name="document" /> {vaultWords('choose.check')}
      </Button>
      <Button look="quiet" className="unlock-choice" onClick={onRescue}>
        <Icon name="back" /> {vaultWords('choose.restore')}
      </Button>
      <Button look="quiet" className="unlock-choice" onClick={onHelp}>
        <Icon name="book" /> {t('manual')}
      </Button>
    </div>
  )
}
