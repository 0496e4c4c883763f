import { useEffect, useState, type ReactNode } from 'react'
import type { VaultState } from '#shared/contract/vault.ts'
import { useCommand } from '#renderer/bridge/use-command.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Wordmark } from '#renderer/ui/wordmark.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import type { Route } from './route.ts'
import { useNavigation } from './use-route.ts'
import { forgetUnsaved, onUnsavedClose, saveBeforeLeaving, type Unsaved } from './window-close.ts'

interface ShellProps {
  readonly vault: VaultState
  readonly onLocked: (hasLeftSomething: boolean) => void
  readonly children: ReactNode
}

const places: readonly { readonly label: string; readonly route: Route }[] = [
  { label: 'Home', route: { screen: 'home' } },
  { label: 'Organization', route: { screen: 'organization' } },
  { label: 'Question packs', route: { screen: 'packs' } },
  { label: 'Check a report', route: { screen: 'verify' } },
]

type Leaving = { readonly action: 'Lock' | 'Close'; readonly unsaved: Unsaved }

/** The frame around every screen: where one is, which vault, and the lock. */
export function Shell({ vault, onLocked, children }: ShellProps) {
  const { route, go } = useNavigation()
  const lock = useCommand('vault.lock')
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  useEffect(() => onUnsavedClose((unsaved) => setLeaving({ action: 'Close', unsaved })), [])

  const lockNow = async (hasLeftSomething: boolean) => {
    setLeaving(null)
    const outcome = await lock.run({})
    if (!outcome.ok) return
    forgetUnsaved()
    onLocked(hasLeftSomething)
  }
  const askToLock = async () => {
    const unsaved = await saveBeforeLeaving()
    if (unsaved === null) await lockNow(false)
    else setLeaving({ action: 'Lock', unsaved })
  }
  const leave = (action: Leaving['action']) => {
    if (action === 'Lock') return void lockNow(true)
    forgetUnsaved()
    return window.close()
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
            <button
              key={label}
              type="button"
              className="bar-link"
              aria-current={route.screen === target.screen ? 'page' : undefined}
              onClick={() => go(target)}
            >
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
      {leaving === null ? null : (
        <LeaveDialog
          unsaved={leaving.unsaved}
          action={leaving.action}
          onStay={() => setLeaving(null)}
          onLeave={() => leave(leaving.action)}
        />
      )}
    </div>
  )
}

function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
