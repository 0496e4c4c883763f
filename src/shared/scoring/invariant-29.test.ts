// Invariant 29 of the method: a comparison the other way round is its exact mirror, and nothing differs from itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invariantRuns, quickRun, quickShippedRun } from '#test/generators/quick-runs.ts'
import type { Pack } from '../domain/pack.ts'
import { compareAssessments, type AnswerChange, type Comparison } from './compare.ts'
import type { ScoreInput } from './input.ts'

function negative(number: number | null): number | null {
  return number === null ? null : 0 - number
}

function mirrored<T>({ first, second }: { readonly first: T; readonly second: T }): { first: T; second: T } {
  return { first: second, second: first }
}

const opposite = { better: 'worse', worse: 'better', other: 'other' } as const satisfies Record<
  AnswerChange['direction'],
  AnswerChange['direction']
>

/** The comparison as it must read the other way round. */
function mirror(comparison: Comparison): Comparison {
  const { isSame, tier, inherent, confidence, domains, answers, flags, onlyFirst, onlySecond, notComparable, reweighed } = comparison
  const ofTier = (change: Comparison['tier']) => ({
    ...mirrored(change),
    bestSteps: 0 - change.bestSteps,
    worstSteps: 0 - change.worstSteps,
  })
  return {
    isSame,
    tier: ofTier(tier),
    inherent: ofTier(inherent),
    confidence: mirrored(confidence),
    domains: domains.map((one) => ({ ...one, ...mirrored(one), loBp: negative(one.loBp), hiBp: negative(one.hiBp) })),
    answers: answers.map((one) => ({ ...one, ...mirrored(one), direction: opposite[one.direction] })),
    flags: flags.map((one) => ({ ...one, ...mirrored(one) })),
    onlyFirst: onlySecond,
    onlySecond: onlyFirst,
    notComparable,
    reweighed,
  }
}

/** A later version of a pack: some questions gone, some of another meaning, some of another weight. */
function laterVersion(pack: Pack, choice: number): Pack {
  const questions = pack.questions.flatMap((question, index) => {
    const sort = (index * 31 + choice) % 7
    if (sort === 0 && question.domain !== 'PR') return []
    if (sort === 1) return [{ ...question, meaning: question.meaning + 1 }]
    return [sort === 2 && question.weight !== undefined ? { ...question, weight: 5 } : question]
  })
  return { ...pack, version: '2.0.0', questions }
}

const made = new WeakMap<Pack, Map<number, Pack>>()

function version(pack: Pack, choice: number): Pack {
  const versions = made.get(pack) ?? new Map<number, Pack>()
  made.set(pack, versions)
  const one = versions.get(choice) ?? laterVersion(pack, choice)
  versions.set(choice, one)
  return one
}

function expectMirror(first: ScoreInput, second: ScoreInput): void {
  const there = compareAssessments(first, second)
  expect(JSON.stringify(compareAssessments(second, first))).toBe(JSON.stringify(mirror(there)))
  const same = compareAssessments(first, first)
  expect(same.isSame).toBe(true)
  const lists = [same.answers, same.flags, same.onlyFirst, same.onlySecond, same.notComparable, same.reweighed]
  expect(lists.flat()).toEqual([])
  expect(same.domains.every((one) => (one.hiBp ?? 0) === 0 && (one.loBp ?? 0) === 0)).toBe(true)
}

test('invariant 29: diff(a, b) = −diff(b, a), and diff(a, a) is empty, over times, parties and versions of a pack', () => {
  const version7 = fc.nat({ max: 6 })
  for (const [runs, numRuns] of [
    [quickRun, invariantRuns.small],
    [quickShippedRun, invariantRuns.shipped],
  ] as const) {
    fc.assert(
      fc.property(runs, runs, fc.nat({ max: 2 }), version7, (...[one, other, relation, choice]) => {
        // The same pack at two times or about two parties, a later version of it, or whatever the other run has.
        const pack = relation === 0 ? one.pack : relation === 1 ? version(one.pack, choice) : other.pack
        expectMirror(one, { ...other, pack, asOf: '2027-01-15' })
      }),
      { numRuns },
    )
  }
})
