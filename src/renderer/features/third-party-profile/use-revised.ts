// What stands under a revision and is saved whole: each change is made on what the one before left, however fast they follow.
import { useRef, useState } from 'react'
import { useTurns } from '#renderer/bridge/use-turns.ts'

/** Takes what was read; returns the newest that is known, and `put`, which resolves to what stood before, or null when nothing was saved. */
export function useRevised<Kept extends { readonly revision: number }>() {
  // What this page saved may be newer than what it read last.
  const known = useRef<Kept | null>(null)
  const [saved, setSaved] = useState<Kept | null>(null)
  const inTurn = useTurns()
  return (read: Kept) => {
    const newest = (kept: Kept | null) => (kept !== null && kept.revision > read.revision ? kept : read)
    const put = (save: (now: Kept) => Promise<Kept | null>) =>
      inTurn(async () => {
        const before = newest(known.current)
        const kept = await save(before)
        if (kept === null) return null
        known.current = kept
        setSaved(kept)
        return before
      })
    return { now: newest(saved), put }
  }
}
