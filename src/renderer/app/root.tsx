import { lazy, Suspense, useEffect, useState } from 'react'
import type { VaultState } from '#shared/contract/vault.ts'
import { call } from '#renderer/bridge/call.ts'
import { onSessionEnd } from '#renderer/bridge/session-end.ts'
import { UnlockScreen, type UnlockNote } from '#renderer/features/vault/unlock-screen.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'

// Everything behind the lock loads after the first paint.
const Workspace = lazy(async () => ({ default: (await import('./workspace.tsx')).Workspace }))
const VerifyWithoutVault = lazy(async () => ({ default: (await import('./screens/verify-screen.tsx')).VerifyWithoutVault }))

// Which vault was open last in this window, so that opening it again leads back to the same screen.
let lastVaultId: string | null = null

type Session = { readonly state: 'closed'; readonly note: UnlockNote | null } | { readonly state: 'open'; readonly vault: VaultState }

/** Which side of the lock we are on. */
export function Root() {
  const [session, setSession] = useState<Session>({ state: 'closed', note: null })
  const [isVerifying, setIsVerifying] = useState(false)

  useEffect(() => onSessionEnd((reason) => setSession((now) => (now.state === 'open' ? { state: 'closed', note: reason } : now))), [])

  // After a reload of the window the vault may still be open.
  useEffect(() => {
    void call('vault.state', {}).then((outcome) => {
      const vault = outcome.ok ? outcome.value.vault : null
      if (vault === null) return
      lastVaultId = vault.vaultId
      setSession((now) => (now.state === 'closed' && now.note === null ? { state: 'open', vault } : now))
    })
  }, [])

  const open = (vault: VaultState) => {
    if (vault.vaultId !== lastVaultId) window.history.replaceState({ screen: 'home' }, '')
    lastVaultId = vault.vaultId
    setIsVerifying(false)
    setSession({ state: 'open', vault })
  }

  if (session.state === 'closed' && isVerifying) {
    return (
      <Suspense fallback={<Waiting what="One moment…" />}>
        <VerifyWithoutVault onBack={() => setIsVerifying(false)} />
      </Suspense>
    )
  }
  if (session.state === 'closed') return <UnlockScreen note={session.note} onOpen={open} onVerify={() => setIsVerifying(true)} />
  return (
    <Suspense fallback={<Waiting what="Opening the vault…" />}>
      <Workspace
        vault={session.vault}
        onLocked={(hasLeftSomething) => setSession({ state: 'closed', note: hasLeftSomething ? 'locked-unsaved' : 'locked' })}
      />
    </Suspense>
  )
}
