// Invariants 3 and 4 over facts: an open fact decides what applies, and must still never look better than any answer it could get.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, jewels, knownValue, practice, unknown, withAnswer } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import type { AnswerValue } from '../domain/answer.ts'
import { tierRank } from '../domain/tier.ts'
import type { ScoreInput } from './input.ts'
import type { Result } from './result.ts'
import { score } from './score.ts'

interface Change {
  readonly input: ScoreInput
  readonly id: string
  readonly value: AnswerValue
}

/** A run, one of its facts, and a known answer to that fact. */
const factAnswered: fc.Arbitrary<Change> = fc
  .oneof({ weight: 30, arbitrary: randomRun }, { weight: 1, arbitrary: shippedRun })
  .chain((input) => {
    const facts = input.pack.questions.filter((one) => one.answer.kind !== 'practice')
    return fc.constantFrom(...facts).chain((fact) => knownValue(fact, input.pack).map((value): Change => ({ input, id: fact.id, value })))
  })

function gapsOf({ domains }: Result): ReadonlyMap<string, Result['domains'][number]['gap']> {
  return new Map(domains.map((domain) => [domain.domainId, domain.gap]))
}

describe('an open fact', () => {
  test('invariants 3 and 4: gives gaps and tiers that hold those of every known answer', () => {
    fc.assert(
      fc.property(factAnswered, ({ input, id, value }) => {
        const open = score(withAnswer(input, id, unknown))
        const known = score(withAnswer(input, id, value))
        const openGaps = gapsOf(open)
        for (const [domainId, gap] of gapsOf(known)) {
          const wider = openGaps.get(domainId) ?? null
          if (gap === null || wider === null) continue
          expect([domainId, wider.loBp <= gap.loBp, wider.hiBp >= gap.hiBp]).toEqual([domainId, true, true])
        }
        expect(tierRank(open.tier.worst)).toBeGreaterThanOrEqual(tierRank(known.tier.worst))
        expect(tierRank(open.tier.best)).toBeLessThanOrEqual(tierRank(known.tier.best))
      }),
      { numRuns: 10_000 },
    )
  }, 300_000)
})

const parts = { kind: 'several' as const, options: ['parts', 'code', 'work'].map((id) => ({ id, label: id })) }
const pack = buildPack([
  question('PR-01', { answer: parts }),
  question('AA-01', { weight: 5 }),
  question('AA-02', { weight: 3, shownIf: { question: 'PR-01', anyOf: ['parts'] } }),
  question('AA-03', { weight: 2, shownIf: { question: 'PR-01', anyOf: ['code'] } }),
  question('BB-01', { shownIf: { question: 'PR-01', anyOf: ['code'] } }),
])
const asked = (...answers: [string, 'yes' | 'partly' | 'no'][]): ScoreInput => ({
  pack,
  relationship: 'supplier',
  profile: 'full',
  asOf: '2026-11-22',
  jewels,
  answers: answers.map(([id, choice]) => answer(id, practice(choice))),
})

describe('a question that may not apply', () => {
  test('does not water down a bad answer, and does not spoil a good one', () => {
    const [, domain] = score(asked(['AA-01', 'no'], ['AA-02', 'yes'], ['AA-03', 'partly'])).domains
    expect(domain).toMatchObject({ gap: { loBp: 6_000, hiBp: 10_000 }, weightTotal: 10, countedWeight: { lo: 10, hi: 5 } })
    const [, other] = score(asked(['AA-01', 'yes'], ['AA-02', 'yes'], ['AA-03', 'no'])).domains
    expect(other).toMatchObject({ gap: { loBp: 0, hiBp: 2_857 }, weightTotal: 10, countedWeight: { lo: 5, hi: 7 } })
    expect(other?.contributions).toMatchObject([
      { questionId: 'AA-01', loBp: 0, hiBp: 0 },
      { questionId: 'AA-02', loBp: 0, hiBp: 0 },
      { questionId: 'AA-03', loBp: 0, hiBp: 2_857 },
    ])
  })

  test('leaves the best end of a domain at nothing when the whole domain may not apply', () => {
    const [, , domain] = score(asked(['AA-01', 'yes'], ['BB-01', 'no'])).domains
    expect(domain).toMatchObject({ domainId: 'BB', gap: { loBp: 0, hiBp: 10_000 } })
  })
})
