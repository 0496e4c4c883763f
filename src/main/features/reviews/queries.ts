// SQL of what second persons say, and of when something they looked at was changed last.
import { z } from 'zod'
import { command, query } from '#main/store/statement.ts'

export const addReview = command(
  `INSERT INTO review (assessment_id, number, reviewer_name, reviewer_role, verdict, note, reviewed_at)
   SELECT :assessmentId, coalesce(max(number), 0) + 1, :reviewerName, :reviewerRole, :verdict, :note, :reviewedAt FROM review
   WHERE assessment_id = :assessmentId`,
)

/**
 * When an answer was saved or taken back, the screening or the decision saved, a finding of one's own, a file or a comment added, changed or
 * removed, or a treatment removed before the signature; empty when none was. What leaves no trace in its own table is read in the history.
 */
export const readLastChange = query(
  `SELECT max(coalesce((SELECT max(saved_at) FROM answer_revision WHERE assessment_id = :id), ''),
     coalesce((SELECT saved_at FROM screening WHERE assessment_id = :id), ''), coalesce((SELECT saved_at FROM decision WHERE assessment_id = :id), ''),
     coalesce((SELECT max(added_at) FROM manual_finding WHERE assessment_id = :id), ''),
     coalesce((SELECT max(saved_at) FROM third_party_comment WHERE assessment_id = :id), ''),
     coalesce((SELECT max(added_at) FROM evidence_file WHERE assessment_id = :id AND removed_at IS NULL), ''),
     coalesce((SELECT max(at) FROM audit WHERE substr(subject, 1, 36) = :id AND (
       action IN ('findings.change', 'findings.remove', 'evidence.add', 'evidence.change', 'evidence.remove', 'evidence.restore', 'answer.comment',
         'assessments.bringToToday')
       OR (action = 'treatments.remove' AND at <= coalesce((SELECT signed_at FROM assessment WHERE id = :id), '9999')))), '')) AS changedAt`,
  z.strictObject({ changedAt: z.string() }),
)
