// Adds, changes and removes third parties with everything that is worked out from them.
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdParty } from '#shared/domain/third-party.ts'
import type { WriteDb } from '#main/store/database.ts'
import { command } from '#main/store/statement.ts'
import { dropSummary, keepSummary } from './third-party-summary.ts'

export const insertParty = command(
  `INSERT INTO third_party (id, legal_name, native_name, registration_number, country, note, added_at)
   VALUES (:id, :legalName, :nativeName, :registrationNumber, :country, :note, :addedAt)`,
)
export const updateParty = command(
  `UPDATE third_party SET legal_name = :legalName, native_name = :nativeName, registration_number = :registrationNumber,
   country = :country, note = :note WHERE id = :id`,
)
export const insertRelationship = command('INSERT INTO relationship (third_party_id, kind) VALUES (:id, :kind)')
export const dropRelationships = command('DELETE FROM relationship WHERE third_party_id = :id')
export const dropTags = command('DELETE FROM third_party_tag WHERE third_party_id = :id')
export const dropArchiving = command('DELETE FROM third_party_archive WHERE third_party_id = :id', { ofParty: 'id' })
export const dropBulkChanges = command('DELETE FROM bulk_change WHERE third_party_id = :id')
export const dropProfile = command('DELETE FROM third_party_profile WHERE third_party_id = :id')
export const dropParty = command('DELETE FROM third_party WHERE id = :id')

function setRelationships(tx: WriteDb, { id, relationships }: ThirdParty): void {
  tx.run(dropRelationships, { id })
  for (const kind of new Set(relationships)) tx.run(insertRelationship, { id, kind })
}

/** Adds a third party under its id. */
export function insertThirdParty(tx: WriteDb, thirdParty: ThirdParty, addedAt: string): void {
  const { relationships: _, ...row } = thirdParty
  tx.run(insertParty, { ...row, addedAt })
  setRelationships(tx, thirdParty)
  keepSummary(tx, thirdParty.id)
}

/** Puts new details in the place of the old; false when the third party is gone. */
export function updateThirdParty(tx: WriteDb, thirdParty: ThirdParty): boolean {
  const { relationships: _, ...row } = thirdParty
  if (tx.run(updateParty, row) === 0) return false
  setRelationships(tx, thirdParty)
  keepSummary(tx, thirdParty.id)
  return true
}

/** Removes a third party that nothing refers to but what describes it. Throws when an assessment or anything else does. */
export function deleteThirdParty(tx: WriteDb, id: ThirdPartyId): void {
  for (const drop of [dropSummary, dropRelationships, dropTags, dropArchiving, dropBulkChanges, dropProfile, dropParty])
    tx.run(drop, { id })
}
