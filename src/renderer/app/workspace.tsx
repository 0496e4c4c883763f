import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place, VaultState } from '#shared/contract/vault.ts'
import type { VaultId } from '#shared/domain/ids.ts'
import { keepSessionsOf } from '#renderer/features/assessments/session/registry.ts'
import { call } from '#renderer/bridge/call.ts'
import type { UnlockNote } from '#renderer/features/vault/unlock-note.ts'
import { WhyNoChanges } from '#renderer/ui/changes.tsx'
import { AskToLeave } from '#renderer/ui/unsaved-forms.ts'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { home, type Route, routeOf } from './route.ts'
import { AssessmentScreen } from './screens/assessment-screen.tsx'
import { CompareScreen } from './screens/compare-screen.tsx'
import { CrownJewelsScreen } from './screens/crown-jewels-screen.tsx'
import { DecisionScreen } from './screens/decision-screen.tsx'
import { ExposureScreen } from './screens/exposure-screen.tsx'
import { GuideScreen } from './screens/guide-screen.tsx'
import { FindingsScreen } from './screens/findings-screen.tsx'
import { HistoryScreen } from './screens/history-screen.tsx'
import { HomeScreen } from './screens/home-screen.tsx'
import { ImportScreen } from './screens/import-screen.tsx'
import { OrganizationScreen } from './screens/organization-screen.tsx'
import { PacksScreen } from './screens/packs-screen.tsx'
import { PortfolioScreen } from './screens/portfolio-screen.tsx'
import { ReportsScreen } from './screens/reports-screen.tsx'
import { ScreeningScreen } from './screens/screening-screen.tsx'
import { SettingsScreen } from './screens/settings-screen.tsx'
import { ThirdPartiesScreen } from './screens/third-parties-screen.tsx'
import { NewThirdPartyScreen, ThirdPartyScreen } from './screens/third-party-screen.tsx'
import { VerifyScreen } from './screens/verify-screen.tsx'
import { Settled } from './settled.tsx'
import { Shell } from './shell.tsx'
import { useGoByWish } from './use-go-by-wish.ts'
import { useLock } from './use-lock.ts'
import { usePalette } from './use-palette.ts'
import { NavigationContext, useHistoryNavigation } from './use-route.ts'
import { type Unsaved, watchWindowClose } from './window-close.ts'

const PaletteHost = lazy(async () => ({ default: (await import('./palette-host.tsx')).PaletteHost }))

const HelpScreen = lazy(async () => ({ default: (await import('./screens/help-screen.tsx')).HelpScreen }))
const AboutScreen = lazy(async () => ({ default: (await import('./screens/help-screen.tsx')).AboutScreen }))

interface WorkspaceProps {
  readonly vault: VaultState
  /** Where the vault stands, when this page knows; the page after a lock asks for it again. */
  readonly place: Place | null
  /** Told why, when the vault is locked and this page stays. */
  readonly onLocked: (note: UnlockNote) => void
}

/** Everything behind the lock. */
export function Workspace({ vault, place, onLocked }: WorkspaceProps) {
  const { t } = useTranslation('frame')
  const { navigation, held, ask } = useNotedNavigation(vault.vaultId)
  const { route, go } = navigation
  const [asked, setAsked] = useState<Unsaved | null>(null)
  const lock = useLock({
    onAsk: setAsked,
    leave: (note) => ({ vaultId: vault.vaultId, place, route: JSON.stringify(routeOf(window.history.state)), note }),
    onLocked,
  })
  const palette = usePalette()
  useGoByWish({ route, go, onPalette: palette.open, onLock: lock.byWish })
  useEffect(() => {
    keepSessionsOf(vault.vaultId)
    return watchWindowClose()
  }, [vault.vaultId])
  return (
    <NavigationContext.Provider value={navigation}>
      <AskToLeave value={ask}>
        <WhyNoChanges value={vault.isReadOnly ? t('notices.readOnly') : null}>
          <Shell vault={vault} isLocking={lock.isLocking} onLock={() => lock.byWish('lock')} onSearch={palette.open}>
            <ErrorBoundary where={`screen ${route.screen}`} resetKey={keyOf(route)} onLeave={() => go(home)}>
              <Suspense fallback={<Waiting what={t('oneMoment')} />}>
                <Settled key={keyOf(route)}>
                  <Screen route={route} onLock={() => lock.byWish('lock')} />
                </Settled>
              </Suspense>
            </ErrorBoundary>
          </Shell>
        </WhyNoChanges>
      </AskToLeave>
      {palette.isOpen ? (
        <Suspense fallback={null}>
          <PaletteHost text={palette.text} onText={palette.setText} onClose={palette.close} onLock={() => lock.byWish('lock')} />
        </Suspense>
      ) : null}
      {asked === null ? null : (
        <LeaveDialog
          unsaved={asked}
          action="lock"
          onStay={() => setAsked(null)}
          onLeave={() => {
            setAsked(null)
            lock.withoutSaving()
          }}
        />
      )}
      {held === null ? null : (
        <LeaveDialog unsaved={{ answerCount: 0, formCount: 1 }} action="leave" onStay={held.stay} onLeave={held.leave} />
      )}
    </NavigationContext.Provider>
  )
}

/** The navigation of the window's history, told to the main process, too, so that a page that dies is followed by one at the same place. */
function useNotedNavigation(vaultId: VaultId): ReturnType<typeof useHistoryNavigation> {
  const { navigation, held, ask } = useHistoryNavigation()
  // The entry of the history knows more than the route that was gone to: the question, too.
  const note = useCallback(() => void call('app.notePlace', { vaultId, route: JSON.stringify(routeOf(window.history.state)) }), [vaultId])
  const noted = useMemo(() => {
    const remember = (route: Route) => {
      navigation.remember(route)
      note()
    }
    return { ...navigation, remember }
  }, [navigation, note])
  useEffect(note, [note, navigation])
  return { navigation: noted, held, ask }
}

function Screen({ route, onLock }: { readonly route: Route; readonly onLock: () => void }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'organization':
      return <OrganizationScreen />
    case 'crown-jewels':
      return <CrownJewelsScreen />
    case 'exposure':
      return <ExposureScreen />
    case 'guide':
      return <GuideScreen />
    case 'third-parties':
      return <ThirdPartiesScreen view={route.view} />
    case 'new-third-party':
      return <NewThirdPartyScreen />
    case 'import':
      return <ImportScreen />
    case 'third-party':
      return <ThirdPartyScreen id={route.id} tab={route.tab} />
    case 'assessment':
      return <AssessmentScreen id={route.id} questionId={route.questionId} />
    case 'compare':
      return <CompareScreen id={route.id} otherId={route.otherId} />
    case 'portfolio':
      return <PortfolioScreen />
    case 'findings':
      return <FindingsScreen />
    case 'screening':
      return <ScreeningScreen thirdPartyId={route.thirdPartyId} />
    case 'packs':
      return <PacksScreen />
    case 'decision':
      return <DecisionScreen id={route.id} />
    case 'reports':
      return <ReportsScreen id={route.id} isNew={route.isNew} />
    case 'verify':
      return <VerifyScreen />
    case 'history':
      return <HistoryScreen />
    case 'help':
      return <HelpScreen page={route.page} heading={route.heading} />
    case 'about':
      return <AboutScreen />
    case 'settings':
      return <SettingsScreen onLock={onLock} />
  }
}

function keyOf(route: Route): string {
  // Going to a question of the assessment on the screen begins there anew; what is typed there outlives the screen.
  if (route.screen === 'assessment') return `assessment ${route.id} ${route.questionId ?? ''}`
  return 'id' in route ? `${route.screen} ${route.id}` : route.screen
}
