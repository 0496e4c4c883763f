// Does an import again that was undone: exactly as it was, unless somebody worked with what it would change.
import { z } from 'zod'
import { Refusal } from '#shared/contract/refusal.ts'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import { addBulkChange } from '#main/records/bulk-change.ts'
import { followScreening } from '#main/records/screening.ts'
import { putProfile } from '#main/records/third-party-profile.ts'
import { insertThirdParty, updateThirdParty } from '#main/records/third-party-writing.ts'
import { keepSummary } from '#main/records/third-party-summary.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { hashOf, isEmptyProfile, Snapshot, snapshotOf } from './apply-row.ts'
import {
  addChange,
  addUndone,
  dropUndoneOf,
  insertArchiving,
  insertTag,
  markUndone,
  readAddedAt,
  readArchivedAt,
  readBulkChangesOf,
  readChangesOfParty,
  readPartyId,
  readTagsOfParty,
  readUndone,
} from './queries.ts'

const Change = z.strictObject({ piece: z.int().min(1), rowNumber: z.int().min(1), afterSha256: z.string() })

/** What undoing took from one third party: of one that the import added everything, of one that it changed what it made of it. */
const Undone = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('added'),
    after: Snapshot,
    addedAt: z.string(),
    archivedAt: z.string().nullable(),
    tags: z.array(z.string()),
    bulkChanges: z.array(z.strictObject({ changeId: z.string(), about: z.string() })),
    changes: z.array(Change.extend({ kind: z.enum(['added', 'updated']), before: z.string().nullable() })),
  }),
  z.strictObject({ kind: z.literal('updated'), after: Snapshot, beforeSha256: z.string() }),
])
type Undone = z.infer<typeof Undone>
type Added = Extract<Undone, { kind: 'added' }>

/** What is about to be taken from a third party that the batch added, as it stands now. */
export function addedNow(db: ReadDb, batchId: string, id: ThirdPartyId): Undone {
  return {
    kind: 'added',
    after: snapshotOf(db, id),
    addedAt: db.first(readAddedAt, { id })?.addedAt ?? '',
    archivedAt: db.first(readArchivedAt, { id })?.archivedAt ?? null,
    tags: db.all(readTagsOfParty, { id }).map(({ tag }) => tag),
    bulkChanges: db.all(readBulkChangesOf, { id }),
    changes: db.all(readChangesOfParty, { batchId, id }),
  }
}

/** Keeps what was taken from one third party. */
export function keepUndone(tx: WriteDb, batchId: string, undone: Undone): void {
  tx.run(addUndone, { batchId, thirdPartyId: undone.after.thirdParty.id, content: JSON.stringify(undone) })
}

interface Redoing {
  readonly batchId: string
  readonly packs: PackLibrary
  readonly at: string
}

function bringBack(tx: WriteDb, { after, ...undone }: Added, { batchId, at }: Redoing): void {
  const { id } = after.thirdParty
  insertThirdParty(tx, after.thirdParty, undone.addedAt)
  if (!isEmptyProfile(after.profile)) putProfile(tx, id, { profile: after.profile, savedAt: at })
  for (const tag of undone.tags) tx.run(insertTag, { id, tag })
  if (undone.archivedAt !== null) tx.run(insertArchiving, { id, archivedAt: undone.archivedAt })
  for (const change of undone.bulkChanges) tx.run(addBulkChange, { thirdPartyId: id, ...change })
  for (const change of undone.changes) tx.run(addChange, { batchId, thirdPartyId: id, ...change })
  keepSummary(tx, id)
}

function changeAgain(tx: WriteDb, { after, beforeSha256 }: Extract<Undone, { kind: 'updated' }>, redoing: Redoing): void {
  const { id, legalName } = after.thirdParty
  const isAsItWas = tx.first(readPartyId, { id }) !== undefined && hashOf(snapshotOf(tx, id)) === beforeSha256
  if (!isAsItWas)
    throw new Refusal(
      'import-in-use',
      `This import cannot be done again. It would change ${legalName}, changed or removed since; choose the file again instead.`,
    )
  updateThirdParty(tx, after.thirdParty)
  putProfile(tx, id, { profile: after.profile, savedAt: redoing.at })
  followScreening(tx, id, redoing)
}

/** Does an undone batch again inside a transaction. Refuses with `not-found` and `import-in-use`. */
export function redoBatch(tx: WriteDb, redoing: Redoing): { readonly added: number; readonly updated: number } {
  const { batchId } = redoing
  const undone = tx.all(readUndone, { batchId }).map(({ content }) => Undone.parse(JSON.parse(content)))
  if (undone.length === 0)
    throw new Refusal('not-found', 'That import cannot be done again any more. Choose the file again; nothing was changed.')
  for (const one of undone) {
    if (one.kind === 'added') bringBack(tx, one, redoing)
    else changeAgain(tx, one, redoing)
  }
  tx.run(markUndone, { batchId, undoneAt: null })
  tx.run(dropUndoneOf, { batchId })
  const added = undone.filter(({ kind }) => kind === 'added').length
  return { added, updated: undone.length - added }
}
