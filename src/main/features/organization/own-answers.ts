// The organization's answers about itself: asked once, dated, each change a revision.
import type { InputOf } from '#shared/contract/contract.ts'
import type { OwnQuestion } from '#shared/contract/organization-profile.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import type { AnswerInput } from '#shared/domain/answer.ts'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { OrganizationAnswer } from '#shared/domain/organization-answer.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import { questionsIn } from '#shared/scoring/leaves.ts'
import { readAnswer } from '#shared/scoring/reading.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { listOrganizationAnswers, organizationQuestions } from '#main/records/organization-answers.ts'
import type { WriteDb } from '#main/store/database.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { addOwnRevision, readLastOwnRevision, readOwnRevision, readTakenBack, removeOwnAnswer, saveOwnAnswer } from './queries.ts'

/** The questions about the organization in a pack; one whose showing looks at an answer about the third party depends on it. */
export function ownQuestionsOf(pack: Pack): OwnQuestion[] {
  const own = organizationQuestions(pack)
  const ids = new Set<string>(own.map(({ id }) => id))
  const looksElsewhere = ({ shownIf }: Question) => shownIf !== undefined && [...questionsIn(shownIf)].some((id) => !ids.has(id))
  return own.map((question) => ({ question, dependsOnParty: looksElsewhere(question) }))
}

function findOwnQuestion(pack: Pack, id: QuestionId): Question {
  const question = organizationQuestions(pack).find((candidate) => candidate.id === id)
  if (!question) throw new Refusal('unknown-question', `${id} is not a question about the organization itself.`, 'answer.questionId')
  return question
}

function refuseMisfit(question: Question, answer: AnswerInput): void {
  const { value } = answer
  const isNamedTwice = value.kind === 'several' && new Set(value.options).size < value.options.length
  if (typeof readAnswer(question, answer) !== 'string' && !isNamedTwice) return
  throw new Refusal('wrong-answer-type', `${question.id} does not take this answer. Choose one of those it offers.`, 'answer.value')
}

function refuseOverwriting(tx: WriteDb, questionId: QuestionId, baseRevision: number): void {
  if ((tx.first(readOwnRevision, { questionId })?.revision ?? 0) === baseRevision) return
  throw new Refusal(
    'answer-changed',
    `${questionId} was changed elsewhere in the meantime. Look at the newer answer, then save yours again.`,
  )
}

interface NewAnswer {
  readonly answer: AnswerInput
  readonly meaning: number
  readonly savedAt: string
  /** The day of saving where it is not said. */
  readonly answeredOn?: string
}

function putOwnAnswer(tx: WriteDb, { answer, meaning, savedAt, answeredOn = calendarDayOf(savedAt) }: NewAnswer): OrganizationAnswer {
  const { questionId } = answer
  const revision = (tx.first(readLastOwnRevision, { questionId })?.revision ?? 0) + 1
  const row = { questionId, revision, meaning, content: JSON.stringify(answer), answeredOn, savedAt }
  tx.run(saveOwnAnswer, row)
  tx.run(addOwnRevision, row)
  return { ...answer, revision, meaning, answeredOn, savedAt }
}

export function saveOwn(
  context: FeatureContext,
  { answer, baseRevision, isPutBack = false }: InputOf<'organization.answer'>,
): OrganizationAnswer {
  const question = findOwnQuestion(context.packs.current.pack, answer.questionId)
  refuseMisfit(question, answer)
  const change = { action: 'organization.answer', subject: answer.questionId, payload: { baseRevision, answer } }
  return requireStore(context).write(change, (tx) => {
    refuseOverwriting(tx, answer.questionId, baseRevision)
    const { questionId } = answer
    const takenBack = isPutBack ? tx.first(readTakenBack, { questionId, content: JSON.stringify(answer) }) : undefined
    return putOwnAnswer(tx, { answer, meaning: question.meaning, savedAt: context.now(), ...takenBack })
  })
}

export function clearOwn(context: FeatureContext, { questionId, baseRevision }: InputOf<'organization.clearAnswer'>): void {
  const change = { action: 'organization.clearAnswer', subject: questionId, payload: { baseRevision } }
  requireStore(context).write(change, (tx) => {
    refuseOverwriting(tx, questionId, baseRevision)
    const standing = listOrganizationAnswers(tx).find((answer) => answer.questionId === questionId)
    const savedAt = context.now()
    const { meaning = 1 } = standing ?? {}
    tx.run(addOwnRevision, {
      questionId,
      revision: baseRevision + 1,
      meaning,
      content: null,
      answeredOn: calendarDayOf(savedAt),
      savedAt,
    })
    tx.run(removeOwnAnswer, { questionId })
  })
}

/** Dates answers anew that a person says are still true; the content stays. Refuses with `not-found` when one is not there. */
export function confirmOwn(context: FeatureContext, questionIds: readonly QuestionId[]): OrganizationAnswer[] {
  const change = { action: 'organization.confirm', subject: '', payload: { questionIds } }
  return requireStore(context).write(change, (tx) => {
    const standing = new Map(listOrganizationAnswers(tx).map((answer) => [answer.questionId, answer]))
    return [...new Set(questionIds)].map((questionId) => {
      const found = standing.get(questionId)
      if (!found) throw new Refusal('not-found', `${questionId} has no answer to confirm. Answer it first.`)
      const { revision: _revision, meaning, answeredOn: _day, savedAt: _savedAt, ...answer } = found
      return putOwnAnswer(tx, { answer, meaning, savedAt: context.now() })
    })
  })
}
