// SQL that changes what a person says of the exposure matrix.
import { z } from 'zod'
import { command, query } from '#main/store/statement.ts'

export const saveReach = command(
  `INSERT INTO exposure (third_party_id, jewel_id, can_see, can_copy, can_change, can_stop, changed_at)
   VALUES (:thirdPartyId, :jewelId, :see, :copy, :change, :stop, :changedAt)
   ON CONFLICT (third_party_id, jewel_id) DO UPDATE
   SET can_see = :see, can_copy = :copy, can_change = :change, can_stop = :stop, changed_at = :changedAt`,
)
export const removeReach = command('DELETE FROM exposure WHERE third_party_id = :thirdPartyId AND jewel_id = :jewelId')

export const readIsThere = query(
  `SELECT EXISTS (SELECT 1 FROM third_party WHERE id = :thirdPartyId) AND EXISTS (SELECT 1 FROM crown_jewel WHERE id = :jewelId) AS isThere`,
  z.strictObject({ isThere: z.int() }),
)
