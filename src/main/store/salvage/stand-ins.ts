// Puts something in the place of a lost record that others belong to, so that these can be read again; each says that it stands in.
import { z } from 'zod'
import type { WriteDb } from '../database.ts'
import { command, query } from '../statement.ts'
import type { Row } from './table-layouts.ts'

/** The name that a third party gets whose own record is lost. */
export const lostPartyName = '(lost in the damage of the vault)'

export const addStandInParty = command(
  `INSERT OR IGNORE INTO third_party (id, legal_name, native_name, registration_number, country, note, added_at)
   VALUES (:id, :legalName, '', '', '', :note, :addedAt)`,
)
export const addMissingPack = command(
  'INSERT OR IGNORE INTO pack (sha256, pack_id, version, content) VALUES (:sha256, :pack_id, :version, :content)',
)
export const addRelationshipsOfAssessments = command(
  'INSERT OR IGNORE INTO relationship (third_party_id, kind) SELECT DISTINCT third_party_id, relationship FROM assessment',
)
/** Every third party has at least one; which one is lost nobody can say. */
export const addUsualRelationship = command(
  "INSERT INTO relationship (third_party_id, kind) SELECT id, 'supplier' FROM third_party WHERE id NOT IN (SELECT third_party_id FROM relationship)",
)
export const readStandIns = query(
  'SELECT count(*) AS parties FROM third_party WHERE legal_name = :legalName',
  z.strictObject({ parties: z.int() }),
)

const note =
  'This record stands in for a third party that was on a damaged part of the vault. Its assessments were saved. Fill it in again, or compare with a backup.'

/** What an assessment belongs to: its third party, and its question pack when the program has that itself. */
export function addParentsOf(db: WriteDb, assessment: Row, packRow: (sha256: string) => Row | null): void {
  const { pack_sha256: hash, third_party_id: id, started_at: addedAt } = assessment
  const pack = typeof hash === 'string' ? packRow(hash) : null
  if (pack !== null) db.run(addMissingPack, pack)
  if (typeof id === 'string' && typeof addedAt === 'string') db.run(addStandInParty, { id, legalName: lostPartyName, note, addedAt })
}

/** Gives every third party a relationship again: those of its assessments, otherwise supplier. Returns how many were put in. */
export function addRelationships(db: WriteDb): number {
  return db.run(addRelationshipsOfAssessments) + db.run(addUsualRelationship)
}

export function countStandInParties(db: WriteDb): number {
  return db.first(readStandIns, { legalName: lostPartyName })?.parties ?? 0
}
