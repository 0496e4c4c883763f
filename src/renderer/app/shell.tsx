import { useEffect, useState, type ReactNode } from 'react'
import type { VaultState } from '#shared/contract/vault.ts'
import { flushAllSessions, forgetAllSessions } from '../features/assessments/session/registry.ts'
import { useCommand } from '../bridge/use-command.ts'
import { wordsFor } from '../bridge/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { countText } from '../ui/numbers.ts'
import { Refusal } from '../ui/refusal.tsx'
import { Wordmark } from '../ui/wordmark.tsx'
import type { Route } from './route.ts'
import { useNavigation } from './use-route.ts'
import { closeAnyway, onUnsavedClose } from './window-close.ts'

interface ShellProps {
  readonly vault: VaultState
  readonly onLocked: () => void
  readonly children: ReactNode
}

const places: readonly { readonly label: string; readonly route: Route }[] = [
  { label: 'Home', route: { screen: 'home' } },
  { label: 'Organization', route: { screen: 'organization' } },
  { label: 'Check a report', route: { screen: 'verify' } },
]

type Leaving = { readonly by: 'lock' | 'close'; readonly unsavedCount: number }

/** The frame around every screen: where one is, which vault, and the lock. */
export function Shell({ vault, onLocked, children }: ShellProps) {
  const { route, go } = useNavigation()
  const lock = useCommand('vault.lock')
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  useEffect(() => onUnsavedClose((unsavedCount) => setLeaving({ by: 'close', unsavedCount })), [])

  const lockNow = async () => {
    setLeaving(null)
    const outcome = await lock.run({})
    if (!outcome.ok) return
    forgetAllSessions()
    onLocked()
  }
  const askToLock = async () => {
    const unsavedCount = await flushAllSessions()
    if (unsavedCount === 0) await lockNow()
    else setLeaving({ by: 'lock', unsavedCount })
  }
  return (
    <div className="shell">
      <a className="skip-link" href="#content" onClick={skipToContent}>
        Skip to the content
      </a>
      <header className="bar">
        <Wordmark size={20} />
        <nav className="bar-nav" aria-label="Main">
          {places.map(({ label, route: target }) => (
            <button key={label} type="button" className="bar-link" aria-current={route.screen === target.screen ? 'page' : undefined} onClick={() => go(target)}>
              {label}
            </button>
          ))}
        </nav>
        <span className="bar-vault" title={vault.name}>
          {vault.name}
          {vault.isReadOnly ? <span className="chip">read only</span> : null}
        </span>
        <Button isSmall isBusy={lock.isRunning} onClick={() => void askToLock()}>
          <Icon name="lock" size={14} /> Lock
        </Button>
      </header>
      {lock.fault === null ? null : <Refusal words={wordsFor(lock.fault)} />}
      <main className="content" id="content" tabIndex={-1}>
        {children}
      </main>
      {leaving === null ? null : <LeaveDialog leaving={leaving} onStay={() => setLeaving(null)} onLeave={() => (leaving.by === 'lock' ? void lockNow() : closeAnyway())} />}
    </div>
  )
}

function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

function LeaveDialog({ leaving, onStay, onLeave }: { readonly leaving: Leaving; readonly onStay: () => void; readonly onLeave: () => void }) {
  const what = leaving.by === 'lock' ? 'Lock' : 'Close'
  return (
    <Dialog
      title={`${countText(leaving.unsavedCount, 'answer is', 'answers are')} not saved`}
      kind="alert"
      isOpen
      onClose={onStay}
      actions={
        <>
          <Button look="primary" onClick={onStay}>
            Stay and save
          </Button>
          <Button look="danger" onClick={onLeave}>
            {what} without saving
          </Button>
        </>
      }
    >
      <p>The assessment shows which ones, and why. Stay to complete them or to try again; whatever was marked “Saved” is safe either way.</p>
    </Dialog>
  )
}
