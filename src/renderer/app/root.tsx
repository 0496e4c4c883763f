import { Activity, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeftSession } from '#shared/contract/settings.ts'
import type { Place, VaultState } from '#shared/contract/vault.ts'
import type { VaultId } from '#shared/domain/ids.ts'
import { call } from '#renderer/bridge/call.ts'
import { onSessionEnd } from '#renderer/bridge/session-end.ts'
import { usePreferences } from '#renderer/features/preferences/use-preferences.ts'
import type { UnlockNote } from '#renderer/features/vault/unlock-note.ts'
import { UnlockScreen } from '#renderer/features/vault/unlock-screen.tsx'
import { unsavedFormCount } from '#renderer/ui/unsaved-forms.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'

// Everything behind the lock loads after the first paint.
const Workspace = lazy(async () => ({ default: (await import('./workspace.tsx')).Workspace }))
const HeldWindow = lazy(async () => ({ default: (await import('./held-window.tsx')).HeldWindow }))
const RescueScreen = lazy(async () => ({ default: (await import('./screens/rescue-screen.tsx')).RescueScreen }))
const HelpWithoutVault = lazy(async () => ({ default: (await import('./screens/help-screen.tsx')).HelpWithoutVault }))
const VerifyWithoutVault = lazy(async () => ({ default: (await import('./screens/verify-screen.tsx')).VerifyWithoutVault }))

interface Closed {
  /** `asking`: what the page before this one left is not known yet. */
  readonly state: 'closed' | 'asking'
  readonly note: UnlockNote | null
  /** The vault that was open last in this window. */
  readonly place: Place | null
  /** The vault that was open in this page, and how many forms in it could not be saved: with one its workspace stays, out of sight. */
  readonly held: { readonly vault: VaultState; readonly formCount: number } | null
}
interface Open {
  readonly state: 'open'
  readonly vault: VaultState
  /** Where it stands; null when an earlier page opened it and nobody asked since. */
  readonly place: Place | null
}
type Session = Closed | Open

const closedBy =
  (note: UnlockNote) =>
  (now: Session): Session =>
    now.state === 'open' ? { state: 'closed', note, place: now.place, held: { vault: now.vault, formCount: unsavedFormCount() } } : now

/** After a lock the page is new, and its address says so; then there is somebody to ask what was before. */
const isAfterLock = () => window.location.hash === '#locked'

function parseRoute(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function begin(now: Session, vault: VaultState | null, left: LeftSession | null): Session {
  // Somebody was quicker than the answer.
  if (now.state === 'open' || now.held !== null) return now
  if (vault !== null) return { state: 'open', vault, place: left?.place ?? null }
  return left === null ? { ...now, state: 'closed' } : { state: 'closed', note: left.note, place: left.place, held: null }
}

/** Which side of the lock we are on. */
export function Root() {
  const { t } = useTranslation('frame')
  usePreferences()
  const [session, setSession] = useState<Session>({ state: isAfterLock() ? 'asking' : 'closed', note: null, place: null, held: null })
  // What one does without a vault.
  const [aside, setAside] = useState<'verify' | 'help' | null>(null)
  // The damaged vault one looks for help with, or that there is none.
  const [rescued, setRescued] = useState<{ readonly vault: Place | null } | null>(null)
  // Opening the vault that was open last leads back to the same screen.
  const lastVaultId = useRef<VaultId | null>(null)

  useEffect(() => onSessionEnd((reason) => setSession(closedBy(reason))), [])
  useEffect(() => {
    const look = async () => {
      // After a reload of the window the vault may still be open.
      const state = await call('vault.state', {})
      const vault = state.ok ? state.value.vault : null
      const isLost = vault !== null && window.history.state === null
      const before = isAfterLock() || isLost ? await call('app.lastSession', {}) : null
      const { left, noted } = before?.ok === true ? before.value : { left: null, noted: null }
      // A page that died knew where the person was.
      if (isLost && noted?.vaultId === vault.vaultId) window.history.replaceState(parseRoute(noted.route), '')
      lastVaultId.current ??= vault?.vaultId ?? left?.vaultId ?? null
      if (vault === null && left !== null) window.history.replaceState(parseRoute(left.route), '')
      setSession((now) => begin(now, vault, left))
    }
    void look()
  }, [])

  const open = (vault: VaultState, place: Place) => {
    if (vault.vaultId !== lastVaultId.current) window.history.replaceState({ screen: 'home' }, '')
    lastVaultId.current = vault.vaultId
    setAside(null)
    setSession({ state: 'open', vault, place })
  }
  const held = session.state === 'open' ? null : session.held
  const inside = session.state === 'open' ? session.vault : held !== null && held.formCount > 0 ? held.vault : null
  return (
    <>
      {session.state === 'open' || session.state === 'asking' ? null : aside !== null ? (
        <Suspense fallback={<Waiting what={t('oneMoment')} />}>
          {aside === 'verify' ? <VerifyWithoutVault onBack={() => setAside(null)} /> : <HelpWithoutVault onBack={() => setAside(null)} />}
        </Suspense>
      ) : rescued !== null ? (
        <Suspense fallback={<Waiting what={t('oneMoment')} />}>
          <RescueScreen
            vault={rescued.vault}
            onBack={() => setRescued(null)}
            onOpen={(place) => {
              setRescued(null)
              setSession((now) => (now.state === 'open' ? now : { ...now, note: null, place }))
            }}
          />
        </Suspense>
      ) : (
        <UnlockScreen
          note={session.note}
          lastPlace={session.place}
          onOpen={open}
          onVerify={() => setAside('verify')}
          onHelp={() => setAside('help')}
          onRescue={(vault) => setRescued({ vault })}
        />
      )}
      {session.state !== 'open' && held === null ? null : (
        <Suspense fallback={null}>
          <HeldWindow
            formCount={held === null ? null : held.formCount}
            onForget={() => setSession((now) => (now.state === 'open' ? now : { ...now, held: null }))}
          />
        </Suspense>
      )}
      {inside === null ? null : (
        <Activity mode={session.state === 'open' ? 'visible' : 'hidden'}>
          <Suspense fallback={<Waiting what={t('openingVault')} />}>
            <Workspace key={inside.vaultId} vault={inside} place={session.place} onLocked={(note) => setSession(closedBy(note))} />
          </Suspense>
        </Activity>
      )}
    </>
  )
}
