// Merging assessors, whatever they say: nothing is lost, the order does not matter, and a contradiction counts as the worst it could be.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runsOf } from '#test/generators/answers.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import type { AnswerInput } from '../domain/answer.ts'
import { tierRank } from '../domain/tier.ts'
import type { ScoreInput } from '../scoring/input.ts'
import { score } from '../scoring/score.ts'
import { answersToScore, differencesOf, merge, statementsOf } from './merge.ts'

/** Ten thousand for the invariant, shared by its three tests. */
const cases = { numRuns: 3_400 }

/** Runs of one pack by three assessors. */
const threeRuns = randomRun.chain((first) => fc.tuple(fc.constant(first), runsOf(first.pack), runsOf(first.pack)))
const merges = threeRuns.map((inputs) => inputs.map((input, index) => statementsOf(`Assessor ${index % 2}`, input.answers)))

function scored(input: ScoreInput, answers: readonly AnswerInput[]) {
  return score({ ...input, answers })
}

describe('invariant 22: merging', () => {
  test('is commutative, associative and idempotent, and every statement is still there', () => {
    fc.assert(
      fc.property(merges, (all) => {
        const [one = [], two = [], three = []] = all
        const merged = merge(one, two, three)
        const text = JSON.stringify(merged)
        expect(JSON.stringify(merge(two, one))).toBe(JSON.stringify(merge(one, two)))
        expect(JSON.stringify(merge(one, merge(two, three)))).toBe(text)
        expect(JSON.stringify(merge(merge(one, two), three))).toBe(text)
        expect(JSON.stringify(merge(merged, merged))).toBe(text)
        expect(JSON.stringify(merge(merged, one))).toBe(text)
        const told = new Set(all.flat().flatMap(({ statements }) => statements.map((statement) => JSON.stringify(statement))))
        const kept = merged.flatMap(({ statements }) => statements.map((statement) => JSON.stringify(statement)))
        expect(new Set(kept)).toEqual(told)
        expect(kept).toHaveLength(told.size)
      }),
      cases,
    )
  }, 300_000)

  test('lists each question on which two differ, and only those', () => {
    fc.assert(
      fc.property(merges, (all) => {
        const merged = merge(...all)
        const listed = differencesOf(merged)
        for (const { questionId, statements } of merged) {
          const said = new Set(statements.map(({ answer: { value, evidenceGrade } }) => JSON.stringify([value, evidenceGrade])))
          const difference = listed.find((one) => one.questionId === questionId)
          if (said.size === 1) expect(difference).toBeUndefined()
          if (difference !== undefined) expect(difference.statements).toEqual(statements)
        }
        expect(listed.filter(({ differsIn }) => differsIn.length === 0)).toEqual([])
      }),
      cases,
    )
  }, 300_000)

  test('scores an unresolved contradiction at least as badly as any of the answers, and lets nobody sign on it', () => {
    const contradictory = threeRuns.chain(([first, second]) => {
      const theirs = new Map(second.answers.map((one) => [one.questionId, one]))
      const both = first.answers.filter((one) => theirs.has(one.questionId))
      return fc.constantFrom(...both.map((one) => one.questionId), null).map((questionId) => ({ first, theirs, questionId }))
    })
    let tried = 0
    let contradictions = 0
    fc.assert(
      fc.property(contradictory, ({ first, theirs, questionId }) => {
        tried += 1
        const other = questionId === null ? undefined : theirs.get(questionId)
        const mine = first.answers.find((one) => one.questionId === questionId)
        if (other === undefined || mine === undefined) return
        const merged = merge(statementsOf('One', first.answers), statementsOf('Two', [other]))
        const isContradiction = differencesOf(merged).some((one) => one.questionId === questionId && one.differsIn.includes('value'))
        if (!isContradiction) return
        const result = scored(first, answersToScore(merged))
        const shown = result.shown.includes(mine.questionId)
        if (shown) expect(result.canFinalise).toBe(false)
        // N/A, or a fact that hides a question, takes weight out of an average, which can go either way: the lock on signing alone holds there.
        if ([mine, other].some((one) => one.value.kind === 'not-applicable')) return
        contradictions += 1
        const isPractice = first.pack.questions.find((one) => one.id === questionId)?.answer.kind === 'practice'
        const alone = [mine, other].map((one) => scored(first, [...first.answers.filter((each) => each.questionId !== questionId), one]))
        for (const one of alone) {
          expect(tierRank(result.inherent.tier.worst)).toBeGreaterThanOrEqual(tierRank(one.inherent.tier.worst))
          if (!isPractice) continue
          expect(tierRank(result.tier.worst)).toBeGreaterThanOrEqual(tierRank(one.tier.worst))
          for (const domain of one.domains) {
            const now = result.domains.find((each) => each.domainId === domain.domainId)
            expect(now?.gap?.hiBp ?? 10_000).toBeGreaterThanOrEqual(domain.gap?.hiBp ?? 0)
          }
        }
      }),
      cases,
    )
    expect(contradictions).toBeGreaterThan(tried / 2)
  }, 300_000)
})
