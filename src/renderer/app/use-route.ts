// The current place and the way to another one.
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { routeOf, type Route } from './route.ts'

export interface Navigation {
  readonly route: Route
  readonly go: (route: Route) => void
  readonly back: () => void
}

/** Keeps the route in `history.state`: the address never changes, so nothing is ever loaded. */
export function useHistoryNavigation(): Navigation {
  const [route, setRoute] = useState(() => routeOf(window.history.state))
  useEffect(() => {
    const onPopState = (event: PopStateEvent) => setRoute(routeOf(event.state))
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [])
  const go = useCallback((next: Route) => {
    window.history.pushState(next, '')
    setRoute(next)
  }, [])
  const back = useCallback(() => window.history.back(), [])
  return useMemo(() => ({ route, go, back }), [route, go, back])
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation works only inside the workspace.')
  return navigation
}
