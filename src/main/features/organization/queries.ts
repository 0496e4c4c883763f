// SQL that changes the organization, its profile and its own answers.
import { z } from 'zod'
import { AssessmentId } from '#shared/domain/ids.ts'
import { Day } from '#shared/domain/time.ts'
import { command, query } from '#main/store/statement.ts'

export const saveOrganization = command(
  `INSERT INTO organization (one, name, country, activity, contact) VALUES (1, :name, :country, :activity, :contact)
   ON CONFLICT (one) DO UPDATE SET name = :name, country = :country, activity = :activity, contact = :contact`,
)

export const saveProfile = command(
  `INSERT INTO organization_profile (one, size, technology_areas, described_on) VALUES (1, :size, :technologyAreas, :describedOn)
   ON CONFLICT (one) DO UPDATE SET size = :size, technology_areas = :technologyAreas, described_on = :describedOn`,
)

export const readOwnRevision = query(
  'SELECT revision FROM organization_answer WHERE question_id = :questionId',
  z.strictObject({ revision: z.int() }),
)
/** The highest revision there ever was, 0 when the question was never answered. */
export const readLastOwnRevision = query(
  'SELECT coalesce(max(revision), 0) AS revision FROM organization_answer_revision WHERE question_id = :questionId',
  z.strictObject({ revision: z.int() }),
)
/** The day and the meaning of the answer that the last revision took back, where it stood with this content. */
export const readTakenBack = query(
  `SELECT before.meaning AS meaning, before.answered_on AS answeredOn
   FROM organization_answer_revision AS taken
   JOIN organization_answer_revision AS before ON before.question_id = taken.question_id AND before.revision = taken.revision - 1
   WHERE taken.question_id = :questionId AND taken.content IS NULL AND before.content = :content
   AND taken.revision = (SELECT max(revision) FROM organization_answer_revision WHERE question_id = :questionId)`,
  z.strictObject({ meaning: z.int(), answeredOn: Day }),
)
export const saveOwnAnswer = command(
  `INSERT INTO organization_answer (question_id, revision, meaning, content, answered_on, saved_at)
   VALUES (:questionId, :revision, :meaning, :content, :answeredOn, :savedAt)
   ON CONFLICT (question_id) DO UPDATE
   SET revision = :revision, meaning = :meaning, content = :content, answered_on = :answeredOn, saved_at = :savedAt`,
)
export const addOwnRevision = command(
  `INSERT INTO organization_answer_revision (question_id, revision, meaning, content, answered_on, saved_at)
   VALUES (:questionId, :revision, :meaning, :content, :answeredOn, :savedAt)`,
)
export const removeOwnAnswer = command('DELETE FROM organization_answer WHERE question_id = :questionId')

export const readLastDrafts = query(
  `SELECT assessment.id AS id, legal_name AS thirdPartyName FROM assessment JOIN third_party ON third_party.id = third_party_id
   WHERE status = 'draft' ORDER BY started_at DESC, assessment.id DESC LIMIT 20`,
  z.strictObject({ id: AssessmentId, thirdPartyName: z.string() }),
)
