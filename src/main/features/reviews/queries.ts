// SQL of what second persons say, and of when something they looked at was changed last.
import { z } from 'zod'
import { command, query } from '#main/store/statement.ts'

export const addReview = command(
  `INSERT INTO review (assessment_id, number, reviewer_name, reviewer_role, verdict, note, reviewed_at)
   SELECT :assessmentId, coalesce(max(number), 0) + 1, :reviewerName, :reviewerRole, :verdict, :note, :reviewedAt FROM review
   WHERE assessment_id = :assessmentId`,
)

/** When an answer was saved or taken back, the screening or the decision saved, or a finding of one's own added; empty when none was. */
export const readLastChange = query(
  `SELECT max(coalesce((SELECT max(saved_at) FROM answer_revision WHERE assessment_id = :id), ''),
     coalesce((SELECT saved_at FROM screening WHERE assessment_id = :id), ''), coalesce((SELECT saved_at FROM decision WHERE assessment_id = :id), ''),
     coalesce((SELECT max(added_at) FROM manual_finding WHERE assessment_id = :id), '')) AS changedAt`,
  z.strictObject({ changedAt: z.string() }),
)
