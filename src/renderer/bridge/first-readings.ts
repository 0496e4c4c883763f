// What is still being read for the first time in a part of the page, so that the part can be shown whole.
import { createContext, useContext, useLayoutEffect } from 'react'

export interface FirstReadings {
  /** Counts a reading; returns the function that ends it. */
  readonly begin: () => () => void
  /** Tells whether nothing is being read now. */
  readonly tell: () => void
}

/**
 * Tells by `areOver` when asked, and whenever the last reading has ended and, by the end of the turn, no other has begun:
 * an answer may draw a part that reads on.
 */
export function countReadings(areOver: (yes: boolean) => void): FirstReadings {
  let count = 0
  const tell = () => areOver(count === 0)
  const begin = () => {
    count += 1
    return () => {
      count -= 1
      queueMicrotask(() => (count === 0 ? tell() : undefined))
    }
  }
  return { begin, tell }
}

interface PartOfPage {
  readonly readings: FirstReadings
  readonly isShown: boolean
}

/** Null outside a part that waits for its readings. */
export const PartContext = createContext<PartOfPage | null>(null)

/** Counts a reading of the component for as long as its first answer is not there. */
export function useFirstReading(isLoading: boolean): void {
  const readings = useContext(PartContext)?.readings
  // Before anything is drawn, so that a part that reads nothing is never hidden.
  useLayoutEffect(() => (isLoading ? readings?.begin() : undefined), [isLoading, readings])
}

/** Whether the part that the component stands in is shown: nothing can take the focus before. */
export function useIsShown(): boolean {
  return useContext(PartContext)?.isShown ?? true
}
