// Reads and writes the profile of a third party: shared by its own screen and by imports.
import { z } from 'zod'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { emptyProfile, ThirdPartyProfile } from '#shared/domain/third-party-profile.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'
import { keepSummary } from './third-party-summary.ts'

const ProfileRow = z.strictObject({ revision: z.int(), content: z.string() })

export const readProfile = query('SELECT revision, content FROM third_party_profile WHERE third_party_id = :id', ProfileRow)
export const saveProfile = command(
  `INSERT INTO third_party_profile (third_party_id, revision, content, saved_at) VALUES (:id, :revision, :content, :savedAt)
   ON CONFLICT (third_party_id) DO UPDATE SET revision = :revision, content = :content, saved_at = :savedAt`,
)

/** The profile and its revision; empty and 0 when nothing was written down yet. */
export function findProfile(db: ReadDb, id: ThirdPartyId): { readonly profile: ThirdPartyProfile; readonly revision: number } {
  const row = db.first(readProfile, { id })
  return row === undefined
    ? { profile: emptyProfile, revision: 0 }
    : { profile: ThirdPartyProfile.parse(JSON.parse(row.content)), revision: row.revision }
}

/** Puts the profile in the place of the one there is; lists search by it from then on. */
export function putProfile(tx: WriteDb, id: ThirdPartyId, put: { readonly profile: ThirdPartyProfile; readonly savedAt: string }): void {
  const { revision } = findProfile(tx, id)
  tx.run(saveProfile, { id, revision: revision + 1, content: JSON.stringify(put.profile), savedAt: put.savedAt })
  keepSummary(tx, id)
}
