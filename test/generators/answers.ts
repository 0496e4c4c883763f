// Random answers to a pack's questions.
import fc from 'fast-check'
import { AnswerInput, type AnswerValue, type EvidenceGrade } from '#shared/domain/answer.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Question } from '#shared/domain/question.ts'
import type { Profile, RelationshipKind } from '#shared/domain/relationship.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { CrownJewel } from '#shared/domain/crown-jewel.ts'

/** Four crown jewels, of impact 1 to 4. */
export const jewels = [1, 2, 3, 4].map((impact) =>
  CrownJewel.parse({ id: `0000000${impact}-0000-4000-8000-000000000000`, name: `Jewel ${impact}`, impact, note: '' }),
)

export const practiceChoices = ['yes', 'partly', 'no'] as const
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D', 'U']

export function practice(choice: 'yes' | 'partly' | 'no'): AnswerValue {
  return { kind: 'practice', choice }
}

export const unknown: AnswerValue = { kind: 'unknown' }

export function notApplicable(countersignedBy = 'Second Person'): AnswerValue {
  return { kind: 'not-applicable', reason: 'It does not apply here.', countersignedBy }
}

export function answer(questionId: string, value: AnswerValue, evidenceGrade: EvidenceGrade = 'A'): AnswerInput {
  return AnswerInput.parse({ questionId, value, note: '', evidenceGrade })
}

function severalValue(ids: readonly string[], noneOption: string | undefined): fc.Arbitrary<AnswerValue> {
  const some = fc
    .subarray(
      ids.filter((id) => id !== noneOption),
      { minLength: 1 },
    )
    .map((options): AnswerValue => ({ kind: 'several', options }))
  return noneOption === undefined ? some : fc.oneof(some, fc.constant<AnswerValue>({ kind: 'several', options: [noneOption] }))
}

const country = fc.constantFrom('CN', 'DE', 'FR', 'IN', 'RU', 'US')

/** A known value of the question's own kind. */
export function knownValue(question: Question, pack: Pack): fc.Arbitrary<AnswerValue> {
  const type = question.answer
  switch (type.kind) {
    case 'practice':
      return fc.constantFrom(...practiceChoices).map(practice)
    case 'choice':
      return fc.constantFrom(...type.options).map((option) => ({ kind: 'choice', option: option.id }))
    case 'several':
      return severalValue(
        type.options.map((option) => option.id),
        type.noneOption,
      )
    case 'counts': {
      const of = pack.questions.find((one) => one.id === type.of)
      const ids = of !== undefined && 'options' in of.answer ? of.answer.options.map((option) => option.id) : []
      return fc.dictionary(fc.constantFrom(...ids), fc.nat({ max: 200_000 })).map((counts) => ({ kind: 'counts', counts }))
    }
    case 'percent':
      return fc.nat({ max: 10_000 }).map((shareBp) => ({ kind: 'percent', shareBp }))
    case 'number':
      return fc.nat({ max: type.max }).map((count) => ({ kind: 'number', count }))
    case 'date':
      return fc.constant({ kind: 'date', on: '2027-05-01' })
    case 'text':
      return fc.string({ maxLength: 5 }).map((text) => ({ kind: 'text', text: text.replaceAll(/[^a-z]/gu, '') }))
    case 'countries':
      return fc
        .array(
          fc.record({
            code: country,
            roles: fc.subarray(
              type.roles.map((role) => role.id),
              { minLength: 1 },
            ),
          }),
          { maxLength: 3 },
        )
        .map((countries) => ({ kind: 'countries', countries }))
    case 'owners':
      return fc
        .array(fc.record({ name: fc.constantFrom('A', 'B'), country, shareBp: fc.nat({ max: 3_300 }), layer: fc.constant(1) }), {
          maxLength: 3,
        })
        .map((owners) => ({ kind: 'owners', owners }))
    case 'jewels':
      return fc.subarray(jewels.map((jewel) => jewel.id)).map((jewelIds) => ({ kind: 'jewels', jewelIds }))
  }
}

/** Any answer a question can have, or null for none; mostly known ones. */
function maybeAnswer(question: Question, pack: Pack): fc.Arbitrary<AnswerInput | null> {
  const value = fc.oneof(
    { weight: 6, arbitrary: knownValue(question, pack) },
    { weight: 1, arbitrary: fc.constantFrom<AnswerValue>(unknown, { kind: 'declined' }, notApplicable(), notApplicable('')) },
  )
  const given = fc.tuple(value, fc.constantFrom(...grades)).map(([one, grade]) => answer(question.id, one, grade))
  return fc.option(given, { freq: 8, nil: null })
}

/** Answers to some of the questions, at most one each. */
function answersTo(pack: Pack): fc.Arbitrary<AnswerInput[]> {
  return fc.tuple(...pack.questions.map((question) => maybeAnswer(question, pack))).map((all) => all.filter((one) => one !== null))
}

/** A run of the pack: any relationship, profile and answers, as of one day. */
export function runsOf(pack: Pack): fc.Arbitrary<ScoreInput> {
  return fc.record({
    pack: fc.constant(pack),
    relationship: fc.constantFrom<RelationshipKind>('supplier', 'partner', 'investor'),
    profile: fc.constantFrom<Profile>('full', 'lite'),
    asOf: fc.constant('2026-11-22'),
    answers: answersTo(pack),
    jewels: fc.constant(jewels),
  })
}

/** The pack of a run with other weights. */
export function reweighed(input: ScoreInput, weigh: (weight: number, id: string) => number): Pack {
  const questions = input.pack.questions.map((one) => (one.weight === undefined ? one : { ...one, weight: weigh(one.weight, one.id) }))
  return { ...input.pack, questions }
}

/** The same run with one answer replaced, added or, with null, taken away. */
export function withAnswer(input: ScoreInput, questionId: string, value: AnswerValue | null): ScoreInput {
  const others = input.answers.filter((one) => one.questionId !== questionId)
  const old = input.answers.find((one) => one.questionId === questionId)
  return { ...input, answers: value === null ? others : [...others, answer(questionId, value, old?.evidenceGrade ?? 'A')] }
}
