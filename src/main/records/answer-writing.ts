// Stores answers of an assessment, each as the next revision: shared by answering and by taking answers over.
import { z } from 'zod'
import type { Answer, AnswerInput } from '#shared/domain/answer.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'

/** The highest revision there ever was, 0 when the question was never answered. */
export const readLastRevision = query(
  'SELECT coalesce(max(revision), 0) AS revision FROM answer_revision WHERE assessment_id = :assessmentId AND question_id = :questionId',
  z.strictObject({ revision: z.int() }),
)
export const saveAnswer = command(
  `INSERT INTO answer (assessment_id, question_id, revision, content, saved_at) VALUES (:assessmentId, :questionId, :revision, :content, :savedAt)
   ON CONFLICT (assessment_id, question_id) DO UPDATE SET revision = :revision, content = :content, saved_at = :savedAt`,
)
export const addAnswerRevision = command(
  `INSERT INTO answer_revision (assessment_id, question_id, revision, content, saved_at)
   VALUES (:assessmentId, :questionId, :revision, :content, :savedAt)`,
)

/** Stores the answer over whatever stood, as the next revision, and returns it. Whether it may is the caller's to ask. */
export function writeAnswer(
  tx: WriteDb,
  assessmentId: AssessmentId,
  input: { readonly answer: AnswerInput; readonly savedAt: string },
): Answer {
  const { answer, savedAt } = input
  const { questionId } = answer
  const revision = (tx.first(readLastRevision, { assessmentId, questionId })?.revision ?? 0) + 1
  const row = { assessmentId, questionId, revision, content: JSON.stringify(answer), savedAt }
  tx.run(saveAnswer, row)
  tx.run(addAnswerRevision, row)
  return { ...answer, revision, savedAt }
}
