// What to ask first, by hand and compared with scoring again.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, jewels, practice, withAnswer } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { randomRun } from '#test/generators/random-pack.ts'
import type { AnswerInput } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import { tierRank } from '../domain/tier.ts'
import { score } from './score.ts'
import { shownBecause } from './shown-because.ts'

const sources = ['S1']
const yes = practice('yes')

function run(pack: Pack, answers: readonly AnswerInput[]) {
  return score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels })
}

const screening = question('RP-01', {
  answer: {
    kind: 'choice',
    options: [
      { id: 'clear', label: 'Clear' },
      { id: 'hit', label: 'Hit' },
    ],
  },
  flags: [{ level: 'stop', when: { question: 'RP-01', anyOf: ['hit'] }, reason: 'Listed.', sources }],
})

describe('asking first', () => {
  test('promises no more than answering well really brings, and exactly that for the gap where all that shows is certain to', () => {
    fc.assert(
      fc.property(randomRun, (input) => {
        const before = score(input)
        for (const promise of before.askFirst) {
          const asked = input.pack.questions.find((one) => one.id === promise.questionId)
          if (asked?.answer.kind !== 'practice') continue
          const after = score(withAnswer(input, asked.id, practice(asked.answer.badAnswer === 'no' ? 'yes' : 'no')))
          const fall = before.domains.map((domain, index) => (domain.gap?.hiBp ?? 0) - (after.domains[index]?.gap?.hiBp ?? 0))
          const brought = fall.reduce((sum, one) => sum + one, 0)
          const isSure = shownBecause(input).every((one) => one.isCertain)
          expect(isSure ? brought === promise.gapBp : brought >= promise.gapBp).toBe(true)
          expect(tierRank(before.tier.worst) - tierRank(after.tier.worst)).toBeGreaterThanOrEqual(promise.tierSteps)
          expect(after.flags.length < before.flags.length || !promise.couldClearFlag).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what clears a floor comes before what only narrows a gap', () => {
    const pack = buildPack([
      question('AA-01', { weight: 5 }),
      question('AA-02', { weight: 1, flags: [{ level: 'high', reason: 'Bad.', sources }] }),
      question('AA-03', { weight: 5, flags: [{ level: 'high', reason: 'Bad.', sources }] }),
      question('AA-04', { weight: 1 }),
      question('AA-05', { answer: { kind: 'text' } }),
    ])
    const result = run(pack, [answer('AA-04', yes)])
    expect(result.askFirst).toEqual([
      { questionId: 'AA-03', tierSteps: 0, gapBp: 4167, couldClearFlag: true },
      { questionId: 'AA-02', tierSteps: 0, gapBp: 834, couldClearFlag: true },
      { questionId: 'AA-01', tierSteps: 0, gapBp: 4167, couldClearFlag: false },
    ])
  })

  test('what lowers the tier comes before what only clears a floor', () => {
    const facts = question('PR-01', {
      answer: { kind: 'jewels', axis: 'impact' },
      ranks: [{ axis: 'exposure', rank: 4, when: { all: [] } }],
    })
    const pack = buildPack([
      facts,
      question('AA-01', { weight: 1, flags: [{ level: 'high', reason: 'Bad.', sources }] }),
      question('AA-02', { weight: 5 }),
      question('BB-01'),
    ])
    const worst = answer('PR-01', { kind: 'jewels', jewelIds: jewels.slice(3).map((jewel) => jewel.id) })
    const result = run(pack, [worst, answer('AA-02', yes)])
    expect(result.tier.worst).toBe('critical')
    expect(result.askFirst).toEqual([
      { questionId: 'BB-01', tierSteps: 1, gapBp: 10_000, couldClearFlag: false },
      { questionId: 'AA-01', tierSteps: 0, gapBp: 1667, couldClearFlag: true },
    ])
  })

  test('clearing one floor leaves the others standing', () => {
    const pack = buildPack([question('AA-01', { flags: [{ level: 'high', reason: 'Bad.', sources }] }), screening])
    const result = run(pack, [answer('RP-01', { kind: 'choice', option: 'hit' })])
    expect(result.askFirst).toEqual([{ questionId: 'AA-01', tierSteps: 0, gapBp: 10_000, couldClearFlag: true }])
  })

  test('a floor that another open answer keeps up is not promised to clear', () => {
    const either = { id: 'C-01', level: 'high' as const, when: { any: [{ bad: 'AA-01' }, { bad: 'AA-02' }] }, reason: 'Either.', sources }
    const result = run(buildPack([question('AA-01'), question('AA-02')], { combinations: [either] }), [])
    expect(result.askFirst.map((one) => one.couldClearFlag)).toEqual([false, false])
  })

  test('a fact is worth asking for the rank of another that hangs on it', () => {
    const options = [
      { id: 'one', label: 'One' },
      { id: 'two', label: 'Two' },
    ]
    const pack = buildPack([
      question('PR-01', {
        answer: { kind: 'choice', options },
        ranks: [{ axis: 'impact', rank: 4, when: { question: 'PR-02', anyOf: ['two'] } }],
      }),
      question('PR-02', { answer: { kind: 'choice', options } }),
    ])
    const result = run(pack, [answer('PR-01', { kind: 'choice', option: 'one' })])
    expect(result.tier).toEqual({ best: 'low', worst: 'moderate' })
    expect(result.askFirst).toEqual([{ questionId: 'PR-02', tierSteps: 1, gapBp: 0, couldClearFlag: false }])
    const hidden = buildPack(
      pack.questions.map((one) => (one.id === 'PR-01' ? { ...one, shownIf: { relationship: ['investor' as const] } } : one)),
    )
    expect(run(hidden, []).askFirst).toEqual([])
  })

  test('with no gap at all, a floor may fall back to the inherent tier', () => {
    expect(run(buildPack([screening]), []).askFirst).toEqual([{ questionId: 'RP-01', tierSteps: 3, gapBp: 0, couldClearFlag: true }])
    const ranked = buildPack([question('PR-01', { answer: { kind: 'jewels', axis: 'impact' } }), screening])
    const severe = answer('PR-01', { kind: 'jewels', jewelIds: jewels.slice(3).map((jewel) => jewel.id) })
    expect(run(ranked, [severe]).askFirst).toEqual([{ questionId: 'RP-01', tierSteps: 2, gapBp: 0, couldClearFlag: true }])
  })
})
