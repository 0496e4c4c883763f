// Invariants 16–21 of the method, over random packs and the shipped one with random answers: facts, evidence, emptiness, fairness, dates.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { practice, unknown, withAnswer } from '#test/generators/answers.ts'
import { chosenQuestion, holdsEverywhere } from '#test/generators/quick-runs.ts'
import { datedRuleSince } from '#test/generators/random-pack.ts'
import type { AnswerInput, EvidenceGrade } from '../domain/answer.ts'
import { AssessmentDocumentVersion1, SignedDocument } from '../domain/assessment-document.ts'
import { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { tierRank } from '../domain/tier.ts'
import type { ScoreInput } from './input.ts'
import type { Result } from './result.ts'
import { asVersion1 } from './result-version-1.ts'
import { score } from './score.ts'

/** The part of a result that is the verdict: what evidence, names and order may not touch. */
function verdict({ tier, driver, inherent, domains, flags, clearFlags, shown, askFirst, vector }: Result): string {
  return JSON.stringify([tier, driver, inherent, domains, flags, clearFlags, shown, askFirst, vector])
}

/** The verdict without the as-of day that its vector names. */
function timeless(result: Result): string {
  return verdict({ ...result, vector: result.vector.replace(result.asOf, '') })
}

const confidenceRank = { low: 0, medium: 1, high: 2 } as const
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D', 'U']

/** One more kind of access or data, or one more crown jewel, than the answer names; null when there is no such answer. */
function withMore(input: ScoreInput, question: Question, choice: number): ScoreInput | null {
  const value = input.answers.find((one) => one.questionId === question.id)?.value
  const type = question.answer
  if (type.kind === 'several' && value?.kind === 'several') {
    const addable = type.options.filter((option) => option.id !== type.noneOption)
    const added = addable[choice % addable.length]?.id ?? ''
    const options = [...new Set([...value.options.filter((id) => id !== type.noneOption), added])]
    return withAnswer(input, question.id, { kind: 'several', options })
  }
  const jewel = input.jewels[choice % input.jewels.length]
  if (value?.kind !== 'jewels' || jewel === undefined) return null
  return withAnswer(input, question.id, { kind: 'jewels', jewelIds: [...new Set([...value.jewelIds, jewel.id])] })
}

function withEvidence(input: ScoreInput, at: number, change: (answer: AnswerInput) => Partial<AnswerInput>): ScoreInput {
  const place = at % Math.max(1, input.answers.length)
  return { ...input, answers: input.answers.map((one, index) => (index === place ? { ...one, ...change(one) } : one)) }
}

describe('over random packs and answers', () => {
  test('invariant 16: one more kind of access, data or jewel, or an unknown fact, never lowers the inherent tier', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenQuestion(input, choice, (one) => one.answer.kind === 'several' || one.answer.kind === 'jewels')
      const before = score(input).inherent.tier
      const more = withMore(input, question, choice)
      if (more === null || choice % 3 === 0) {
        const open = score(withAnswer(input, question.id, unknown)).inherent.tier
        expect(tierRank(open.worst)).toBeGreaterThanOrEqual(tierRank(before.worst))
        return
      }
      const after = score(more).inherent.tier
      expect(tierRank(after.worst)).toBeGreaterThanOrEqual(tierRank(before.worst))
      expect(tierRank(after.best)).toBeGreaterThanOrEqual(tierRank(before.best))
    })
  })

  test('invariant 17: evidence never moves a gap or a tier, better evidence never lowers confidence, and expiry never raises it', () => {
    holdsEverywhere((input, choice) => {
      const isExpiry = choice % 2 === 0
      const upBy = Math.floor(choice / 1000) % 5
      const upgraded = (grade: EvidenceGrade) => grades[Math.max(0, grades.indexOf(grade) - upBy)] ?? 'A'
      const change = (one: AnswerInput) => (isExpiry ? { evidenceExpiresOn: '2026-11-21' } : { evidenceGrade: upgraded(one.evidenceGrade) })
      const before = score(input)
      const after = score(withEvidence(input, Math.floor(choice / 10), change))
      expect(verdict(after)).toBe(verdict(before))
      const [weaker, stronger] = isExpiry ? [after, before] : [before, after]
      expect(confidenceRank[stronger.confidence]).toBeGreaterThanOrEqual(confidenceRank[weaker.confidence])
      for (const result of [before, after]) expect(result.isUnconfirmed).toBe(result.tier.worst === 'low' && result.confidence === 'low')
    })
  })

  test('invariant 18: an empty assessment is never Low and can never be signed', () => {
    holdsEverywhere((input) => {
      const result = score({ ...input, answers: [] })
      expect(result.tier.worst).not.toBe('low')
      expect(result.canFinalise).toBe(false)
      expect(result.driver).toBeNull()
      expect(result.blockers).toContainEqual({ code: 'nothing-answered', id: '' })
    })
  })

  test('invariant 19: a bad domain cannot be offset by improving another', () => {
    holdsEverywhere((input) => {
      const before = score(input)
      if (before.driver?.kind !== 'domain') return
      const driver = before.driver.id
      const isPlain = (one: Question): boolean => one.flags.length === 0 && one.ranks.length === 0
      const inConditions = JSON.stringify(input.pack.combinations)
      const others = input.pack.questions.filter(
        (one) =>
          one.domain !== driver &&
          one.weight !== undefined &&
          isPlain(one) &&
          !inConditions.includes(`"${one.id}"`) &&
          input.pack.questions.filter((child) => child.gate === one.id).every(isPlain),
      )
      const good = new Map(
        others.map(({ id, answer }) => [id, answer.kind === 'practice' && answer.badAnswer === 'yes' ? 'no' : 'yes'] as const),
      )
      const answers = input.answers.map((one) => {
        const choice = good.get(one.questionId)
        return choice === undefined ? one : { ...one, value: practice(choice) }
      })
      expect(score({ ...input, answers }).tier.worst).toBe(before.tier.worst)
    })
  })

  test('invariant 20: notes, names of owners and the countries they and the party stand in change no score', () => {
    const countries = ['AQ', 'CN', 'DE', 'RU', 'US'] as const
    holdsEverywhere((input, choice) => {
      const code = countries[choice % countries.length] ?? 'AQ'
      const swapped = input.answers.map((one) => {
        const note = `${one.note} again`
        const { value } = one
        if (value.kind === 'countries')
          return { ...one, note, value: { ...value, countries: value.countries.map((country) => ({ ...country, code })) } }
        if (value.kind === 'owners')
          return { ...one, note, value: { ...value, owners: value.owners.map((owner) => ({ ...owner, name: 'Other', country: code })) } }
        return { ...one, note }
      })
      expect(JSON.stringify(score({ ...input, answers: swapped }))).toBe(JSON.stringify(score(input)))
    })
  })

  test('invariant 21: a dated rule flips only at its date, by the as-of day of the assessment', () => {
    const before = ['2026-01-01', '2026-11-22', '2026-11-30'] as const
    const after = [datedRuleSince, '2026-12-31', '2040-01-01'] as const
    holdsEverywhere((input, choice) => {
      const otherRules = input.pack.combinations.filter((rule) => rule.id !== 'C-02')
      // Only where this test knows every date; the shipped pack may have others.
      if (JSON.stringify([input.pack.questions, otherRules]).includes('"since"')) return
      const days = choice % 2 === 0 ? before : after
      const [one, other] = [days[0], days[Math.floor(choice / 10) % 3] ?? days[0]].map((asOf) => score({ ...input, asOf }))
      if (one === undefined || other === undefined) throw new Error('There are two days.')
      expect(timeless(other)).toBe(timeless(one))
      const isBad = isBadIn(input, 'AA-01')
      const isFired = one.flags.some((flag) => flag.ruleId === 'C-02' && flag.state === 'fired')
      if (days === before) expect(one.flags.some((flag) => flag.ruleId === 'C-02')).toBe(false)
      else if (isBad && one.shown.some((id) => id === 'AA-01')) expect(one.flags.some((flag) => flag.ruleId === 'C-02')).toBe(true)
      else expect(isFired).toBe(false)
    })
  })
})

/** True when the practice is answered badly. */
function isBadIn(input: ScoreInput, id: string): boolean {
  const value = input.answers.find((one) => one.questionId === id)?.value
  const type = input.pack.questions.find((one) => one.id === id)?.answer
  return value?.kind === 'practice' && type?.kind === 'practice' && value.choice === type.badAnswer
}

describe('invariant 21: what an earlier version signed', () => {
  const read = (name: string, version = 1): unknown =>
    JSON.parse(readFileSync(new URL(`../../../test/fixtures/version-${version}/${name}.json`, import.meta.url), 'utf8'))

  test('recomputes to the same bytes', () => {
    const document = AssessmentDocumentVersion1.parse(read('assessment'))
    const pack = Pack.parse(read('pack'))
    const again = asVersion1(score({ ...document, pack, jewels: document.crownJewels }))
    expect(sorted(again)).toBe(sorted(document.result))
  })

  test('recomputes to the same bytes when it is of the second version, and is read as what it is', () => {
    const document = SignedDocument.parse(read('assessment', 2))
    if (document.formatVersion !== 2) throw new Error('The second version states its number.')
    expect(document).toEqual(read('assessment', 2))
    const again = score({ ...document, pack: Pack.parse(read('pack')), jewels: document.crownJewels })
    expect(sorted(again)).toBe(sorted(document.result))
    expect(() => SignedDocument.parse({ ...document, formatVersion: 3 })).toThrow()
  })
})

const sorted = (result: unknown): string => JSON.stringify(result, (_, value: unknown) => sortedKeys(value))

function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => Number(left > right) - Number(left < right)))
}
