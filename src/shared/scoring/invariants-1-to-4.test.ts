// Invariants 1–4 of the method, over random packs and the shipped one with random answers: bounds, order and the interval of Unknown.
import { describe, expect, test } from 'vitest'
import { notApplicable, practice, practiceChoices, unknown, withAnswer } from '#test/generators/answers.ts'
import { chosenPractice, holdsEverywhere } from '#test/generators/quick-runs.ts'
import type { Question } from '../domain/question.ts'
import { tierRank, tiers } from '../domain/tier.ts'
import { Result } from './result.ts'
import { score } from './score.ts'

/** Gap of each domain that both results have, side by side, in basis points. */
function gapPairs(before: Result, after: Result) {
  const others = new Map(after.domains.map((domain) => [domain.domainId, domain.gap]))
  return before.domains.flatMap(({ domainId, gap }) => {
    const other = others.get(domainId) ?? null
    return gap === null || other === null ? [] : [{ before: gap, after: other }]
  })
}

/** True when every gap and tier of the second is at least as bad as in the first. */
function isNeverBetter(better: Result, worse: Result): boolean {
  return (
    gapPairs(better, worse).every(({ before, after }) => after.loBp >= before.loBp && after.hiBp >= before.hiBp) &&
    tierRank(worse.tier.best) >= tierRank(better.tier.best) &&
    tierRank(worse.tier.worst) >= tierRank(better.tier.worst)
  )
}

/** The part of a result that may not depend on how an open answer came to be open. */
function scored({ tier, driver, inherent, domains, flags, clearFlags, vector, askFirst, isUnconfirmed, confidence }: Result): string {
  const gaps = domains.map(({ domainId, gap, band, residual, contributions }) => [domainId, gap, band, residual, contributions])
  return JSON.stringify([tier, inherent, gaps, flags, clearFlags, vector, askFirst, isUnconfirmed, confidence, driver?.id])
}

describe('over random packs and answers', () => {
  test('invariant 1: gaps stay between 0 and 10,000, the best end is never above the worst, and the result has its published shape', () => {
    holdsEverywhere((input, choice) => {
      const result = score(input)
      // Reading with the schema costs more than scoring, so every fourth result is read.
      if (choice % 4 === 0) expect(Result.safeParse(result).error).toBeUndefined()
      for (const { gap, band, residual } of result.domains) {
        if (gap === null || band === null || residual === null) continue
        expect(0 <= gap.loBp && gap.loBp <= gap.hiBp && gap.hiBp <= 10_000).toBe(true)
        expect(band.best <= band.worst && tierRank(residual.best) <= tierRank(residual.worst)).toBe(true)
      }
      expect(tiers).toContain(result.tier.worst)
      expect(tierRank(result.tier.best)).toBeLessThanOrEqual(tierRank(result.tier.worst))
      expect(tierRank(result.inherent.tier.best)).toBeLessThanOrEqual(tierRank(result.inherent.tier.worst))
    })
  })

  test('invariant 2: Yes to Partly to No never lowers a gap or a tier', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const [good, partly, bad] = fromGoodToBad(question)
      const [better, worse] = Math.floor(choice / 1000) % 2 === 0 ? [good, partly] : [partly, bad]
      const scoreWith = (one: 'yes' | 'partly' | 'no') => score(withAnswer(input, question.id, practice(one)))
      expect(isNeverBetter(scoreWith(better), scoreWith(worse))).toBe(true)
    })
  })

  test('invariant 3: Unknown, blank and Declined score alike, and no known answer is worse than they are', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const open = score(withAnswer(input, question.id, unknown))
      const isOnlyAnswer = open.answeredCount <= 1
      const other = score(withAnswer(input, question.id, Math.floor(choice / 1000) % 2 === 0 ? null : { kind: 'declined' }))
      // With nothing answered at all there is no driver; all else is the same.
      if (!isOnlyAnswer) expect(scored(other)).toBe(scored(open))
      expect(other.tier).toEqual(open.tier)
      expect(other.vector).toBe(open.vector)
      const value = practiceChoices[Math.floor(choice / 10_000) % 3] ?? 'no'
      const known = score(withAnswer(input, question.id, practice(value)))
      expect(gapPairs(known, open).every(({ before, after }) => after.hiBp >= before.hiBp)).toBe(true)
      expect(tierRank(open.tier.worst)).toBeGreaterThanOrEqual(tierRank(known.tier.worst))
    })
  })

  test('invariant 4: a known answer gives an interval inside that of Unknown, and so does N/A on a question without children', () => {
    holdsEverywhere((input, choice) => {
      const question = chosenPractice(input, choice)
      const open = score(withAnswer(input, question.id, unknown))
      const isLeaf = !input.pack.questions.some((other) => other.gate === question.id)
      const values = [...practiceChoices.map(practice), ...(isLeaf ? [notApplicable()] : [])]
      const value = values[Math.floor(choice / 1000) % values.length] ?? practice('no')
      const known = score(withAnswer(input, question.id, value))
      expect(gapPairs(open, known).every(({ before, after }) => after.loBp >= before.loBp && after.hiBp <= before.hiBp)).toBe(true)
      if (value.kind !== 'practice') return
      expect(tierRank(known.tier.best)).toBeGreaterThanOrEqual(tierRank(open.tier.best))
      expect(tierRank(known.tier.worst)).toBeLessThanOrEqual(tierRank(open.tier.worst))
    })
  })
})

function fromGoodToBad(question: Question) {
  return question.answer.kind === 'practice' && question.answer.badAnswer === 'yes' ? (['no', 'partly', 'yes'] as const) : practiceChoices
}
