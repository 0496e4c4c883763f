import { useEffect } from 'react'
import type { VaultState } from '#shared/contract/vault.ts'
import { keepSessionsOf } from '#renderer/features/assessments/session/registry.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { home, type Route } from './route.ts'
import { AssessmentScreen } from './screens/assessment-screen.tsx'
import { CompareScreen } from './screens/compare-screen.tsx'
import { DecisionScreen } from './screens/decision-screen.tsx'
import { HomeScreen } from './screens/home-screen.tsx'
import { OrganizationScreen } from './screens/organization-screen.tsx'
import { PacksScreen } from './screens/packs-screen.tsx'
import { NewThirdPartyScreen, ThirdPartyScreen } from './screens/third-party-screen.tsx'
import { VerifyScreen } from './screens/verify-screen.tsx'
import { Shell } from './shell.tsx'
import { NavigationContext, useHistoryNavigation } from './use-route.ts'
import { watchWindowClose } from './window-close.ts'

interface WorkspaceProps {
  readonly vault: VaultState
  /** Told whether something unsaved was given up. */
  readonly onLocked: (hasLeftSomething: boolean) => void
}

/** Everything behind the lock. */
export function Workspace({ vault, onLocked }: WorkspaceProps) {
  const { navigation, held } = useHistoryNavigation()
  const { route, go } = navigation
  useEffect(() => {
    keepSessionsOf(vault.vaultId)
    return watchWindowClose()
  }, [vault.vaultId])
  return (
    <NavigationContext.Provider value={navigation}>
      <Shell vault={vault} onLocked={onLocked}>
        <ErrorBoundary where={`screen ${route.screen}`} resetKey={keyOf(route)} onLeave={() => go(home)}>
          <Screen key={keyOf(route)} route={route} />
        </ErrorBoundary>
      </Shell>
      {held === null ? null : (
        <LeaveDialog unsaved={{ answerCount: 0, formCount: 1 }} action="Leave" onStay={held.stay} onLeave={held.leave} />
      )}
    </NavigationContext.Provider>
  )
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'organization':
      return <OrganizationScreen />
    case 'new-third-party':
      return <NewThirdPartyScreen />
    case 'third-party':
      return <ThirdPartyScreen id={route.id} />
    case 'assessment':
      return <AssessmentScreen id={route.id} questionId={route.questionId} />
    case 'compare':
      return <CompareScreen id={route.id} otherId={route.otherId} />
    case 'packs':
      return <PacksScreen />
    case 'decision':
      return <DecisionScreen id={route.id} />
    case 'verify':
      return <VerifyScreen />
  }
}

function keyOf(route: Route): string {
  return 'id' in route ? `${route.screen} ${route.id}` : route.screen
}
