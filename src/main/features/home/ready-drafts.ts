// The drafts that can be signed: found once among all, and then only where something changed.
import type { z } from 'zod'
import { createPartyKeeper } from '#main/records/kept-by-party.ts'
import type { Store } from '#main/store/store.ts'
import { readReady, readReadyOf } from './queries.ts'

type Ready = z.infer<typeof readReady.row>

const newestFirst = (a: Ready, b: Ready) => (a.changedAt === b.changedAt ? (a.id < b.id ? -1 : 1) : a.changedAt > b.changedAt ? -1 : 1)

/** Reads those that can be signed, answered last first, without third parties that are put aside. */
export function createReadyKeeper(): (db: Store) => Ready[] {
  const keep = createPartyKeeper<readonly Ready[]>({
    all: (db) => Map.groupBy(db.all(readReady), ({ thirdPartyId }) => thirdPartyId),
    one: (db, id) => {
      const drafts = db.all(readReadyOf, { id })
      return drafts.length === 0 ? undefined : drafts
    },
  })
  return (db) => [...keep(db).values()].flat().toSorted(newestFirst)
}
