// Invariants 1–8 of the method, over random packs with random answers.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, notApplicable, practice, practiceChoices, randomTarget, reweighed, unknown, withAnswer } from '#test/generators/answers.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { Pack } from '../domain/pack.ts'
import { tierRank, tiers } from '../domain/tier.ts'
import { Result } from './result.ts'
import { score } from './score.ts'

const runs = { numRuns: 500 }
const anyRun = fc.oneof({ weight: 3, arbitrary: randomRun }, { weight: 1, arbitrary: shippedRun })

function ranksOf(result: Result): { best: number; worst: number } {
  return { best: tierRank(result.tier.best), worst: tierRank(result.tier.worst) }
}

/** Gap of each domain of both results that has one, side by side, in basis points. */
function gapPairs(before: Result, after: Result) {
  return before.domains.flatMap((domain) => {
    const other = after.domains.find((one) => one.domainId === domain.domainId)
    return domain.gap === null || other === undefined || other.gap === null
      ? []
      : [{ id: domain.domainId, before: domain.gap, after: other.gap }]
  })
}

function expectNeverBetter(better: Result, worse: Result): void {
  for (const { before, after } of gapPairs(better, worse)) {
    expect(after.loBp).toBeGreaterThanOrEqual(before.loBp)
    expect(after.hiBp).toBeGreaterThanOrEqual(before.hiBp)
  }
  expect(ranksOf(worse).best).toBeGreaterThanOrEqual(ranksOf(better).best)
  expect(ranksOf(worse).worst).toBeGreaterThanOrEqual(ranksOf(better).worst)
}

const runAndPractice = anyRun.chain((input) => randomTarget(input, (question) => question.answer.kind === 'practice'))

describe('the gap', () => {
  test('invariant 1: gaps stay between 0 and 10,000, the best end is never above the worst, and the result has its published shape', () => {
    fc.assert(
      fc.property(anyRun, (input) => {
        const result = score(input)
        expect(Result.parse(result)).toEqual(result)
        for (const domain of result.domains) {
          if (domain.gap === null || domain.band === null || domain.residual === null) continue
          expect(domain.gap.loBp).toBeLessThanOrEqual(domain.gap.hiBp)
          expect(domain.band.best).toBeLessThanOrEqual(domain.band.worst)
          expect(tierRank(domain.residual.best)).toBeLessThanOrEqual(tierRank(domain.residual.worst))
        }
        expect(tiers).toContain(result.tier.worst)
        expect(ranksOf(result).best).toBeLessThanOrEqual(ranksOf(result).worst)
      }),
      runs,
    )
  })

  test('invariant 2: Yes to Partly to No never lowers a gap or a tier', () => {
    fc.assert(
      fc.property(runAndPractice, ({ input, question }) => {
        const order =
          question.answer.kind === 'practice' && question.answer.badAnswer === 'yes' ? practiceChoices.toReversed() : practiceChoices
        const results = order.map((choice) => score(withAnswer(input, question.id, practice(choice))))
        results.slice(1).forEach((worse, index) => expectNeverBetter(results[index] ?? worse, worse))
      }),
      runs,
    )
  })

  test('invariant 3: Unknown, blank and Declined score alike, and no known answer is worse than they are', () => {
    fc.assert(
      fc.property(runAndPractice, ({ input, question }) => {
        const open = score(withAnswer(input, question.id, unknown))
        for (const other of [null, { kind: 'declined' } as const]) {
          const result = score(withAnswer(input, question.id, other))
          expect(result.tier).toEqual(open.tier)
          expect(result.domains.map((domain) => domain.gap)).toEqual(open.domains.map((domain) => domain.gap))
          expect(result.flags).toEqual(open.flags)
          expect(result.vector).toBe(open.vector)
        }
        for (const choice of practiceChoices) {
          const known = score(withAnswer(input, question.id, practice(choice)))
          for (const { before, after } of gapPairs(known, open)) expect(after.hiBp).toBeGreaterThanOrEqual(before.hiBp)
          expect(ranksOf(open).worst).toBeGreaterThanOrEqual(ranksOf(known).worst)
        }
      }),
      runs,
    )
  })

  test('invariant 4: a known answer gives an interval inside that of Unknown, and so does N/A on a question without children', () => {
    fc.assert(
      fc.property(runAndPractice, ({ input, question }) => {
        const open = score(withAnswer(input, question.id, unknown))
        const isLeaf = !input.pack.questions.some((other) => other.gate === question.id)
        const values = [...practiceChoices.map(practice), ...(isLeaf ? [notApplicable()] : [])]
        for (const value of values) {
          const known = score(withAnswer(input, question.id, value))
          for (const { before, after } of gapPairs(open, known)) {
            expect(after.loBp).toBeGreaterThanOrEqual(before.loBp)
            expect(after.hiBp).toBeLessThanOrEqual(before.hiBp)
          }
          if (value.kind === 'practice') {
            expect(ranksOf(known).best).toBeGreaterThanOrEqual(ranksOf(open).best)
            expect(ranksOf(known).worst).toBeLessThanOrEqual(ranksOf(open).worst)
          }
        }
      }),
      runs,
    )
  })

  test('invariant 5: N/A gives the result of a pack without that question, and on a gate without its group', () => {
    fc.assert(
      fc.property(runAndPractice, ({ input, question }) => {
        const excluded = score(withAnswer(input, question.id, notApplicable()))
        const rest = input.pack.questions.filter((one) => one.id !== question.id && one.gate !== question.id)
        const without = score({ ...input, pack: Pack.parse({ ...input.pack, questions: rest }) })
        expect(excluded.tier).toEqual(without.tier)
        expect(excluded.inherent).toEqual(without.inherent)
        expect(excluded.flags).toEqual(without.flags)
        for (const { before, after } of gapPairs(excluded, without)) expect(after).toEqual(before)
        for (const domain of excluded.domains) {
          const other = without.domains.find((one) => one.domainId === domain.domainId)
          expect(domain.contributions).toEqual(other?.contributions ?? [])
          expect(domain.weightTotal).toBe(other?.weightTotal ?? 0)
        }
      }),
      runs,
    )
  })

  test('invariant 6: N/A without a reason is refused, and on a flag question without a countersign it limits the scope', () => {
    fc.assert(
      fc.property(runAndPractice, ({ input, question }) => {
        const plain = withAnswer(input, question.id, null)
        if (!score(plain).shown.includes(question.id)) return
        const given = answer(question.id, notApplicable(''))
        const unreasoned = score({
          ...plain,
          answers: [...plain.answers, { ...given, value: { kind: 'not-applicable', reason: ' ', countersignedBy: 'X' } }],
        })
        expect(unreasoned.blockers).toContainEqual({ code: 'not-applicable-without-reason', id: question.id })
        expect(unreasoned.canFinalise).toBe(false)
        expect(unreasoned.tier).toEqual(score(plain).tier)
        const uncountersigned = score(withAnswer(input, question.id, notApplicable('')))
        if (question.flags.length > 0 || question.ranks.length > 0) expect(uncountersigned.badges).toContain('scope-limited')
      }),
      runs,
    )
  })

  test('invariant 7: a heavier bad answer never lowers its gap and a heavier good one never raises it', () => {
    fc.assert(
      fc.property(runAndPractice, fc.boolean(), ({ input, question }, isBad) => {
        if (question.weight === undefined || question.answer.kind !== 'practice') return
        const bad = question.answer.badAnswer
        const good = bad === 'no' ? 'yes' : 'no'
        const fixed = withAnswer(input, question.id, practice(isBad ? bad : good))
        const heavier = { ...fixed, pack: reweighed(fixed, (weight, id) => (id === question.id ? 2 * weight : weight)) }
        // A gate with children is at most as bad as its children, so a heavier gate may lower the gap: only leaves are promised.
        if (input.pack.questions.some((other) => other.gate === question.id)) return
        for (const { before, after } of gapPairs(score(fixed), score(heavier))) {
          const sign = isBad ? 1 : -1
          expect(sign * (after.hiBp - before.hiBp)).toBeGreaterThanOrEqual(0)
          expect(sign * (after.loBp - before.loBp)).toBeGreaterThanOrEqual(0)
        }
      }),
      runs,
    )
  })

  test('invariant 8: multiplying every weight by the same number changes no gap and no tier', () => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 2, max: 9 }), (input, factor) => {
        const plain = score(input)
        const scaled = score({ ...input, pack: reweighed(input, (weight) => factor * weight) })
        expect(scaled.tier).toEqual(plain.tier)
        expect(scaled.domains.map((domain) => domain.gap)).toEqual(plain.domains.map((domain) => domain.gap))
        expect(scaled.domains.map((domain) => domain.contributions.map((one) => one.hiBp))).toEqual(
          plain.domains.map((domain) => domain.contributions.map((one) => one.hiBp)),
        )
      }),
      runs,
    )
  })
})
