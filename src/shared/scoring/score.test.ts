// The method computed by hand and compared with score().
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import type { AnswerInput, AnswerValue } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import type { ScoreInput } from './input.ts'
import { asVersion1 } from './result-version-1.ts'
import { score } from './score.ts'

function run(pack: Pack, answers: readonly AnswerInput[], changes: Partial<ScoreInput> = {}) {
  return score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels, ...changes })
}

const yes = practice('yes')
const partly = practice('partly')
const no = practice('no')

/** Rank 3 on both axes gives the inherent tier High. */
const highFacts = ['impact', 'exposure'].map((axis, index) =>
  question(`PR-0${index + 1}`, {
    answer: {
      kind: 'choice',
      axis: axis === 'impact' ? 'impact' : 'exposure',
      options: [
        { id: 'low', label: 'Low', rank: 1 },
        { id: 'high', label: 'High', rank: 3 },
      ],
    },
  }),
)
const high: AnswerValue = { kind: 'choice', option: 'high' }
const low: AnswerValue = { kind: 'choice', option: 'low' }
const highAnswers = [answer('PR-01', high), answer('PR-02', high)]
const lowAnswers = [answer('PR-01', low), answer('PR-02', low)]

function domainOf(result: ReturnType<typeof score>, id: string) {
  const domain = result.domains.find((one) => one.domainId === id)
  if (domain === undefined) throw new Error(`no domain ${id}`)
  return domain
}

describe('the worked example of docs/method.md', () => {
  const flag = { level: 'high' as const, reason: 'Only a password.', sources: ['S1'] }
  const pack = buildPack([
    ...highFacts,
    question('AD-01', { weight: 3 }),
    question('AD-02', { weight: 5, flags: [flag] }),
    question('AD-04', { weight: 3 }),
    question('AD-07', { weight: 2 }),
    question('AD-08', { weight: 3 }),
  ])
  const result = run(pack, [
    ...highAnswers,
    answer('AD-01', yes),
    answer('AD-02', partly),
    answer('AD-04', unknown),
    answer('AD-07', notApplicable()),
    answer('AD-08', no),
  ])
  const domain = domainOf(result, 'AD')

  test('the gap is 39.29 % to 60.71 % of a weight of 14', () => {
    expect(domain.weightTotal).toBe(14)
    expect(domain.notApplicableWeight).toBe(2)
    expect(domain.gap).toEqual({ loBp: 3929, hiBp: 6071 })
    expect(domain.band).toEqual({ best: 2, worst: 3 })
  })

  test('the contributions are 0 + 2143 + 2143 + 1785 and sum to 6071', () => {
    expect(domain.contributions.map(({ questionId, loBp, hiBp }) => [questionId, loBp, hiBp])).toEqual([
      ['AD-01', 0, 0],
      ['AD-02', 1786, 1785],
      ['AD-04', 0, 2143],
      ['AD-08', 2143, 2143],
    ])
  })

  test('inherent High gives best Moderate, worst High, provisional, and AD-04 is to be asked first', () => {
    expect(result.inherent).toMatchObject({
      impact: { best: 3, worst: 3 },
      exposure: { best: 3, worst: 3 },
      tier: { best: 'high', worst: 'high' },
    })
    expect(result.tier).toEqual({ best: 'moderate', worst: 'high' })
    expect(result.driver).toEqual({ kind: 'domain', id: 'AD' })
    expect(result.badges).toEqual([{ badge: 'provisional', reasons: [{ code: 'gap-open', ids: ['AD-04'] }] }])
    expect(result.askFirst).toEqual([{ questionId: 'AD-04', tierSteps: 1, gapBp: 2142, couldClearFlag: false }])
  })

  test('Partly on a flag question fires no floor', () => {
    expect(result.flags).toEqual([])
  })

  test('the vector holds every answer', () => {
    expect(result.vector).toBe('GH1/small:1.0.0/supplier/full/2026-11-22/I3/E3/AD-01.G/AD-02.P/AD-04.U/AD-07.X/AD-08.B/M-H')
  })
})

describe('gate groups', () => {
  const pack = buildPack([
    ...lowFactsOf(),
    question('AA-01', { weight: 5 }),
    question('AA-02', { weight: 3, gate: 'AA-01' }),
    question('AA-03', { weight: 1, gate: 'AA-01' }),
  ])

  function lowFactsOf() {
    return highFacts
  }

  test('a child that is asked of investors alone shows only for them, and only while its gate is not good', () => {
    const shown = (relationship: ScoreInput['relationship'], gate: AnswerValue) => {
      const child = question('AA-02', { gate: 'AA-01', shownIf: { relationship: ['investor'] } })
      return run(buildPack([question('AA-01'), child]), [answer('AA-01', gate)], { relationship }).shown
    }
    expect(shown('investor', no)).toEqual(['AA-01', 'AA-02'])
    expect(shown('investor', yes)).toEqual(['AA-01'])
    expect(shown('supplier', no)).toEqual(['AA-01'])
  })

  function gapOf(gate: AnswerValue, first: AnswerValue, second: AnswerValue) {
    return domainOf(run(pack, [...lowAnswers, answer('AA-01', gate), answer('AA-02', first), answer('AA-03', second)]), 'AA').gap
  }

  test.each([
    ['a good gate counts nothing, whatever its children say', yes, no, no, 0, 0],
    ['a bad gate with good children counts half', no, yes, yes, 5000, 5000],
    ['a bad gate with bad children counts whole', no, no, no, 10_000, 10_000],
    ['children count by their weight: ½ + ½ × ¾', no, no, yes, 8750, 8750],
    ['a partly good gate halves its group: ½ × (½ + ½ × ⅛)', partly, yes, partly, 2813, 2813],
    ['an open gate runs from nothing to its worst', unknown, yes, no, 0, 6250],
    ['an open child runs from good to bad', no, unknown, yes, 5000, 8750],
    ['a child that does not apply leaves the mean of the others', no, notApplicable(), no, 10_000, 10_000],
    ['without applicable children the gate counts by itself', partly, notApplicable(), notApplicable(), 5000, 5000],
  ])('%s', (...[, gate, first, second, loBp, hiBp]) => {
    expect(gapOf(gate, first, second)).toEqual({ loBp, hiBp })
  })

  test('the contribution of a group names its children', () => {
    const domain = domainOf(run(pack, [...lowAnswers, answer('AA-01', no), answer('AA-02', yes), answer('AA-03', notApplicable())]), 'AA')
    expect(domain.contributions).toEqual([{ questionId: 'AA-01', weight: 5, loBp: 5000, hiBp: 5000, children: ['AA-02'] }])
    expect(domain.notApplicableWeight).toBe(1)
  })

  test('asking for an open child first tells by how much the group could fall', () => {
    const result = run(pack, [...lowAnswers, answer('AA-01', no), answer('AA-02', unknown), answer('AA-03', yes)])
    expect(result.askFirst).toEqual([{ questionId: 'AA-02', tierSteps: 0, gapBp: 3750, couldClearFlag: false }])
  })
})

describe('states of a domain', () => {
  const pack = buildPack([
    ...highFacts,
    question('AA-01'),
    question('BB-01'),
    question('RP-01', { weight: undefined, flags: [{ level: 'stop', reason: 'Listed.', sources: ['S1'] }] }),
  ])

  test('a blank domain is not assessed, blocks signing and counts as the worst', () => {
    const result = run(pack, [...lowAnswers, answer('AA-01', yes), answer('RP-01', yes)])
    expect(domainOf(result, 'BB')).toMatchObject({ state: 'not-assessed', gap: { loBp: 0, hiBp: 10_000 } })
    expect(result.blockers).toEqual([{ code: 'domain-not-assessed', id: 'BB' }])
    expect(result.tier.worst).toBe('moderate')
    expect(result.driver).toEqual({ kind: 'domain', id: 'BB' })
  })

  test('an answer of Unknown is an answer: it may be signed and scores as the worst', () => {
    const result = run(pack, [...lowAnswers, answer('AA-01', yes), answer('BB-01', unknown), answer('RP-01', yes)])
    expect(domainOf(result, 'BB')).toMatchObject({ state: 'assessed', gap: { loBp: 0, hiBp: 10_000 } })
    expect(result.canFinalise).toBe(true)
    expect(result.answeredCount).toBe(5)
  })

  test('a domain in which nothing applies has no gap and sets no tier', () => {
    const result = run(pack, [...lowAnswers, answer('AA-01', yes), answer('BB-01', notApplicable()), answer('RP-01', yes)])
    expect(domainOf(result, 'BB')).toMatchObject({
      state: 'nothing-applies',
      gap: null,
      band: null,
      residual: null,
      notApplicableWeight: 1,
    })
    expect(result.tier).toEqual({ best: 'low', worst: 'low' })
    expect(result.badges).toEqual([{ badge: 'scope-limited', reasons: [{ code: 'mostly-not-applicable', ids: ['BB'] }] }])
  })

  test('when no domain has a gap the tier is the inherent tier', () => {
    const result = run(pack, [...highAnswers, answer('AA-01', notApplicable()), answer('BB-01', notApplicable()), answer('RP-01', yes)])
    expect(result.tier).toEqual({ best: 'high', worst: 'high' })
    expect(result.driver).toBeNull()
  })

  test('a check domain has no gap and takes the state of its answers', () => {
    const result = run(pack, [...lowAnswers, answer('AA-01', yes), answer('BB-01', yes)])
    expect(domainOf(result, 'RP')).toMatchObject({ state: 'not-assessed', gap: null, weightTotal: 0, contributions: [] })
    expect(result.tier).toEqual({ best: 'low', worst: 'critical' })
    expect(result.driver).toEqual({ kind: 'flag', id: 'RP-01' })
    expect(result.askFirst[0]).toEqual({ questionId: 'RP-01', tierSteps: 3, gapBp: 0, couldClearFlag: true })
  })

  test('ties between domains go to the first in the pack', () => {
    const result = run(pack, [...lowAnswers, answer('AA-01', no), answer('BB-01', no), answer('RP-01', yes)])
    expect(result.driver).toEqual({ kind: 'domain', id: 'AA' })
  })
})

describe('input that cannot be used', () => {
  const pack = buildPack([
    ...highFacts,
    question('AA-01'),
    question('AA-02', { shownIf: { question: 'PR-01', anyOf: ['high'] } }),
    question('AA-03', { audience: ['investor'] }),
    question('AA-04', { isLite: false }),
  ])

  test('is listed in the order of the pack, then by id, and scored as blank', () => {
    const result = run(
      pack,
      [
        answer('ZZ-99', yes),
        answer('YY-99', yes),
        answer('PR-01', low),
        answer('PR-02', { kind: 'choice', option: 'none-such' }),
        answer('AA-01', low),
        answer('AA-02', yes),
        answer('AA-03', yes),
        answer('AA-04', yes),
      ],
      { profile: 'lite' },
    )
    expect(result.issues.map(({ questionId, code }) => ({ questionId, code }))).toEqual([
      { questionId: 'PR-02', code: 'unknown-option' },
      { questionId: 'AA-01', code: 'wrong-kind' },
      { questionId: 'AA-02', code: 'hidden' },
      { questionId: 'AA-03', code: 'not-asked' },
      { questionId: 'AA-04', code: 'not-asked' },
      { questionId: 'YY-99', code: 'unknown-question' },
      { questionId: 'ZZ-99', code: 'unknown-question' },
    ])
    expect(result.issues[0]?.path).toBe('answers.PR-02')
    expect(result.blockers).toEqual([
      { code: 'domain-not-assessed', id: 'AA' },
      { code: 'invalid-answer', id: 'PR-02' },
      { code: 'invalid-answer', id: 'AA-01' },
    ])
    expect(result.answeredCount).toBe(1)
  })

  test('counts of kinds that were not chosen are listed with their place, and none when the choice is open', () => {
    const counting = buildPack([
      question('PR-01', { answer: { kind: 'several', options: ['one', 'two'].map((id) => ({ id, label: id })) } }),
      question('PR-02', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } }),
      question('AA-01'),
    ])
    const counts = answer('PR-02', { kind: 'counts', counts: { one: 5, two: 7 } })
    const chosen = answer('PR-01', { kind: 'several', options: ['one'] })
    expect(run(counting, [chosen, counts]).issues).toEqual([{ questionId: 'PR-02', path: 'answers.PR-02.counts.two', code: 'hidden' }])
    expect(run(counting, [chosen, answer('PR-02', { kind: 'counts', counts: { one: 5, two: 0 } })]).issues).toEqual([])
    expect(run(counting, [counts]).issues).toEqual([])
    expect(asVersion1(run(counting, [chosen, counts])).issues).toEqual([])
  })

  test('counts of what the counted question does not offer cannot be used', () => {
    const counting = buildPack([
      question('PR-01', { answer: { kind: 'several', options: ['one', 'two'].map((id) => ({ id, label: id })) } }),
      question('PR-02', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } }),
      question('AA-01'),
    ])
    const counted = (counts: Record<string, number>) => run(counting, [answer('PR-02', { kind: 'counts', counts })])
    expect(counted({ one: 5 }).issues).toEqual([])
    expect(counted({ one: 5, three: 1 }).issues).toEqual([{ questionId: 'PR-02', path: 'answers.PR-02', code: 'unknown-option' }])
  })

  test('two answers to one question contradict each other, whichever comes first', () => {
    const both = [answer('AA-01', yes), answer('AA-01', no)]
    for (const answers of [both, both.toReversed()]) {
      const result = run(pack, [...lowAnswers, ...answers])
      expect(result.issues).toEqual([{ questionId: 'AA-01', path: 'answers.AA-01', code: 'answered-twice' }])
      expect(result.vector).toContain('AA-01.U')
    }
  })
})
