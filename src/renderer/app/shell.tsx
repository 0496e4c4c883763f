import { useEffect, useState, type ReactNode } from 'react'
import type { VaultState } from '#shared/contract/vault.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Wordmark } from '#renderer/ui/wordmark.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import type { Route } from './route.ts'
import { useNavigation } from './use-route.ts'
import { VaultNotices } from './vault-notices.tsx'
import { forgetUnsaved, onUnsavedClose, type Unsaved } from './window-close.ts'

interface ShellProps {
  readonly vault: VaultState
  readonly isLocking: boolean
  readonly onLock: () => void
  readonly children: ReactNode
}

const places: readonly { readonly label: string; readonly route: Route }[] = [
  { label: 'Home', route: { screen: 'home' } },
  { label: 'Organization', route: { screen: 'organization' } },
  { label: 'Question packs', route: { screen: 'packs' } },
  { label: 'Check a report', route: { screen: 'verify' } },
  { label: 'History', route: { screen: 'history' } },
  { label: 'Settings', route: { screen: 'settings' } },
]

/** The frame around every screen: where one is, which vault, and the lock. */
export function Shell({ vault, isLocking, onLock, children }: ShellProps) {
  const { route, go } = useNavigation()
  const [closing, setClosing] = useState<Unsaved | null>(null)
  useEffect(() => onUnsavedClose(setClosing), [])
  const close = () => {
    forgetUnsaved()
    window.close()
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
        <Button isSmall isBusy={isLocking} onClick={onLock}>
          <Icon name="lock" size={14} /> Lock
        </Button>
      </header>
      <main className="content" id="content" tabIndex={-1}>
        <VaultNotices vault={vault} />
        {children}
      </main>
      {closing === null ? null : <LeaveDialog unsaved={closing} action="Close" onStay={() => setClosing(null)} onLeave={close} />}
    </div>
  )
}

function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
