// Reads and keeps what third parties say to answers: shared by assessing and signing.
import { ThirdPartyComment } from '#shared/domain/answer-context.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { ReadDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'

export const readComments = query(
  `SELECT question_id AS questionId, text, said_by AS saidBy, said_on AS saidOn FROM third_party_comment
   WHERE assessment_id = :assessmentId ORDER BY question_id`,
  ThirdPartyComment,
)

export const saveComment = command(
  `INSERT INTO third_party_comment (assessment_id, question_id, text, said_by, said_on, saved_at)
   VALUES (:assessmentId, :questionId, :text, :saidBy, :saidOn, :savedAt)
   ON CONFLICT (assessment_id, question_id) DO UPDATE SET text = :text, said_by = :saidBy, said_on = :saidOn, saved_at = :savedAt`,
)
export const removeComment = command('DELETE FROM third_party_comment WHERE assessment_id = :assessmentId AND question_id = :questionId')

/** What the third party said to the answers of an assessment, by question. */
export function listComments(db: ReadDb, assessmentId: AssessmentId): ThirdPartyComment[] {
  return db.all(readComments, { assessmentId })
}
