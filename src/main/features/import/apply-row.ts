// Writes one row of a list into the vault: as a new third party, or into one that is there.
import { createHash } from 'node:crypto'
import type { MatchChoice } from '#shared/contract/import.ts'
import { ThirdPartyId } from '#shared/domain/ids.ts'
import { relationshipKinds } from '#shared/domain/relationship.ts'
import { ThirdParty, ThirdPartyDetails } from '#shared/domain/third-party.ts'
import { emptyProfile, mostOfEach, ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import { z } from 'zod'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import { followScreening } from '#main/records/screening.ts'
import { findProfile, putProfile } from '#main/records/third-party-profile.ts'
import { findThirdParty } from '#main/records/third-party.ts'
import { insertThirdParty, updateThirdParty } from '#main/records/third-party-writing.ts'
import { canonicalJson } from '#main/store/canonical-json.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { listLimits } from './limits.ts'
import { addChange, readPartyId } from './queries.ts'
import type { ReadRow } from './read-row.ts'

/** A third party with its profile, as an import finds or leaves it. */
export const Snapshot = z.strictObject({ thirdParty: ThirdParty, profile: ThirdPartyProfile })
export type Snapshot = z.infer<typeof Snapshot>

export function snapshotOf(db: ReadDb, id: ThirdPartyId): Snapshot {
  return { thirdParty: findThirdParty(db, id), profile: findProfile(db, id).profile }
}

export function hashOf(snapshot: Snapshot): string {
  return createHash('sha256').update(canonicalJson(snapshot)).digest('hex')
}

export function isEmptyProfile(profile: ThirdPartyProfile): boolean {
  return canonicalJson(profile) === canonicalJson(emptyProfile)
}

/** Both lists, each thing once. */
function joined<Item>(there: readonly Item[], given: readonly Item[]): Item[] {
  const known = new Set(there.map((item) => canonicalJson(item)))
  return [...there, ...given.filter((item) => !known.has(canonicalJson(item)))].slice(0, mostOfEach)
}

/** What a row makes of a third party that is there: what the row says replaces what was there, lists grow, and nothing is emptied. */
function merged(there: Snapshot, { details, profile }: Pick<ReadRow, 'details' | 'profile'>): Snapshot {
  const old = there.thirdParty
  const isNoted = details.note === '' || old.note.includes(details.note)
  const relationships = new Set([...old.relationships, ...details.relationships])
  return {
    thirdParty: {
      id: old.id,
      legalName: details.legalName,
      nativeName: details.nativeName || old.nativeName,
      registrationNumber: details.registrationNumber || old.registrationNumber,
      country: details.country || old.country,
      relationships: relationshipKinds.filter((kind) => relationships.has(kind)),
      note: isNoted ? old.note : [old.note, details.note].filter(Boolean).join('\n').slice(0, listLimits.cellLength).toWellFormed(),
    },
    profile: {
      lei: profile.lei || there.profile.lei,
      identifiers: joined(there.profile.identifiers, profile.identifiers),
      names: joined(there.profile.names, [...formerNameOf(old.legalName, details.legalName), ...profile.names]),
      addresses: joined(there.profile.addresses, profile.addresses),
      jurisdictions: there.profile.jurisdictions,
      contacts: joined(there.profile.contacts, profile.contacts),
      website: profile.website || there.profile.website,
    },
  }
}

/** A legal name that a row replaces by another is not lost. */
function formerNameOf(old: string, given: string): ThirdPartyProfile['names'] {
  return old === given ? [] : [{ kind: 'former', name: old, until: '' }]
}

export interface PieceOfImport {
  readonly batchId: string
  readonly piece: number
  readonly at: string
  readonly newId: () => string
  readonly packs: PackLibrary
}

export interface PlannedRow {
  readonly row: ReadRow
  /** The third party that is there already; null where a new one is made. */
  readonly thirdPartyId: ThirdPartyId | null
  readonly choice: MatchChoice
}

export type Done = 'added' | 'updated' | 'skipped'

function keep(tx: WriteDb, snapshot: Snapshot, at: string): void {
  putProfile(tx, snapshot.thirdParty.id, { profile: snapshot.profile, savedAt: at })
}

function addRow(tx: WriteDb, row: ReadRow, { batchId, piece, at, newId }: PieceOfImport): Done {
  const id = ThirdPartyId.parse(newId())
  const thirdParty = { ...ThirdPartyDetails.parse(row.details), id }
  insertThirdParty(tx, thirdParty, at)
  if (!isEmptyProfile(row.profile)) keep(tx, { thirdParty, profile: row.profile }, at)
  const afterSha256 = hashOf(snapshotOf(tx, id))
  tx.run(addChange, { batchId, thirdPartyId: id, piece, rowNumber: row.number, kind: 'added', before: null, afterSha256 })
  return 'added'
}

function updateRow(tx: WriteDb, { row, id }: { readonly row: ReadRow; readonly id: ThirdPartyId }, piece: PieceOfImport): Done {
  const before = snapshotOf(tx, id)
  const after = merged(before, row)
  if (hashOf(before) === hashOf(after)) return 'skipped'
  updateThirdParty(tx, after.thirdParty)
  keep(tx, after, piece.at)
  followScreening(tx, id, piece)
  const { batchId, piece: number } = piece
  const afterSha256 = hashOf(snapshotOf(tx, id))
  const change = { kind: 'updated', before: JSON.stringify(before), afterSha256 }
  tx.run(addChange, { batchId, thirdPartyId: id, piece: number, rowNumber: row.number, ...change })
  return 'updated'
}

/** Writes a row, and what it did, so that it can be taken back. */
export function applyRow(tx: WriteDb, { row, thirdPartyId, choice }: PlannedRow, piece: PieceOfImport): Done {
  if (row.isRefused || choice === 'skip') return 'skipped'
  if (choice === 'add') return addRow(tx, row, piece)
  // An earlier row of the same list is no third party of the vault that could be changed, nor is one that was taken away since.
  const isThere = thirdPartyId !== null && tx.first(readPartyId, { id: thirdPartyId }) !== undefined
  return isThere ? updateRow(tx, { row, id: thirdPartyId }, piece) : 'skipped'
}
