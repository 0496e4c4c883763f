// SQL that changes third parties and their relationships.
import { command } from '#main/store/statement.ts'

export const addThirdParty = command(
  `INSERT INTO third_party (id, legal_name, native_name, registration_number, country, note, added_at)
   VALUES (:id, :legalName, :nativeName, :registrationNumber, :country, :note, :addedAt)`,
)
export const changeThirdParty = command(
  `UPDATE third_party SET legal_name = :legalName, native_name = :nativeName, registration_number = :registrationNumber,
   country = :country, note = :note WHERE id = :id`,
)
export const addRelationship = command('INSERT INTO relationship (third_party_id, kind) VALUES (:id, :kind)')
export const removeRelationships = command('DELETE FROM relationship WHERE third_party_id = :id')
