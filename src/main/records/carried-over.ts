// Reads and keeps the marks of answers that were taken over: from the organization's own answers, or from the assessment before.
import type { AnswerValue } from '#shared/domain/answer.ts'
import { CarriedOver } from '#shared/domain/answer-context.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'

// Both values were written by the same schema, so that the same value is the same text.
export const readCarriedOver = query(
  `SELECT carried_over.question_id AS questionId, source, answered_on AS answeredOn
   FROM carried_over JOIN answer ON answer.assessment_id = carried_over.assessment_id AND answer.question_id = carried_over.question_id
   WHERE carried_over.assessment_id = :assessmentId AND json(answer.content -> '$.value') = carried_over.value
   ORDER BY carried_over.question_id`,
  CarriedOver,
)

export const saveCarriedOver = command(
  `INSERT INTO carried_over (assessment_id, question_id, source, answered_on, value)
   VALUES (:assessmentId, :questionId, :source, :answeredOn, json(:value))
   ON CONFLICT (assessment_id, question_id) DO UPDATE SET source = :source, answered_on = :answeredOn, value = json(:value)`,
)

/** The answers of an assessment that still have the value with which they were taken over, by question. */
export function listCarriedOver(db: ReadDb, assessmentId: AssessmentId): CarriedOver[] {
  return db.all(readCarriedOver, { assessmentId })
}

/** Says of an answer just put that it was taken over, and on which day it was first given. */
export function markCarriedOver(
  tx: WriteDb,
  mark: CarriedOver & { readonly assessmentId: AssessmentId; readonly value: AnswerValue },
): void {
  const { assessmentId, questionId, source, answeredOn, value } = mark
  tx.run(saveCarriedOver, { assessmentId, questionId, source, answeredOn, value: JSON.stringify(value) })
}
