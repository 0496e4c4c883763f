// Lets the menu take changes of answers back, or do them again, wherever the focus is.
import { useEffect, useRef } from 'react'

export type StepWish = 'undo' | 'redo'

const listeners = new Set<(wish: StepWish) => void>()

/** Asks the questionnaire on the screen; does nothing on other screens. */
export function wishStep(wish: StepWish): void {
  for (const listener of listeners) listener(wish)
}

/** Carries wishes out while a component is shown. */
export function useStepWishes(carryOut: (wish: StepWish) => void): void {
  const latest = useRef(carryOut)
  useEffect(() => {
    latest.current = carryOut
  })
  useEffect(() => {
    const listener = (wish: StepWish) => latest.current(wish)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [])
}
