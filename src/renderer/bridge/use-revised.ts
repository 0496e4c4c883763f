// What a component shows and saves whole under a revision.
import { useState } from 'react'
import { createRevised, newerOf } from './revised.ts'

/** Takes what was read; returns the newest that is known, and `put`, which resolves to what stood before, or null when nothing was saved. */
export function useRevised<Kept extends { readonly revision: number }>() {
  // What this page saved may be newer than what it read last.
  const [saved, setSaved] = useState<Kept | null>(null)
  const [put] = useState(() => createRevised<Kept>(setSaved))
  return (read: Kept) => ({
    now: newerOf(saved, read),
    put: (save: (now: Kept) => Promise<Kept | null>) => put(read, save),
  })
}
