// Keeps what stood before the last removal, so that one press brings it back.
import { useState } from 'react'

/** What was removed last, by name, and all that stood with it. */
export interface LastRemoval<Value> {
  readonly name: string
  readonly before: Value
}

/** Saves through `put` and remembers one removal; the next change without one forgets it. */
export function useRemoval<Value>() {
  const [removal, setRemoval] = useState<LastRemoval<Value> | null>(null)
  return (value: Value, put: (next: Value) => Promise<boolean>) => ({
    removal,
    change: async (next: Value, removed?: string) => {
      const isSaved = await put(next)
      if (isSaved) setRemoval(removed === undefined ? null : { name: removed, before: value })
      return isSaved
    },
    undo: async () => {
      const isSaved = removal !== null && (await put(removal.before))
      if (isSaved) setRemoval(null)
      return isSaved
    },
  })
}
