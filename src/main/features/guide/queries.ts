// SQL that says how far a vault is, and whether the first steps are shown.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { command, query } from '#main/store/statement.ts'

export const readProgress = query(
  `SELECT EXISTS (SELECT 1 FROM organization) AS "describe", EXISTS (SELECT 1 FROM organization_answer) AS "answer",
     EXISTS (SELECT 1 FROM crown_jewel) AS jewels, EXISTS (SELECT 1 FROM third_party) AS party,
     EXISTS (SELECT 1 FROM assessment_outcome WHERE can_finalise = 1) AS assess, EXISTS (SELECT 1 FROM decision) AS decide,
     EXISTS (SELECT 1 FROM assessment WHERE status = 'signed') AS sign`,
  z.strictObject({
    describe: z.int(),
    answer: z.int(),
    jewels: z.int(),
    party: z.int(),
    assess: z.int(),
    decide: z.int(),
    sign: z.int(),
  }),
)
export const readLastDraft = query(
  `SELECT id FROM assessment WHERE status = 'draft' ORDER BY started_at DESC, id DESC LIMIT 1`,
  z.strictObject({ id: AssessmentId }),
)
export const readSomeParty = query('SELECT id FROM third_party LIMIT 1', z.strictObject({ id: ThirdPartyId }))
export const readIsHidden = query('SELECT is_hidden AS isHidden FROM guide', z.strictObject({ isHidden: z.int() }))
export const saveIsHidden = command(
  'INSERT INTO guide (one, is_hidden) VALUES (1, :isHidden) ON CONFLICT (one) DO UPDATE SET is_hidden = :isHidden',
)
