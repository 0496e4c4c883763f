// Does things one after the other, however fast they are asked for.
import { useCallback, useRef } from 'react'

/** Returns what runs a step after all the steps before it have ended, well or badly. */
export function useTurns() {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback(<Outcome>(step: () => Promise<Outcome>): Promise<Outcome> => {
    const mine = last.current.then(step)
    last.current = mine.catch(() => undefined)
    return mine
  }, [])
}
