import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proof } from '#shared/contract/keys.ts'
import type { Opened, Place, VaultState } from '#shared/contract/vault.ts'
import { call } from '#renderer/bridge/call.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { AfterOpening, needsWord } from './after-opening.tsx'
import { OpenForm } from './open-form.tsx'
import type { UnlockNote } from './unlock-note.ts'
import { UnlockNotice } from './unlock-notice.tsx'

interface OpenVaultProps {
  readonly place: Place
  /** Why a person is back at the lock; said until the vault is open again. */
  readonly note: UnlockNote | null
  readonly onOpen: (vault: VaultState) => void
  readonly onBack: () => void
  readonly onDamaged: () => void
}

type Unlocked = { readonly opened: Opened; readonly proof: Proof | null; readonly hasNotRemembered: boolean }

/** Opens the vault at a place: by this device's memory or with what a person types, and says what must be said before going in. */
export function OpenVault({ place, note, onOpen, onBack, onDamaged }: OpenVaultProps) {
  const { t } = useTranslation('vault')
  const openHere = useCommand('device.open')
  const [asks, setAsks] = useState<{ readonly keyFile: 'never' | 'sometimes' | 'always'; readonly canRemember: boolean } | null>(null)
  const [isRemembered, setIsRemembered] = useState(false)
  const [unlocked, setUnlocked] = useState<Unlocked | null>(null)

  useEffect(() => {
    // What cannot be looked at is said on opening, in the same words.
    void call('device.look', { handle: place.handle }).then((outcome) => {
      if (!outcome.ok) return
      setAsks(outcome.value)
      setIsRemembered(outcome.value.isRemembered)
    })
  }, [place.handle])

  const goIn = (next: Unlocked) => {
    if (needsWord(next.opened) || next.hasNotRemembered) setUnlocked(next)
    else onOpen(next.opened.vault)
  }
  const openWithDevice = async () => {
    const outcome = await openHere.run({ handle: place.handle })
    if (outcome.ok) goIn({ opened: outcome.value, proof: null, hasNotRemembered: false })
    else if (outcome.fault.code === 'device-forgotten') setIsRemembered(false)
  }
  if (unlocked !== null) return <AfterOpening {...unlocked} onDone={() => onOpen(unlocked.opened.vault)} />
  return (
    <div className="unlock-form">
      {note === null ? null : <UnlockNotice note={note} />}
      <h2>{t('open.title', { label: place.label })}</h2>
      {isRemembered ? (
        <>
          <Button look="primary" isBusy={openHere.isRunning} onClick={() => void openWithDevice()}>
            {t('open.withDevice')}
          </Button>
          <p className="unlock-explain">{t('open.orSecret')}</p>
        </>
      ) : null}
      {openHere.fault === null ? null : <Refusal words={wordsFor(openHere.fault)} />}
      <OpenForm
        handle={place.handle}
        keyFile={asks?.keyFile ?? 'never'}
        canRemember={asks?.canRemember === true && !isRemembered}
        look={isRemembered ? 'secondary' : 'primary'}
        onOpened={(opened, proof, hasNotRemembered) => goIn({ opened, proof, hasNotRemembered })}
        onBack={onBack}
        onDamaged={onDamaged}
      />
    </div>
  )
}
