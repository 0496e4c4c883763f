// The answers of the assessment before: those to questions that still mean the same and still offer that answer, each with the day it was first given.
import type { PreviousAssessment } from '#shared/contract/answer-context.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { AnswerInput } from '#shared/domain/answer.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { SignedDocument } from '#shared/domain/assessment-document.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { isSameQuestion } from '#shared/pack/comparable.ts'
import { meansTheSame } from '#shared/scoring/compare.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { findAssessment, findPack, readSignedDocument } from '#main/records/assessment.ts'
import { readCrownJewels } from '#main/records/organization.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import type { ReadDb } from '#main/store/database.ts'
import { refuseMisfit } from './answers.ts'
import { readAssessmentBefore } from './queries.ts'

function firstAnsweredOn(document: SignedDocument): (questionId: string, savedAt: string) => string {
  const carried = document.formatVersion === 3 ? document.carriedOver : []
  const days = new Map<string, string>(carried.map(({ questionId, answeredOn }) => [questionId, answeredOn]))
  return (questionId, savedAt) => days.get(questionId) ?? calendarDayOf(savedAt)
}

function fits(answer: AnswerInput, known: Parameters<typeof refuseMisfit>[1]): boolean {
  try {
    refuseMisfit(answer, known)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** The last signed assessment of the same third party in the same relationship, with what of it can be taken over; null when there is none. */
export function findPreviousAssessment(
  db: ReadDb,
  packs: PackLibrary,
  { assessment, pack }: { readonly assessment: Assessment; readonly pack: Pack },
): PreviousAssessment | null {
  const { id, thirdPartyId, relationship } = assessment
  const before = db.first(readAssessmentBefore, { id, thirdPartyId, relationship })
  const document = before === undefined ? undefined : db.first(readSignedDocument, { id: before.id })?.document
  if (before === undefined || document === undefined) return null
  const oldPack = findPack(db, packs, findAssessment(db, before.id))
  const oldQuestions = new Map(oldPack.questions.map((question) => [question.id, question]))
  const newQuestions = new Map(pack.questions.map((question) => [question.id, question]))
  const answeredOn = firstAnsweredOn(document)
  const known = { pack, jewels: db.all(readCrownJewels) }
  const answers = document.answers.flatMap(({ revision: _revision, savedAt, ...answer }) => {
    const one = oldQuestions.get(answer.questionId)
    const other = newQuestions.get(answer.questionId)
    const isSame = one !== undefined && other !== undefined && isSameQuestion(oldPack, pack, answer.questionId) && meansTheSame(one, other)
    return isSame && fits(answer, known) ? [{ answer: AnswerInput.parse(answer), answeredOn: answeredOn(answer.questionId, savedAt) }] : []
  })
  return { assessmentId: before.id, signedAt: document.signedAt, answers }
}
