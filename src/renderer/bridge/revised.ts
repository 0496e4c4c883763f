// What stands under a revision and is saved whole: each change is made on what the one before left, however fast they follow.
import { createInTurn } from '#shared/in-turn.ts'

interface Revision {
  readonly revision: number
}

/** The newer of what was saved here and what was read: a reading may be older than the last save. */
export function newerOf<Kept extends Revision>(saved: Kept | null, read: Kept): Kept {
  return saved !== null && saved.revision > read.revision ? saved : read
}

/**
 * Returns what saves, in its turn, what `save` makes of the newest that is known, and resolves to what stood before,
 * or to null when nothing was saved. `onSaved` hears of each save.
 */
export function createRevised<Kept extends Revision>(onSaved: (saved: Kept) => void) {
  let known: Kept | null = null
  const inTurn = createInTurn()
  return (read: Kept, save: (now: Kept) => Promise<Kept | null>): Promise<Kept | null> =>
    inTurn(async () => {
      const before = newerOf(known, read)
      const saved = await save(before)
      if (saved === null) return null
      known = saved
      onSaved(saved)
      return before
    })
}
