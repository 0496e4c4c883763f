// Floors, combinations, badges and confidence, by hand.
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import type { AnswerInput, AnswerValue, EvidenceGrade } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import { score } from './score.ts'

const sources = ['S1']
const yes = practice('yes')
const partly = practice('partly')
const no = practice('no')

function run(pack: Pack, answers: readonly AnswerInput[], asOf = '2026-11-22') {
  return score({ pack, relationship: 'supplier', profile: 'full', asOf, answers, jewels })
}

const screening = question('RP-01', {
  answer: {
    kind: 'choice',
    options: [
      { id: 'clear', label: 'Clear' },
      { id: 'possible', label: 'Possible' },
      { id: 'hit', label: 'Hit' },
    ],
  },
  flags: [
    {
      level: 'stop',
      when: { question: 'RP-01', anyOf: ['hit'] },
      unresolvedWhen: { question: 'RP-01', anyOf: ['possible'] },
      reason: 'Listed.',
      sources,
    },
  ],
})

describe('a flag', () => {
  const pack = buildPack([question('AA-01', { flags: [{ level: 'high', reason: 'Bad.', sources }] }), question('AA-02'), screening])
  const settled = [answer('AA-02', yes)]

  test.each<[string, AnswerValue, string, string | null, string, string]>([
    ['does not fire on Partly', partly, 'clear', null, 'low', 'low'],
    ['fires on the bad answer and floors both ends', no, 'clear', 'AA-01 high fired', 'high', 'high'],
    ['is unresolved on Unknown and floors the worst end', unknown, 'clear', 'AA-01 high unresolved', 'low', 'high'],
    ['of a choice fires on its option', yes, 'hit', 'RP-01 stop fired', 'critical', 'critical'],
    ['of a choice is unresolved on an option that settles nothing', yes, 'possible', 'RP-01 stop unresolved', 'low', 'critical'],
  ])('%s', (...[, value, option, flag, best, worst]) => {
    const result = run(pack, [answer('AA-01', value), ...settled, answer('RP-01', { kind: 'choice', option })])
    expect(result.flags.map((one) => `${one.ruleId} ${one.level} ${one.state}`)).toEqual(flag === null ? [] : [flag])
    expect(result.tier).toEqual({ best, worst })
    expect(result.driver).toEqual(flag === null ? { kind: 'domain', id: 'AA' } : { kind: 'flag', id: flag.slice(0, 5) })
    if (flag !== null)
      expect(result.vector).toContain(`/F:${flag.slice(0, 5)}${flag.includes('stop') ? 'S' : 'H'}${flag.endsWith('fired') ? '!' : '?'}/`)
  })

  test('of a question that does not apply is clear', () => {
    const result = run(pack, [answer('AA-01', notApplicable()), ...settled, answer('RP-01', { kind: 'choice', option: 'clear' })])
    expect(result.flags).toEqual([])
  })

  test('is unresolved while it is open whether it could be settled at all', () => {
    const options = [
      { id: 'one', label: 'One' },
      { id: 'two', label: 'Two' },
    ]
    const checked = buildPack([
      question('PR-01', { answer: { kind: 'choice', options } }),
      question('AA-01', {
        flags: [{ level: 'high', when: { bad: 'AA-01' }, unresolvedWhen: { question: 'PR-01', anyOf: ['one'] }, reason: 'Bad.', sources }],
      }),
    ])
    const states = [unknown, { kind: 'choice' as const, option: 'one' }, { kind: 'choice' as const, option: 'two' }].map(
      (value) => run(checked, [answer('PR-01', value), answer('AA-01', yes)]).flags[0]?.state,
    )
    expect(states).toEqual(['unresolved', 'unresolved', undefined])
  })

  test('that asks for no more than the table leaves the domain as the driver', () => {
    const ranked = buildPack([
      question('AA-01', { ranks: [{ axis: 'exposure', rank: 4 }] }),
      question('AA-02', {
        flags: [{ level: 'high', reason: 'Bad.', sources }],
        ranks: [{ axis: 'impact', rank: 2 }],
      }),
    ])
    const result = run(ranked, [answer('AA-01', no), answer('AA-02', no)])
    expect(result.tier.worst).toBe('high')
    expect(result.driver).toEqual({ kind: 'domain', id: 'AA' })
  })

  test('the driver is the first flag of the level that sets the tier', () => {
    const result = run(pack, [answer('AA-01', no), ...settled, answer('RP-01', { kind: 'choice', option: 'hit' })])
    expect(result.driver).toEqual({ kind: 'flag', id: 'RP-01' })
  })

  test('of a question that may not apply is unresolved, however it is answered', () => {
    const hidden = buildPack([
      question('PR-01', {
        answer: {
          kind: 'choice',
          options: [
            { id: 'one', label: 'One' },
            { id: 'two', label: 'Two' },
          ],
        },
      }),
      question('AA-01', {
        shownIf: { question: 'PR-01', anyOf: ['one'] },
        flags: [{ level: 'stop', reason: 'Bad.', sources }],
        ranks: [{ axis: 'exposure', rank: 4 }],
      }),
    ])
    const states = [unknown, { kind: 'choice' as const, option: 'one' }, { kind: 'choice' as const, option: 'two' }].map((value) => {
      const { flags, inherent } = run(hidden, [answer('PR-01', value), answer('AA-01', no)])
      return [flags[0]?.state, inherent.exposure.best, inherent.exposure.worst]
    })
    expect(states).toEqual([
      ['unresolved', 1, 4],
      ['fired', 4, 4],
      [undefined, 1, 1],
    ])
  })
})

describe('a combination', () => {
  const pack = buildPack([question('AA-01'), question('AA-02'), question('AA-03', { audience: ['investor'] })], {
    combinations: [
      { id: 'C-01', level: 'stop', when: { all: [{ bad: 'AA-01' }, { bad: 'AA-02' }] }, reason: 'Together.', sources },
      { id: 'C-02', level: 'stop', when: { bad: 'AA-03' }, reason: 'Never asked here.', sources },
    ],
  })

  test.each<[AnswerValue, AnswerValue, string | undefined]>([
    [no, no, 'fired'],
    [no, unknown, 'unresolved'],
    [unknown, unknown, 'unresolved'],
    [no, partly, undefined],
    [unknown, yes, undefined],
  ])('of %j and %j is %s', (first, second, state) => {
    const result = run(pack, [answer('AA-01', first), answer('AA-02', second)])
    expect(result.flags).toEqual(
      state === undefined ? [] : [{ ruleId: 'C-01', questionId: null, level: 'stop', state, reason: 'Together.' }],
    )
  })
})

describe('a dated rule', () => {
  const pack = buildPack([
    question('AA-01', {
      flags: [
        { level: 'high', reason: 'Bad.', sources },
        { level: 'stop', when: { all: [{ bad: 'AA-01' }, { since: '2027-06-30' }] }, reason: 'Since.', sources },
      ],
    }),
  ])

  test('invariant 21: fires from its own day on, by the as-of day of the assessment', () => {
    const levels = ['2027-06-29', '2027-06-30'].map((asOf) => run(pack, [answer('AA-01', no)], asOf).flags.map((flag) => flag.level))
    expect(levels).toEqual([['high'], ['high', 'stop']])
  })
})

describe('badges', () => {
  const flag = { level: 'high' as const, reason: 'Bad.', sources }

  test('stale from the day after the check date of a floor that applies', () => {
    const pack = buildPack([question('AA-01', { flags: [flag] })])
    expect(['2027-01-01', '2027-01-02'].map((asOf) => run(pack, [answer('AA-01', yes)], asOf).badges)).toEqual([
      [],
      [{ badge: 'stale', reasons: [{ code: 'source-due', ids: ['S1'] }] }],
    ])
  })

  test('not stale when the floor is about questions that are not asked, or cites a source that is not dated', () => {
    const other = buildPack([question('AA-01'), question('AA-02', { audience: ['partner'], flags: [flag] })], {
      combinations: [{ id: 'C-01', ...flag, when: { bad: 'AA-02' } }],
    })
    expect(run(other, [answer('AA-01', yes)], '2030-01-01').badges).toEqual([])
    const undated = buildPack([question('AA-01', { flags: [{ ...flag, sources: ['S9'] }] })])
    expect(run(undated, [answer('AA-01', yes)], '2030-01-01').badges).toEqual([])
  })

  test('stale by a combination of questions that show', () => {
    const pack = buildPack([question('AA-01')], { combinations: [{ id: 'C-01', ...flag, when: { bad: 'AA-01' } }] })
    expect(run(pack, [answer('AA-01', yes)], '2030-01-01').badges).toEqual([
      { badge: 'stale', reasons: [{ code: 'source-due', ids: ['S1'] }] },
    ])
  })

  test('scope-limited above a fifth of the weight, not at it', () => {
    const five = ['AA-01', 'AA-02', 'AA-03', 'AA-04', 'AA-05']
    const pack = buildPack([...five.map((id) => question(id)), question('AA-06', { answer: { kind: 'text' } })])
    const excluded = (count: number) =>
      run(
        pack,
        five.map((id, index) => answer(id, index < count ? notApplicable() : yes)),
      ).badges.map(({ badge }) => badge)
    expect(excluded(1)).toEqual([])
    expect(excluded(2)).toEqual(['scope-limited'])
  })

  test.each<[string, boolean, Partial<Parameters<typeof question>[1]>]>([
    ['a flag', true, { flags: [flag] }],
    ['a rank', true, { ranks: [{ axis: 'impact', rank: 2 }] }],
    ['an axis', true, { answer: { kind: 'jewels', axis: 'impact' } }],
    ['a fact on no axis', false, { answer: { kind: 'jewels' } }],
    ['neither', false, {}],
  ])('an N/A without a second person limits the scope on a question with %s: %s', (_, isLimited, changes) => {
    const pack = buildPack([question('AA-01', changes), ...['AA-02', 'AA-03', 'AA-04', 'AA-05'].map((id) => question(id))])
    const rest = ['AA-02', 'AA-03', 'AA-04', 'AA-05'].map((id) => answer(id, yes))
    expect(run(pack, [answer('AA-01', notApplicable('')), ...rest]).badges).toEqual(
      isLimited ? [{ badge: 'scope-limited', reasons: [{ code: 'not-countersigned', ids: ['AA-01'] }] }] : [],
    )
    expect(run(pack, [answer('AA-01', notApplicable('Second Person')), ...rest]).badges).toEqual([])
  })
})

describe('confidence', () => {
  const pack = buildPack([
    question('AA-01', { weight: 5 }),
    question('AA-02', { weight: 3 }),
    question('AA-03', { weight: 2 }),
    question('AA-04', { weight: 5, answer: { kind: 'practice', badAnswer: 'no' }, flags: [{ level: 'high', reason: 'Bad.', sources }] }),
    question('AA-05', { answer: { kind: 'text' } }),
  ])

  function confidence(grades: readonly EvidenceGrade[], values: readonly AnswerValue[] = [yes, yes, yes, yes]) {
    return run(
      pack,
      grades.map((grade, index) => answer(`AA-0${index + 1}`, values[index] ?? yes, grade)),
    ).confidence
  }

  test.each<[EvidenceGrade[], string]>([
    [['A', 'A', 'A', 'A'], 'high'],
    [['A', 'C', 'A', 'B'], 'high'],
    [['B', 'D', 'U', 'A'], 'medium'],
    [['A', 'A', 'A', 'C'], 'medium'],
    [['D', 'C', 'D', 'C'], 'medium'],
    [['D', 'D', 'C', 'C'], 'low'],
    [['A', 'A', 'A', 'D'], 'low'],
    [['A', 'A', 'A', 'U'], 'low'],
  ])('with evidence %j is %s', (grades, expected) => {
    expect(confidence(grades)).toBe(expected)
  })

  test('an open answer is proved by nothing, and an unresolved flag keeps confidence from being high', () => {
    expect(confidence(['A', 'A', 'A', 'A'], [unknown, yes, yes, yes])).toBe('medium')
    expect(confidence(['A', 'A', 'A', 'A'], [yes, yes, yes, unknown])).toBe('low')
    const facts = question('PR-01', {
      answer: {
        kind: 'choice',
        options: [
          { id: 'one', label: 'One' },
          { id: 'two', label: 'Two' },
        ],
      },
    })
    const combined = buildPack([facts, question('AA-01'), question('AA-02')], {
      combinations: [
        {
          id: 'C-01',
          level: 'high',
          when: { all: [{ bad: 'AA-01' }, { question: 'PR-01', anyOf: ['one'] }] },
          reason: 'Together.',
          sources,
        },
      ],
    })
    const result = run(combined, [answer('AA-01', no), answer('AA-02', yes)])
    expect(result.flags.map((flag) => flag.state)).toEqual(['unresolved'])
    expect(result.confidence).toBe('medium')
  })

  test('half of the weight is enough for medium, and a flag outside the gaps weighs one', () => {
    const two = buildPack([question('AA-01'), question('AA-02')])
    expect(run(two, [answer('AA-01', yes, 'C'), answer('AA-02', yes, 'D')]).confidence).toBe('medium')
    const check = buildPack([question('AA-01'), screening])
    const clear = { kind: 'choice' as const, option: 'clear' }
    expect(run(check, [answer('AA-01', yes, 'D'), answer('RP-01', clear, 'C')]).confidence).toBe('medium')
    expect(run(check, [answer('AA-01', yes, 'C'), answer('RP-01', clear, 'C')]).confidence).toBe('medium')
  })

  test('of nothing to prove is low, and what does not apply is not counted', () => {
    expect(run(buildPack([question('AA-01')]), [answer('AA-01', notApplicable())]).confidence).toBe('low')
    const two = buildPack([question('AA-01'), question('AA-02')])
    expect(run(two, [answer('AA-01', notApplicable()), answer('AA-02', yes)]).confidence).toBe('high')
  })

  test('a Low tier without proof is unconfirmed', () => {
    const result = run(buildPack([question('AA-01')]), [answer('AA-01', yes, 'U')])
    expect([result.tier.worst, result.confidence, result.isUnconfirmed]).toEqual(['low', 'low', true])
    expect(run(buildPack([question('AA-01')]), [answer('AA-01', yes, 'C')]).isUnconfirmed).toBe(false)
  })
})
