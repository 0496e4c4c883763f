import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultState } from '#shared/contract/vault.ts'
import { Button } from '#renderer/ui/button.tsx'
import type { english } from '#renderer/i18n/catalogues.ts'
import { Icon, type IconName } from '#renderer/ui/icon.tsx'
import { Wordmark } from '#renderer/ui/wordmark.tsx'
import { helpFor } from './help-pages.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import type { Route } from './route.ts'
import { useNavigation } from './use-route.ts'
import { VaultNotices } from './vault-notices.tsx'
import { forgetUnsaved, onUnsavedClose, type Unsaved } from './window-close.ts'

interface ShellProps {
  readonly vault: VaultState
  readonly isLocking: boolean
  readonly onLock: () => void
  readonly onSearch: () => void
  readonly children: ReactNode
}

type PlaceName = keyof (typeof english)['frame']['places']

interface NavigationPlace {
  readonly name: PlaceName
  readonly icon: IconName
  readonly route: Route
  /** Other screens that belong to this place. */
  readonly holds?: readonly Route['screen'][]
}

/** The list on the left, in its order; the palette leads to the same. */
export const places: readonly NavigationPlace[] = [
  { name: 'home', icon: 'home', route: { screen: 'home' } },
  {
    name: 'thirdParties',
    icon: 'people',
    route: { screen: 'third-parties' },
    holds: ['third-party', 'new-third-party', 'import', 'assessment', 'decision', 'compare'],
  },
  { name: 'findings', icon: 'flag', route: { screen: 'findings' } },
  { name: 'screening', icon: 'lens', route: { screen: 'screening' } },
  { name: 'portfolio', icon: 'chart', route: { screen: 'portfolio' } },
  { name: 'crownJewels', icon: 'gem', route: { screen: 'crown-jewels' }, holds: ['exposure'] },
  { name: 'organization', icon: 'building', route: { screen: 'organization' } },
  { name: 'reports', icon: 'document', route: { screen: 'reports' } },
  { name: 'verify', icon: 'stamp', route: { screen: 'verify' } },
  { name: 'packs', icon: 'list', route: { screen: 'packs' } },
  { name: 'history', icon: 'clock', route: { screen: 'history' } },
  { name: 'settings', icon: 'sliders', route: { screen: 'settings' } },
  { name: 'help', icon: 'book', route: { screen: 'help' }, holds: ['about', 'guide'] },
]

/** The frame around every screen: where one is, which vault, and the lock. */
export function Shell({ vault, isLocking, onLock, onSearch, children }: ShellProps) {
  const { t } = useTranslation('frame')
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
        {t('skip')}
      </a>
      <header className="bar">
        <Wordmark size={20} />
        <button type="button" className="bar-search" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={onSearch}>
          <Icon name="search" size={14} />
          <span>{t('search')}</span>
          <kbd>{t('searchKeys')}</kbd>
        </button>
        <button
          type="button"
          className="bar-help"
          aria-label={t('helpHere')}
          title={t('helpHere')}
          onClick={() => go(helpFor(route.screen))}
        >
          <Icon name="question" size={18} />
        </button>
        <span className="bar-vault" title={vault.name}>
          {vault.name}
          {vault.isReadOnly ? <span className="chip">{t('readOnly')}</span> : null}
        </span>
        <Button isSmall isBusy={isLocking} onClick={onLock}>
          <Icon name="lock" size={14} /> {t('lock')}
        </Button>
      </header>
      <div className="shell-body">
        <Places />
        <main className="content" id="content" tabIndex={-1}>
          <VaultNotices vault={vault} />
          {children}
        </main>
      </div>
      {closing === null ? null : <LeaveDialog unsaved={closing} action="close" onStay={() => setClosing(null)} onLeave={close} />}
    </div>
  )
}

function Places() {
  const { t } = useTranslation('frame')
  const { route, go } = useNavigation()
  return (
    <nav className="places" aria-label={t('navigation')}>
      {places.map(({ name, icon, route: target, holds }) => (
        <button
          key={name}
          type="button"
          className="place"
          aria-current={route.screen === target.screen || holds?.includes(route.screen) ? 'page' : undefined}
          onClick={() => go(target)}
        >
          <Icon name={icon} size={18} />
          <span className="place-name">{t(`places.${name}`)}</span>
        </button>
      ))}
    </nav>
  )
}

function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
