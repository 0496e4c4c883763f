// SQL that changes the organization and its crown jewels.
import { z } from 'zod'
import { command, query } from '#main/store/statement.ts'

export const saveOrganization = command(
  `INSERT INTO organization (one, name, country, activity, contact) VALUES (1, :name, :country, :activity, :contact)
   ON CONFLICT (one) DO UPDATE SET name = :name, country = :country, activity = :activity, contact = :contact`,
)

export const addCrownJewel = command(
  'INSERT INTO crown_jewel (id, name, impact, note, added_at) VALUES (:id, :name, :impact, :note, :addedAt)',
)
export const changeCrownJewel = command('UPDATE crown_jewel SET name = :name, impact = :impact, note = :note WHERE id = :id')
export const removeCrownJewel = command('DELETE FROM crown_jewel WHERE id = :id')

/** How many answers of unsigned assessments name the jewel. */
export const countJewelUses = query(
  `SELECT count(*) AS uses FROM answer JOIN assessment ON assessment.id = answer.assessment_id
   WHERE assessment.status = 'draft' AND instr(answer.content, :id) > 0`,
  z.strictObject({ uses: z.int() }),
)
