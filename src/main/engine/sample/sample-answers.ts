// The answers of a sample file as the engine takes them.
import { type AnswerInput, AnswerValue, EvidenceGrade } from '#shared/domain/answer.ts'
import { type JewelId, QuestionId } from '#shared/domain/ids.ts'
import type { SampleAnswers } from './sample-data.ts'

type Fact = SampleAnswers['facts'][QuestionId]

/** Looks something up that a file names by its key; throws when it is not there. */
export function named<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const found = map.get(key)
  if (found === undefined) throw new Error(`The sample names "${key}", which it does not have.`)
  return found
}

function valueOf(fact: Fact, jewelIds: ReadonlyMap<string, JewelId>): AnswerValue {
  if (fact === undefined || typeof fact === 'string') throw new Error('A fact of the sample must be an object.')
  if ('jewels' in fact) return { kind: 'jewels', jewelIds: fact.jewels.map((key) => named(jewelIds, key)) }
  return AnswerValue.parse(fact)
}

/** Every answer of the lists and facts, in their order, with note and evidence grade. */
export function answersOf(answers: SampleAnswers, jewelIds: ReadonlyMap<string, JewelId>): AnswerInput[] {
  const grades = new Map<string, EvidenceGrade>(
    EvidenceGrade.options.flatMap((grade) => (answers.evidence[grade] ?? []).map((id): [string, EvidenceGrade] => [id, grade])),
  )
  const input = (questionId: QuestionId, value: AnswerValue): AnswerInput => ({
    questionId,
    value,
    note: answers.notes[questionId] ?? '',
    evidenceGrade: grades.get(questionId) ?? 'U',
    evidenceExpiresOn: answers.evidenceUntil[questionId] ?? null,
  })
  const { yes, partly, no, unknown, declined } = answers
  const choices = (['yes', 'partly', 'no'] as const).flatMap((choice) =>
    ({ yes, partly, no })[choice].map((id) => input(id, { kind: 'practice', choice })),
  )
  const open = [...unknown.map((id) => input(id, { kind: 'unknown' })), ...declined.map((id) => input(id, { kind: 'declined' }))]
  const facts = Object.entries(answers.facts).map(([id, fact]) => input(QuestionId.parse(id), valueOf(fact, jewelIds)))
  return [...facts, ...choices, ...open]
}
