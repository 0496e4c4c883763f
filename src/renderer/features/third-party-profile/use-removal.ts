// Keeps what stood before the last removal, so that one press brings it back.
import { useState } from 'react'

/** What was removed last, by name, and all that stood with it. */
export interface LastRemoval<Value> {
  readonly name: string
  readonly before: Value
}

/** Saves what `make` makes of what stands now, or nothing where that is null; resolves to what stood before, or to null when nothing was saved. */
export type PutMade<Value> = (make: (now: Value) => Value | null) => Promise<Value | null>

/** Saves through `put` and remembers one removal; the next change without one forgets it. */
export function useRemoval<Value>() {
  const [removal, setRemoval] = useState<LastRemoval<Value> | null>(null)
  return (put: PutMade<Value>) => ({
    removal,
    change: async (make: (now: Value) => Value | null, removed?: string) => {
      const before = await put(make)
      if (before === null) return false
      setRemoval(removed === undefined ? null : { name: removed, before })
      return true
    },
    undo: async () => {
      const isSaved = removal !== null && (await put(() => removal.before)) !== null
      if (isSaved) setRemoval(null)
      return isSaved
    },
  })
}
