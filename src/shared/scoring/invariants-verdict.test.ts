// Invariants 9–21 of the method, over random packs with random answers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, notApplicable, practice, practiceChoices, randomTarget, unknown, withAnswer } from '#test/generators/answers.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import type { EvidenceGrade } from '../domain/answer.ts'
import type { Question } from '../domain/question.ts'
import { tierRank } from '../domain/tier.ts'
import type { ScoreInput } from './input.ts'
import { isAsked } from './plan.ts'
import type { Result } from './result.ts'
import { score } from './score.ts'
import { inherentTable, residualTable } from './tables.ts'

const runs = { numRuns: 500 }
const anyRun = fc.oneof({ weight: 3, arbitrary: randomRun }, { weight: 1, arbitrary: shippedRun })
const runAndPractice = anyRun.chain((input) => randomTarget(input, (question) => question.answer.kind === 'practice'))

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

/** The part of a result that is the verdict: what evidence, names and order may not touch. */
function verdict({ tier, driver, inherent, domains, flags, shown }: Result) {
  return { tier, driver, inherent, domains, flags, shown }
}

function regraded(input: ScoreInput, grade: (old: EvidenceGrade, index: number) => EvidenceGrade): ScoreInput {
  return { ...input, answers: input.answers.map((one, index) => ({ ...one, evidenceGrade: grade(one.evidenceGrade, index) })) }
}

const confidenceRank = { low: 0, medium: 1, high: 2 } as const
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D', 'U']

describe('the verdict', () => {
  test('invariant 9: the order of the answers changes not one byte', () => {
    fc.assert(
      fc.property(anyRun, fc.func(fc.integer()), (input, key) => {
        const shuffled = input.answers.toSorted((one, two) => key(one.questionId) - key(two.questionId))
        expect(JSON.stringify(score({ ...input, answers: shuffled }))).toBe(JSON.stringify(score(input)))
      }),
      runs,
    )
  })

  test('invariant 10: scoring twice gives the same bytes, and the input is never touched', () => {
    fc.assert(
      fc.property(anyRun, (input) => {
        const frozen = deepFreeze(structuredClone(input))
        expect(JSON.stringify(score(frozen))).toBe(JSON.stringify(score(input)))
        expect(JSON.stringify(score(frozen))).toBe(JSON.stringify(score(frozen)))
      }),
      runs,
    )
  })

  test('invariant 11: contributions are whole, never negative, sum exactly to the gap, and are zero for a good answer', () => {
    fc.assert(
      fc.property(anyRun, (input) => {
        const result = score(input)
        const given = new Map(input.answers.map((one) => [one.questionId, one.value]))
        for (const { gap, contributions } of result.domains) {
          expect(contributions.reduce((sum, one) => sum + one.hiBp, 0)).toBe(gap?.hiBp ?? 0)
          expect(contributions.reduce((sum, one) => sum + one.loBp, 0)).toBe(gap?.loBp ?? 0)
          for (const { questionId, loBp, hiBp } of contributions) {
            expect(loBp).toBeGreaterThanOrEqual(0)
            expect(hiBp).toBeGreaterThanOrEqual(0)
            expect(result.shown).toContain(questionId)
            const value = given.get(questionId)
            expect(value?.kind).not.toBe('not-applicable')
            const type = input.pack.questions.find((one) => one.id === questionId)?.answer
            const isGood =
              value?.kind === 'practice' && type?.kind === 'practice' && value.choice !== 'partly' && value.choice !== type.badAnswer
            if (isGood) expect([loBp, hiBp]).toEqual([0, 0])
          }
        }
      }),
      runs,
    )
  })

  test('invariant 12: the answer of a hidden question changes nothing but the list of hidden answers, and counts again once the question shows', () => {
    fc.assert(
      fc.property(runAndPractice, fc.constantFrom(...practiceChoices), ({ input, question }, choice) => {
        const without = withAnswer(input, question.id, null)
        if (score(without).shown.includes(question.id)) return
        const hidden = score(withAnswer(input, question.id, practice(choice)))
        const { issues, ...rest } = hidden
        const { issues: before, ...expected } = score(without)
        expect(rest).toEqual(expected)
        expect(issues.length).toBe(before.length + 1)
        expect(issues.map((issue) => issue.questionId)).toContain(question.id)
      }),
      runs,
    )
  })

  test('invariant 13: an open gate shows its children, and changing a gate there and back returns the same result', () => {
    const gates = anyRun.filter((input) => input.pack.questions.some((one) => one.gate !== undefined && one.shownIf === undefined))
    const target = gates.chain((input) => randomTarget(input, (one) => one.gate !== undefined && one.shownIf === undefined))
    fc.assert(
      fc.property(target, fc.constantFrom(...practiceChoices), ({ input, question }, choice) => {
        const gate = question.gate
        if (gate === undefined) throw new Error('a child has a gate')
        const open = withAnswer(input, gate, unknown)
        const result = score(open)
        if (result.shown.includes(gate) && isAsked(question, input.relationship, input.profile)) expect(result.shown).toContain(question.id)
        const back = withAnswer(withAnswer(open, gate, practice(choice)), gate, unknown)
        expect(score(back)).toEqual(result)
      }),
      runs,
    )
  })

  test('invariant 14: a fired flag is a floor whatever else is answered', () => {
    fc.assert(
      fc.property(anyRun, (input) => {
        const result = score(input)
        for (const flag of result.flags) {
          const floor = flag.level === 'stop' ? 4 : 3
          expect(tierRank(result.tier.worst)).toBeGreaterThanOrEqual(floor)
          if (flag.state === 'fired') expect(tierRank(result.tier.best)).toBeGreaterThanOrEqual(floor)
        }
      }),
      runs,
    )
  })

  test.each([
    ['inherent', inherentTable],
    ['residual', residualTable],
  ])('invariant 15: the %s table never falls along a row or a column', (_, table) => {
    const ranks = table.map((row) => row.map(tierRank))
    expect(ranks.flat()).toHaveLength(16)
    ranks.forEach((row, rowIndex) =>
      row.forEach((rank, column) => {
        expect(rank).toBeGreaterThanOrEqual(row[column - 1] ?? 0)
        expect(rank).toBeGreaterThanOrEqual(ranks[rowIndex - 1]?.[column] ?? 0)
      }),
    )
  })

  test('invariant 16: one more kind of access, data or jewel, or an unknown fact, never lowers the worst inherent tier', () => {
    const target = anyRun.chain((input) => randomTarget(input, (one) => one.answer.kind === 'several' || one.answer.kind === 'jewels'))
    fc.assert(
      fc.property(target, fc.nat(), ({ input, question }, pick) => {
        const value = input.answers.find((one) => one.questionId === question.id)?.value
        const before = score(input)
        expect(tierRank(score(withAnswer(input, question.id, unknown)).inherent.tier.worst)).toBeGreaterThanOrEqual(
          tierRank(before.inherent.tier.worst),
        )
        const type = question.answer
        let more: ScoreInput | null = null
        if (type.kind === 'several' && value?.kind === 'several') {
          const addable = type.options.filter((option) => option.id !== type.noneOption)
          const option = addable[pick % addable.length]?.id ?? ''
          more = withAnswer(input, question.id, {
            kind: 'several',
            options: [...new Set([...value.options.filter((id) => id !== type.noneOption), option])],
          })
        }
        const jewel = input.jewels[pick % input.jewels.length]
        if (value?.kind === 'jewels' && jewel !== undefined) {
          more = withAnswer(input, question.id, { kind: 'jewels', jewelIds: [...new Set([...value.jewelIds, jewel.id])] })
        }
        if (more === null) return
        const after = score(more)
        expect(tierRank(after.inherent.tier.worst)).toBeGreaterThanOrEqual(tierRank(before.inherent.tier.worst))
        expect(tierRank(after.inherent.tier.best)).toBeGreaterThanOrEqual(tierRank(before.inherent.tier.best))
      }),
      runs,
    )
  })

  test('invariant 17: evidence never moves a gap or a tier, and better evidence never lowers confidence', () => {
    fc.assert(
      fc.property(anyRun, fc.nat({ max: 4 }), fc.nat({ max: 200 }), (input, steps, at) => {
        const before = score(input)
        const better = score(
          regraded(input, (old, index) =>
            index === at % Math.max(1, input.answers.length) ? (grades[Math.max(0, grades.indexOf(old) - steps)] ?? 'A') : old,
          ),
        )
        expect(verdict(better)).toEqual(verdict(before))
        expect(confidenceRank[better.confidence]).toBeGreaterThanOrEqual(confidenceRank[before.confidence])
        for (const result of [before, better]) expect(result.isUnconfirmed).toBe(result.tier.worst === 'low' && result.confidence === 'low')
      }),
      runs,
    )
  })

  test('invariant 18: an empty assessment is never Low and can never be signed', () => {
    fc.assert(
      fc.property(anyRun, (input) => {
        const result = score({ ...input, answers: [] })
        expect(result.tier.worst).not.toBe('low')
        expect(result.canFinalise).toBe(false)
        expect(result.driver).toBeNull()
        expect(result.blockers).toContainEqual({ code: 'nothing-answered', id: '' })
      }),
      runs,
    )
  })

  test('invariant 19: a bad domain cannot be offset by improving another', () => {
    fc.assert(
      fc.property(anyRun, (input) => {
        const before = score(input)
        if (before.driver?.kind !== 'domain') return
        const driver = before.driver.id
        const isPlain = (one: Question): boolean => one.flags.length === 0 && one.ranks.length === 0
        const others = input.pack.questions.filter(
          (one) =>
            one.domain !== driver &&
            one.weight !== undefined &&
            isPlain(one) &&
            input.pack.questions.filter((child) => child.gate === one.id).every(isPlain),
        )
        const improved = others.reduce(
          (run, { id, answer: type }) => withAnswer(run, id, practice(type.kind === 'practice' && type.badAnswer === 'yes' ? 'no' : 'yes')),
          input,
        )
        expect(score(improved).tier.worst).toBe(before.tier.worst)
      }),
      runs,
    )
  })

  test('invariant 20: notes, names of owners and countries change no score', () => {
    fc.assert(
      fc.property(anyRun, (input) => {
        const swapped = input.answers.map((one) => {
          const note = `${one.note} again`
          const { value } = one
          if (value.kind === 'countries')
            return { ...one, note, value: { ...value, countries: value.countries.map((country) => ({ ...country, code: 'AQ' })) } }
          if (value.kind === 'owners')
            return { ...one, note, value: { ...value, owners: value.owners.map((owner) => ({ ...owner, name: 'Other', country: 'AQ' })) } }
          return { ...one, note }
        })
        expect(score({ ...input, answers: swapped })).toEqual(score(input))
      }),
      runs,
    )
  })

  test('invariant 21: the result depends on the as-of day only through dated rules and check dates', () => {
    fc.assert(
      fc.property(anyRun, fc.constantFrom('2026-01-01', '2026-11-22', '2040-01-01'), (input, asOf) => {
        const { asOf: _one, vector: _two, badges: _three, ...then } = score({ ...input, asOf })
        const { asOf: _four, vector: _five, badges: _six, ...now } = score(input)
        expect(then).toEqual(now)
      }),
      runs,
    )
  })

  test('a countersigned N/A of a question that moves no tier by itself leaves the scope whole', () => {
    fc.assert(
      fc.property(runAndPractice, ({ input, question }) => {
        const everythingElse = {
          ...input,
          answers: input.answers.filter((one) => one.value.kind !== 'not-applicable' && one.questionId !== question.id),
        }
        const result = score({ ...everythingElse, answers: [...everythingElse.answers, answer(question.id, notApplicable())] })
        const domain = result.domains.find((one) => one.domainId === question.domain)
        const excluded = domain?.notApplicableWeight ?? 0
        if (excluded === 0) expect(result.badges).not.toContain('scope-limited')
      }),
      runs,
    )
  })
})
