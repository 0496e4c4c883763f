// Saves and clears answers: each save is a new revision, and never over one the page had not seen.
import { Refusal } from '#shared/contract/refusal.ts'
import type { Answer, AnswerInput, AnswerValue } from '#shared/domain/answer.ts'
import type { AssessmentId, QuestionId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import { readAnswer } from '#shared/scoring/reading.ts'
import { addAnswerRevision, writeAnswer } from '#main/records/answer-writing.ts'
import type { WriteDb } from '#main/store/database.ts'
import { readAnswerRevision, removeAnswer } from './queries.ts'

const alwaysAllowed = new Set(['unknown', 'declined', 'not-applicable'])

interface Known {
  readonly pack: Pack
  readonly jewels: readonly { readonly id: string }[]
}

function namesTwice(value: AnswerValue): boolean {
  if (value.kind === 'several') return new Set(value.options).size < value.options.length
  return value.kind === 'jewels' && new Set(value.jewelIds).size < value.jewelIds.length
}

/** True when every option, role, counted thing, number and crown jewel in the answer is one that there is, named once. */
function isOffered(question: Question, answer: AnswerInput, { pack, jewels }: Known): boolean {
  const { value } = answer
  const type = question.answer
  if (namesTwice(value)) return false
  const reading = readAnswer(question, answer)
  if (reading === 'unknown-option' || reading === 'out-of-range') return false
  if (value.kind === 'jewels') return value.jewelIds.every((id) => jewels.some((jewel) => jewel.id === id))
  if (value.kind !== 'counts' || type.kind !== 'counts') return true
  const counted = pack.questions.find((candidate) => candidate.id === type.of)?.answer
  const options = counted !== undefined && 'options' in counted ? counted.options : []
  return Object.keys(value.counts).every((id) => options.some((option) => option.id === id))
}

/** Refuses an answer to a question the pack does not have, of a kind the question does not take, or with a value it does not offer. */
export function refuseMisfit(answer: AnswerInput, known: Known): void {
  const question = known.pack.questions.find((candidate) => candidate.id === answer.questionId)
  if (!question) throw new Refusal('unknown-question', `There is no question ${answer.questionId} in this pack.`, 'answer.questionId')
  const { kind } = answer.value
  if (kind !== question.answer.kind && !alwaysAllowed.has(kind)) {
    throw new Refusal(
      'wrong-answer-type',
      `${answer.questionId} takes an answer of type "${question.answer.kind}", not "${kind}".`,
      'answer.value.kind',
    )
  }
  if (readAnswer(question, answer) === 'shares-over-whole') {
    throw new Refusal(
      'wrong-answer-type',
      `The owners of one layer in ${answer.questionId} hold more than 100 % together. Correct the shares, or put owners of owners in the next layer.`,
      'answer.value.owners',
    )
  }
  if (!isOffered(question, answer, known)) {
    throw new Refusal(
      'wrong-answer-type',
      `The answer to ${answer.questionId} names something the question does not offer, or one thing twice. Use the options of the question pack, and crown jewels that are listed.`,
      'answer.value',
    )
  }
}

interface AnswerPlace {
  readonly assessmentId: AssessmentId
  readonly questionId: QuestionId
  readonly baseRevision: number
}

function refuseOverwriting(tx: WriteDb, place: AnswerPlace): void {
  const { assessmentId, questionId } = place
  const standing = tx.first(readAnswerRevision, { assessmentId, questionId })?.revision ?? 0
  if (standing !== place.baseRevision) {
    throw new Refusal(
      'answer-changed',
      `${questionId} was changed elsewhere in the meantime. Look at the newer answer, then save yours again.`,
    )
  }
}

/** Stores the answer as the next revision and returns it. */
export function putAnswer(
  tx: WriteDb,
  place: Omit<AnswerPlace, 'questionId'>,
  input: { readonly answer: AnswerInput; readonly savedAt: string },
): Answer {
  refuseOverwriting(tx, { ...place, questionId: input.answer.questionId })
  return writeAnswer(tx, place.assessmentId, input)
}

/** Takes the answer back to blank; its history stays, and the blank is a revision of its own. */
export function takeAnswerBack(tx: WriteDb, place: AnswerPlace, savedAt: string): void {
  const { assessmentId, questionId, baseRevision } = place
  refuseOverwriting(tx, place)
  tx.run(addAnswerRevision, { assessmentId, questionId, revision: baseRevision + 1, content: null, savedAt })
  tx.run(removeAnswer, { assessmentId, questionId })
}
