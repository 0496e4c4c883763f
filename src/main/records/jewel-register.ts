// Reads the register of crown jewels: what is known of each, which are due for review, and what names them.
import { z } from 'zod'
import { RegisteredJewel } from '#shared/domain/jewel-register.ts'
import { JewelId } from '#shared/domain/ids.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'

/** Those in use first, most harmful first. */
export const readRegister = query(
  `SELECT id, name, impact, note, coalesce(owner_name, '') AS ownerName, coalesce(places, '') AS places,
     coalesce(who_can_reach, '') AS whoCanReach, review_on AS reviewOn, archived_at AS archivedAt
   FROM crown_jewel LEFT JOIN jewel_register ON jewel_id = id
   ORDER BY archived_at IS NOT NULL, impact DESC, added_at, id`,
  RegisteredJewel,
)

export const readDueReviews = query(
  `SELECT id, name, review_on AS reviewOn FROM jewel_register JOIN crown_jewel ON id = jewel_id
   WHERE review_on IS NOT NULL AND archived_at IS NULL AND review_on <= :today ORDER BY review_on, name, id`,
  z.strictObject({ id: JewelId, name: z.string(), reviewOn: z.string() }),
)

/** Every crown jewel with its entry in the register, the archived ones last. */
export function listRegister(db: ReadDb): RegisteredJewel[] {
  return db.all(readRegister)
}

/** The crown jewels whose day of review has come by `today`, the longest due first. */
export function listDueJewelReviews(db: ReadDb, today: string): z.infer<(typeof readDueReviews)['row']>[] {
  return db.all(readDueReviews, { today })
}
