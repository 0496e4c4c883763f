// Reads third parties with their relationships: shared by every feature that shows or assesses one.
import { z } from 'zod'
import { Refusal } from '#shared/contract/refusal.ts'
import { ThirdPartyId } from '#shared/domain/ids.ts'
import { RelationshipKind, relationshipKinds } from '#shared/domain/relationship.ts'
import { ThirdParty } from '#shared/domain/third-party.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'

const ThirdPartyRow = z.strictObject({
  id: ThirdPartyId,
  legalName: z.string(),
  nativeName: z.string(),
  registrationNumber: z.string(),
  country: z.string(),
  note: z.string(),
})
const RelationshipRow = z.strictObject({ thirdPartyId: ThirdPartyId, kind: RelationshipKind })

const columns = 'id, legal_name AS legalName, native_name AS nativeName, registration_number AS registrationNumber, country, note'

export const readThirdParties = query(`SELECT ${columns} FROM third_party ORDER BY legal_name, id`, ThirdPartyRow)
export const readThirdParty = query(`SELECT ${columns} FROM third_party WHERE id = :id`, ThirdPartyRow)
export const readAllRelationships = query('SELECT third_party_id AS thirdPartyId, kind FROM relationship', RelationshipRow)
export const readRelationships = query(
  'SELECT third_party_id AS thirdPartyId, kind FROM relationship WHERE third_party_id = :id',
  RelationshipRow,
)

function assemble(row: z.infer<typeof ThirdPartyRow>, kinds: ReadonlySet<RelationshipKind>): ThirdParty {
  return ThirdParty.parse({ ...row, relationships: relationshipKinds.filter((kind) => kinds.has(kind)) })
}

/** All third parties by name. */
export function listThirdParties(db: ReadDb): ThirdParty[] {
  const kindsOf = Map.groupBy(db.all(readAllRelationships), (relationship) => relationship.thirdPartyId)
  return db.all(readThirdParties).map((row) => assemble(row, new Set((kindsOf.get(row.id) ?? []).map((relationship) => relationship.kind))))
}

/** One third party; refuses with `not-found`. */
export function findThirdParty(db: ReadDb, id: ThirdPartyId): ThirdParty {
  const row = db.first(readThirdParty, { id })
  if (!row) throw new Refusal('not-found', 'That third party is no longer in the vault. Open the list again.')
  return assemble(row, new Set(db.all(readRelationships, { id }).map((relationship) => relationship.kind)))
}
