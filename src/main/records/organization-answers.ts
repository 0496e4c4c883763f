// The organization's own answers: reads them, and takes them over into assessments with the day on which they were given.
import { z } from 'zod'
import { AnswerInput } from '#shared/domain/answer.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import { OrganizationAnswer } from '#shared/domain/organization-answer.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import { isSameQuestion } from '#shared/pack/comparable.ts'
import { isAsked } from '#shared/scoring/plan.ts'
import { readAnswer } from '#shared/scoring/reading.ts'
import type { ReadDb, WriteDb } from '#main/store/database.ts'
import { query } from '#main/store/statement.ts'
import { writeAnswer } from './answer-writing.ts'
import { readAnswers } from './assessment.ts'
import { listCarriedOver, markCarriedOver } from './carried-over.ts'

export const readOrganizationAnswers = query(
  `SELECT content, revision, meaning, answered_on AS answeredOn, saved_at AS savedAt FROM organization_answer ORDER BY question_id`,
  z
    .strictObject({
      content: z
        .string()
        .transform((text): unknown => JSON.parse(text))
        .pipe(AnswerInput),
      revision: z.int(),
      meaning: z.int(),
      answeredOn: z.string(),
      savedAt: z.string(),
    })
    .transform(({ content, ...rest }) => OrganizationAnswer.parse({ ...content, ...rest })),
)

/** Every answer that the organization ever gave to a question, without those that were taken back. */
export const readOwnHistory = query(
  'SELECT content FROM organization_answer_revision WHERE question_id = :questionId AND content IS NOT NULL ORDER BY revision DESC',
  z.strictObject({
    content: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(AnswerInput),
  }),
)

/** What the organization answered about itself, by question. Each names the day on which it was given. */
export function listOrganizationAnswers(db: ReadDb): OrganizationAnswer[] {
  return db.all(readOrganizationAnswers)
}

/** The questions of a pack that are about the organization itself: their answers belong to it, not to one third party. */
export function organizationQuestions(pack: Pack): Question[] {
  return pack.questions.filter((question) => question.audience.includes('organization'))
}

export interface TakeOver {
  readonly assessment: Assessment
  readonly pack: Pack
  /** The pack that the organization's answers were given for. */
  readonly ownPack: Pack
  readonly savedAt: string
}

/** What an answer of the organization would be in an assessment, and since when it holds. */
interface Offer {
  readonly answer: AnswerInput
  readonly answeredOn: string
}

/**
 * The organization's answers that fit the questions of an assessment, by question, in the pack's order. Left out are questions that the
 * assessment does not ask, that mean something else in its pack, or that no longer offer the answer.
 */
function offersFor(db: ReadDb, { assessment, pack, ownPack }: Omit<TakeOver, 'savedAt'>): Map<string, Offer> {
  const own = new Map(listOrganizationAnswers(db).map((answer) => [answer.questionId, answer]))
  const offers = organizationQuestions(pack).flatMap((question): [string, Offer][] => {
    const found = own.get(question.id)
    if (found === undefined || !isAsked(question, assessment.relationship, assessment.profile)) return []
    if (found.meaning !== question.meaning || !isSameQuestion(ownPack, pack, question.id)) return []
    const { revision: _revision, meaning: _meaning, answeredOn, savedAt: _savedAt, ...answer } = found
    return typeof readAnswer(question, answer) === 'string' ? [] : [[question.id, { answer, answeredOn }]]
  })
  return new Map(offers)
}

/** Those that would change something: of blank questions, and of those that were taken over from the organization before. */
function newOffers(db: ReadDb, given: Omit<TakeOver, 'savedAt'>): Offer[] {
  const { id } = given.assessment
  const present = new Map(db.all(readAnswers, { id }).map((answer) => [answer.questionId, answer]))
  const marks = new Map(listCarriedOver(db, id).map((mark) => [mark.questionId, mark]))
  return [...offersFor(db, given).values()].filter(({ answer, answeredOn }) => {
    const standing = present.get(answer.questionId)
    const mark = marks.get(answer.questionId)
    if (standing === undefined) return true
    if (mark?.source !== 'organization' || (mark.answeredOn === answeredOn && isSameAnswer(standing, answer))) return false
    return isAsGiven(db, standing)
  })
}

/** Whether an answer is still word for word one that the organization gave: a note or a grade that somebody added is not written over. */
function isAsGiven(db: ReadDb, standing: AnswerInput): boolean {
  return db.all(readOwnHistory, { questionId: standing.questionId }).some(({ content }) => isSameAnswer(standing, content))
}

function isSameAnswer(one: AnswerInput, other: AnswerInput): boolean {
  const text = ({ value, note, evidenceGrade, evidenceExpiresOn = null }: AnswerInput) =>
    JSON.stringify([value, note, evidenceGrade, evidenceExpiresOn])
  return text(one) === text(other)
}

/** How many answers of a draft {@link takeOverOrganizationAnswers} would give or renew. */
export function countOffers(db: ReadDb, given: Omit<TakeOver, 'savedAt'>): number {
  return newOffers(db, given).length
}

/**
 * Answers the blank questions about the organization in a draft with what the organization answered, each marked with its day, and
 * brings those that were taken over before up to date. What a person changed in the assessment stays. Returns the questions it answered.
 */
export function takeOverOrganizationAnswers(tx: WriteDb, given: TakeOver): QuestionId[] {
  const { assessment, savedAt } = given
  const assessmentId = assessment.id
  return newOffers(tx, given).map(({ answer, answeredOn }) => {
    const { questionId, value } = answer
    writeAnswer(tx, assessmentId, { answer, savedAt })
    markCarriedOver(tx, { assessmentId, questionId, source: 'organization', answeredOn, value })
    return questionId
  })
}
