// Reads an assessment with its pack, answers and result: shared by assessing, deciding and signing.
import { z } from 'zod'
import { Refusal } from '#shared/contract/refusal.ts'
import { Answer, AnswerInput } from '#shared/domain/answer.ts'
import { Assessment } from '#shared/domain/assessment.ts'
import { SignedDocument } from '#shared/domain/assessment-document.ts'
import { Screening } from '#shared/domain/assessment-screening.ts'
import { Decision } from '#shared/domain/decision.ts'
import { type AssessmentId, ReportId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import type { Result } from '#shared/scoring/result.ts'
import { score } from '#shared/scoring/score.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import type { ReadDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'
import { readCrownJewels } from './organization.ts'
import { findPackByHash } from './pack.ts'

/** The columns that `assessmentColumns` gives. */
export const AssessmentCells = z.strictObject({
  ...Assessment.omit({ pack: true }).shape,
  packId: z.string(),
  packVersion: z.string(),
  packSha256: z.string(),
})

/** The assessment that a row holds. */
export function assessmentFrom({ packId, packVersion, packSha256, ...rest }: z.infer<typeof AssessmentCells>): Assessment {
  return { ...rest, pack: { id: packId, version: packVersion, sha256: packSha256 } }
}
const AssessmentRow = AssessmentCells.transform(assessmentFrom)

export const assessmentColumns = `assessment.id, assessment.third_party_id AS thirdPartyId, relationship, profile, as_of AS asOf, status,
  started_at AS startedAt, assessment.signed_at AS signedAt, pack.pack_id AS packId, pack.version AS packVersion, pack.sha256 AS packSha256`

export const readAssessments = query(
  `SELECT ${assessmentColumns} FROM assessment JOIN pack ON pack.sha256 = pack_sha256 ORDER BY started_at DESC, assessment.id`,
  AssessmentRow,
)
export const readAssessment = query(
  `SELECT ${assessmentColumns} FROM assessment JOIN pack ON pack.sha256 = pack_sha256 WHERE assessment.id = :id`,
  AssessmentRow,
)

/** JSON text of a row, as a value that the following schema reads. */
const JsonText = z.string().transform((text): unknown => JSON.parse(text))

// Each part is read once, by its own schema: saving reads every answer of the assessment to score it anew.
const AnswerRow = z
  .strictObject({ content: JsonText.pipe(AnswerInput), revision: Answer.shape.revision, savedAt: Answer.shape.savedAt })
  .transform(({ content, revision, savedAt }): Answer => ({ ...content, revision, savedAt }))

export const readAnswers = query(
  'SELECT content, revision, saved_at AS savedAt FROM answer WHERE assessment_id = :id ORDER BY question_id',
  AnswerRow,
)
export const readDecision = query(
  'SELECT content FROM decision WHERE assessment_id = :id',
  z.strictObject({ content: JsonText.pipe(Decision) }),
)
export const readScreening = query(
  'SELECT content FROM screening WHERE assessment_id = :id',
  z.strictObject({ content: JsonText.pipe(Screening) }),
)
export const readScreeningTime = query(
  'SELECT saved_at AS savedAt FROM screening WHERE assessment_id = :id',
  z.strictObject({ savedAt: z.string() }),
)
export const readReportIdOf = query('SELECT id FROM report WHERE assessment_id = :id', z.strictObject({ id: ReportId }))
export const readSignedDocument = query(
  'SELECT document FROM report WHERE assessment_id = :id',
  z.strictObject({ document: JsonText.pipe(SignedDocument) }),
)

/** One assessment; refuses with `not-found`. */
export function findAssessment(db: ReadDb, id: AssessmentId): Assessment {
  const assessment = db.first(readAssessment, { id })
  if (!assessment) throw new Refusal('not-found', 'That assessment is no longer in the vault. Open the list again.')
  return assessment
}

/** An assessment that may still change; refuses with `frozen` once it is signed. */
export function findDraft(db: ReadDb, id: AssessmentId): Assessment {
  const assessment = findAssessment(db, id)
  if (assessment.status === 'signed')
    throw new Refusal('frozen', 'This assessment is signed and can no longer be changed. Start a new one to supersede it.')
  return assessment
}

/** The pack an assessment was made with: the shipped one of the same hash, else the copy the vault keeps. */
export function findPack(db: ReadDb, packs: PackLibrary, assessment: Assessment): Pack {
  const found = findPackByHash(db, packs, assessment.pack.sha256)
  if (!found) throw new Error('An assessment names a pack that the vault does not hold.')
  return found.pack
}

/** The live result of a draft from what the vault holds now. */
export function scoreDraft(db: ReadDb, assessment: Assessment, pack: Pack): Result {
  return score(scoreInputOf(db, assessment, pack))
}

/** What `score()` reads of an assessment, from what the vault holds now. */
export function scoreInputOf(db: ReadDb, assessment: Assessment, pack: Pack): ScoreInput {
  const { id, relationship, profile, asOf } = assessment
  return {
    pack,
    relationship,
    profile,
    asOf,
    answers: db.all(readAnswers, { id }),
    jewels: db.all(readCrownJewels),
    screening: findScreening(db, id),
  }
}

/** What screening gave for an assessment; null when it was not done. */
export function findScreening(db: ReadDb, id: AssessmentId): Screening | null {
  return db.first(readScreening, { id })?.content ?? null
}

/**
 * The result of an assessment: of a signed one as it was signed, of a draft as it stands. One that the first version signed is worked out
 * again from what was signed, because it states less: what it states comes out the same (docs/decisions/0010-method-complete.md).
 */
export function resultOf(db: ReadDb, assessment: Assessment, pack: Pack): Result {
  const signed = db.first(readSignedDocument, { id: assessment.id })?.document
  if (signed === undefined) return scoreDraft(db, assessment, pack)
  return signed.formatVersion === 1 ? score({ ...signed, pack, jewels: signed.crownJewels }) : signed.result
}
