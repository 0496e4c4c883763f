// SQL that starts assessments and records answers and decisions.
import { z } from 'zod'
import { AssessmentId } from '#shared/domain/ids.ts'
import { ReportId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'
import { AssessmentCells, assessmentColumns } from '#main/records/assessment.ts'
import { command, query } from '#main/store/statement.ts'

const PageRow = z.strictObject({
  ...AssessmentCells.shape,
  thirdPartyName: z.string(),
  reportId: ReportId.nullable(),
  supersededAt: Instant.nullable(),
})
const page = `SELECT ${assessmentColumns}, legal_name AS thirdPartyName, report.id AS reportId,
    (SELECT min(newer.signed_at) FROM assessment AS newer WHERE newer.third_party_id = assessment.third_party_id
       AND newer.relationship = assessment.relationship AND (newer.signed_at > assessment.signed_at OR EXISTS (
         SELECT 1 FROM supersession WHERE superseded_id = assessment.id AND supersession.assessment_id = newer.id))) AS supersededAt
  FROM assessment JOIN pack ON pack.sha256 = pack_sha256 JOIN third_party ON third_party.id = assessment.third_party_id
  LEFT JOIN report ON report.assessment_id = assessment.id
  WHERE (:beforeStart IS NULL OR (assessment.started_at, assessment.id) < (:beforeStart, :beforeId)) AND (:status IS NULL OR status = :status)
    AND (:isCurrent = 0 OR assessment.third_party_id NOT IN (SELECT third_party_id FROM third_party_archive))`
const lastFirst = 'ORDER BY assessment.started_at DESC, assessment.id DESC LIMIT :limit'

/** Started last first, after `beforeStart` and `beforeId` when they are given. */
export const readPage = query(`${page} ${lastFirst}`, PageRow)
export const readPageOfParty = query(`${page} AND assessment.third_party_id = :thirdPartyId ${lastFirst}`, PageRow)
/** Those of a JSON list of ids. */
export const readPageOfIds = query(`${page} AND assessment.id IN (SELECT value FROM json_each(:ids)) ${lastFirst}`, PageRow)
/** Those of third parties in whose names the words stand. */
export const readPageOfNames = query(
  `${page} AND assessment.third_party_id IN (SELECT third_party_id FROM third_party_summary WHERE instr(search_text, :words) > 0) ${lastFirst}`,
  PageRow,
)

export const addAssessment = command(
  `INSERT INTO assessment (id, third_party_id, relationship, profile, pack_sha256, as_of, status, started_at, signed_at)
   VALUES (:id, :thirdPartyId, :relationship, :profile, :packSha256, :asOf, 'draft', :startedAt, NULL)`,
  { ofParty: 'thirdPartyId' },
)

export const saveAsOf = command('UPDATE assessment SET as_of = :asOf WHERE id = :id')

/** The revision of the answer that stands; no row when there is none. */
export const readAnswerRevision = query(
  'SELECT revision FROM answer WHERE assessment_id = :assessmentId AND question_id = :questionId',
  z.strictObject({ revision: z.int() }),
)
export const removeAnswer = command('DELETE FROM answer WHERE assessment_id = :assessmentId AND question_id = :questionId')

export const removeScreening = command('DELETE FROM screening WHERE assessment_id = :assessmentId')

export const saveDecision = command(
  `INSERT INTO decision (assessment_id, content, saved_at) VALUES (:assessmentId, :content, :savedAt)
   ON CONFLICT (assessment_id) DO UPDATE SET content = :content, saved_at = :savedAt`,
)

/** The assessment that was signed last for the same third party and relationship; for a signed one the one before it. */
export const readAssessmentBefore = query(
  `SELECT id FROM assessment
   WHERE third_party_id = :thirdPartyId AND relationship = :relationship AND status = 'signed' AND id <> :id
     AND signed_at < coalesce((SELECT signed_at FROM assessment WHERE id = :id), '9999')
   ORDER BY signed_at DESC, id LIMIT 1`,
  z.strictObject({ id: AssessmentId }),
)

/** Evidence of an answer that is taken over goes with it, unless the same content stands there already; one that was removed there comes back. */
export const copyEvidence = command(
  `INSERT INTO evidence_file (id, assessment_id, question_id, sha256, file_name, grade, description, added_at, removed_at)
   SELECT :id, :assessmentId, question_id, sha256, file_name, grade, description, added_at, NULL FROM evidence_file
   WHERE id = :fromId AND removed_at IS NULL ON CONFLICT (assessment_id, question_id, sha256) DO UPDATE SET removed_at = NULL`,
)
