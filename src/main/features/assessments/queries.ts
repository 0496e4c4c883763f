// SQL that starts assessments and records answers and decisions.
import { z } from 'zod'
import { command, query } from '#main/store/statement.ts'

export const addAssessment = command(
  `INSERT INTO assessment (id, third_party_id, relationship, profile, pack_sha256, as_of, status, started_at, signed_at)
   VALUES (:id, :thirdPartyId, :relationship, :profile, :packSha256, :asOf, 'draft', :startedAt, NULL)`,
)

/** The revision of the answer that stands; no row when there is none. */
export const readAnswerRevision = query(
  'SELECT revision FROM answer WHERE assessment_id = :assessmentId AND question_id = :questionId',
  z.strictObject({ revision: z.int() }),
)
export const removeAnswer = command('DELETE FROM answer WHERE assessment_id = :assessmentId AND question_id = :questionId')

export const saveScreening = command(
  `INSERT INTO screening (assessment_id, content, saved_at) VALUES (:assessmentId, :content, :savedAt)
   ON CONFLICT (assessment_id) DO UPDATE SET content = :content, saved_at = :savedAt`,
)
export const removeScreening = command('DELETE FROM screening WHERE assessment_id = :assessmentId')

export const saveDecision = command(
  `INSERT INTO decision (assessment_id, content, saved_at) VALUES (:assessmentId, :content, :savedAt)
   ON CONFLICT (assessment_id) DO UPDATE SET content = :content, saved_at = :savedAt`,
)
