// SQL that changes crown jewels and their entries in the register, and counts what names them.
import { z } from 'zod'
import { command, query } from '#main/store/statement.ts'

export const addCrownJewel = command(
  'INSERT INTO crown_jewel (id, name, impact, note, added_at) VALUES (:id, :name, :impact, :note, :addedAt)',
)
export const changeCrownJewel = command('UPDATE crown_jewel SET name = :name, impact = :impact, note = :note WHERE id = :id')
export const removeCrownJewel = command('DELETE FROM crown_jewel WHERE id = :id')

export const saveRegisterEntry = command(
  `INSERT INTO jewel_register (jewel_id, owner_name, places, who_can_reach, review_on, archived_at)
   VALUES (:id, :ownerName, :places, :whoCanReach, :reviewOn, NULL)
   ON CONFLICT (jewel_id) DO UPDATE SET owner_name = :ownerName, places = :places, who_can_reach = :whoCanReach, review_on = :reviewOn`,
)
export const setArchived = command(
  `INSERT INTO jewel_register (jewel_id, owner_name, places, who_can_reach, review_on, archived_at)
   SELECT id, '', '', '', NULL, :archivedAt FROM crown_jewel WHERE id = :id
   ON CONFLICT (jewel_id) DO UPDATE SET archived_at = :archivedAt`,
)

/** How many assessments name the jewel, and how many cells of the exposure matrix it has: each at most 100, which is where a list stops counting. */
export const readUseCounts = query(
  `SELECT (SELECT count(*) FROM (SELECT 1 FROM assessed_reach WHERE jewel_id = :id LIMIT 100)) AS assessmentCount,
     (SELECT count(*) FROM (SELECT 1 FROM exposure WHERE jewel_id = :id LIMIT 100)) AS exposureCount`,
  z.strictObject({ assessmentCount: z.int(), exposureCount: z.int() }),
)
export const readUsesOfJewel = query(
  `SELECT coalesce(sum(status = 'draft'), 0) AS draftCount, coalesce(sum(status = 'signed'), 0) AS signedCount
   FROM assessed_reach JOIN assessment ON assessment.id = assessment_id WHERE jewel_id = :id`,
  z.strictObject({ draftCount: z.int(), signedCount: z.int() }),
)
export const readExposureCount = query(
  'SELECT count(*) AS exposureCount FROM exposure WHERE jewel_id = :id',
  z.strictObject({ exposureCount: z.int() }),
)
