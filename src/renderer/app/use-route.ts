// The current place and the way to another one.
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { forgetUnsavedForms, unsavedFormCount } from '#renderer/ui/unsaved-forms.ts'
import { routeOf, type Route } from './route.ts'

export interface Navigation {
  readonly route: Route
  readonly go: (route: Route) => void
  /** Notes a closer place on the same screen, so that a reload or the vault opened again leads there. Draws nothing anew. */
  readonly remember: (route: Route) => void
}

/** Where a person wanted to go while a form was unsaved; `stay` and `leave` are the two ways on. */
export interface HeldNavigation {
  readonly stay: () => void
  readonly leave: () => void
}

/**
 * Keeps the route in `history.state`: the address never changes, so nothing is ever loaded.
 * Leaving a screen with an unsaved form is held until the person decides.
 */
export function useHistoryNavigation(): { readonly navigation: Navigation; readonly held: HeldNavigation | null } {
  const [route, setRoute] = useState(() => routeOf(window.history.state))
  const [wanted, setWanted] = useState<Route | null>(null)

  const go = useCallback((next: Route) => {
    if (unsavedFormCount() > 0) return setWanted(next)
    window.history.pushState(next, '')
    return setRoute(next)
  }, [])
  useEffect(() => {
    const onPopState = (event: PopStateEvent) => {
      const next = routeOf(event.state)
      if (unsavedFormCount() === 0) return setRoute(next)
      window.history.pushState(route, '')
      return setWanted(next)
    }
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [route])
  const navigation = useMemo(() => ({ route, go, remember }), [route, go])
  const held = wanted === null ? null : { stay: () => setWanted(null), leave: () => leaveFor(wanted, setWanted, go) }
  return { navigation, held }
}

function remember(route: Route): void {
  window.history.replaceState(route, '')
}

function leaveFor(wanted: Route, setWanted: (route: null) => void, go: (route: Route) => void): void {
  forgetUnsavedForms()
  setWanted(null)
  go(wanted)
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation works only inside the workspace.')
  return navigation
}
