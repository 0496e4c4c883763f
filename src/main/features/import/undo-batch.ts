// Takes a whole import back, unless somebody worked with what it brought.
import { Refusal } from '#shared/contract/refusal.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import { followScreening } from '#main/records/screening.ts'
import { deleteThirdParty, updateThirdParty } from '#main/records/third-party-writing.ts'
import { putProfile } from '#main/records/third-party-profile.ts'
import { findThirdParty } from '#main/records/third-party.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { hashOf, Snapshot, snapshotOf } from './apply-row.ts'
import { addedNow, keepUndone } from './redo-batch.ts'
import {
  addedPartiesIn,
  forgetChangesOf,
  forgetUndone,
  markUndone,
  readBatch,
  readChanges,
  readLaterChanges,
  readReferences,
} from './queries.ts'

/** Tables whose rows describe a third party and go with it. */
const ownTables: ReadonlySet<string> = new Set([
  'relationship',
  'third_party_profile',
  'third_party_summary',
  'third_party_tag',
  'third_party_archive',
  'bulk_change',
  'screening_result',
  'screening_hit',
])

interface Touched {
  readonly id: ThirdPartyId
  readonly isAdded: boolean
  readonly before: string | null
  readonly afterSha256: string
}

/** What a batch did to each third party, from its first row to its last. */
function touchedBy(db: ReadDb, batchId: string): Touched[] {
  const byParty = Map.groupBy(db.all(readChanges, { batchId }), ({ thirdPartyId }) => thirdPartyId)
  return [...byParty].flatMap(([id, changes]) => {
    const [first] = changes
    const last = changes.at(-1)
    return first === undefined || last === undefined
      ? []
      : [{ id, isAdded: first.kind === 'added', before: first.before, afterSha256: last.afterSha256 }]
  })
}

/** Third parties of the batch that were assessed, given owners, changed or imported again since. */
function workedWith(db: ReadDb, batchId: string, touched: readonly Touched[]): Set<ThirdPartyId> {
  const found = new Set(db.all(readLaterChanges, { batchId }).map(({ thirdPartyId }) => thirdPartyId))
  for (const { tableName, columnName } of db.all(readReferences)) {
    if (ownTables.has(tableName)) continue
    for (const { thirdPartyId } of db.all(addedPartiesIn(tableName, columnName), { batchId })) found.add(thirdPartyId)
  }
  for (const { id, afterSha256 } of touched) if (!found.has(id) && hashOf(snapshotOf(db, id)) !== afterSha256) found.add(id)
  return found
}

function refuseInUse(db: ReadDb, ids: ReadonlySet<ThirdPartyId>): void {
  const [first] = ids
  if (first === undefined) return
  const { legalName } = findThirdParty(db, first)
  const others = ids.size - 1
  // A name may hold a full stop, so it stands in the second sentence: the first one is the heading of what the page says.
  const who = others === 0 ? legalName : others === 1 ? `${legalName} and one other` : `${legalName} and ${others} others`
  throw new Refusal(
    'import-in-use',
    `This import cannot be undone. It brought ${who}, assessed or changed since; archive the third parties that you do not need instead.`,
  )
}

/** Undoes a batch inside a transaction: third parties that it added go, those it changed are as before. Refuses with `not-found` and `import-in-use`. */
export function undoBatch(
  tx: WriteDb,
  batchId: string,
  { packs, at: undoneAt }: { readonly packs: PackLibrary; readonly at: string },
): { readonly removed: number; readonly restored: number } {
  const batch = tx.first(readBatch, { batchId })
  if (batch === undefined || batch.undoneAt !== null)
    throw new Refusal('not-found', 'That import is not there any more, or was undone already. Open the list of imports again.')
  const touched = touchedBy(tx, batchId)
  refuseInUse(tx, workedWith(tx, batchId, touched))
  tx.run(forgetUndone)
  for (const { id, isAdded, before } of touched) {
    if (isAdded) {
      keepUndone(tx, batchId, addedNow(tx, batchId, id))
      tx.run(forgetChangesOf, { thirdPartyId: id })
      deleteThirdParty(tx, id)
    } else {
      const { thirdParty, profile } = Snapshot.parse(JSON.parse(before ?? 'null'))
      const after = snapshotOf(tx, id)
      updateThirdParty(tx, thirdParty)
      putProfile(tx, id, { profile, savedAt: undoneAt })
      followScreening(tx, id, { packs, at: undoneAt })
      keepUndone(tx, batchId, { kind: 'updated', after, beforeSha256: hashOf(snapshotOf(tx, id)) })
    }
  }
  tx.run(markUndone, { batchId, undoneAt })
  const removed = touched.filter(({ isAdded }) => isAdded).length
  return { removed, restored: touched.length - removed }
}
