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

/** A question that is open because something typed would be lost; `stay` and `leave` are the two ways on. */
interface HeldNavigation {
  readonly stay: () => void
  readonly leave: () => void
}

interface HistoryNavigation {
  readonly navigation: Navigation
  readonly held: HeldNavigation | null
  /** Opens the question; `leave` is done when the person says so. */
  readonly ask: (leave: () => void) => void
}

/**
 * Keeps the route in `history.state`: the address never changes, so nothing is ever loaded.
 * Leaving a screen with an unsaved form is held until the person decides.
 */
export function useHistoryNavigation(): HistoryNavigation {
  const [route, setRoute] = useState(() => routeOf(window.history.state))
  const [held, setHeld] = useState<HeldNavigation | null>(null)
  const [left, setLeft] = useState<{ readonly leave: () => void } | null>(null)
  const ask = useCallback((leave: () => void) => {
    const stay = () => setHeld(null)
    setHeld({
      stay,
      leave: () => {
        stay()
        setLeft({ leave })
      },
    })
  }, [])
  // Once the question is off the screen, because it holds the focus, which whatever comes next may take.
  useEffect(() => {
    left?.leave()
  }, [left])

  const go = useCallback(
    (next: Route) => {
      const move = () => {
        window.history.pushState(next, '')
        setRoute(next)
      }
      if (unsavedFormCount() === 0) return move()
      return ask(() => {
        forgetUnsavedForms()
        move()
      })
    },
    [ask],
  )
  useEffect(() => {
    const onPopState = (event: PopStateEvent) => {
      const next = routeOf(event.state)
      if (unsavedFormCount() === 0) return setRoute(next)
      window.history.pushState(route, '')
      return go(next)
    }
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [route, go])
  const navigation = useMemo(() => ({ route, go, remember }), [route, go])
  return { navigation, held, ask }
}

function remember(route: Route): void {
  window.history.replaceState(route, '')
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('useNavigation works only inside the workspace.')
  return navigation
}
