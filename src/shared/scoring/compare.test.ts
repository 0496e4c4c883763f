// Comparing two assessments, by hand.
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import type { AnswerInput, AnswerValue } from '../domain/answer.ts'
import { sameAnswer } from './compare-answers.ts'
import { compareAssessments } from './compare.ts'
import type { ScoreInput } from './input.ts'
import { runOf } from './run.ts'

const yes = practice('yes')
const partly = practice('partly')
const no = practice('no')

const fact = question('PR-01', {
  answer: {
    kind: 'choice',
    axis: 'impact',
    options: [
      { id: 'low', label: 'Low', rank: 1 },
      { id: 'high', label: 'High', rank: 4 },
    ],
  },
})
const choose = (option: string): AnswerValue => ({ kind: 'choice', option })
const flag = { level: 'high' as const, reason: 'It is bad.', sources: ['S1'] }
const pack = buildPack([
  fact,
  question('AA-01', { flags: [flag] }),
  question('AA-02'),
  question('AA-03', { gate: 'AA-02' }),
  question('BB-01'),
])

function input(answers: readonly AnswerInput[], changes: Partial<ScoreInput> = {}): ScoreInput {
  return { pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels, ...changes }
}

const then = input([answer('PR-01', choose('low')), answer('AA-01', no), answer('AA-02', no), answer('AA-03', no), answer('BB-01', yes)])
const now = input([
  answer('PR-01', choose('high')),
  answer('AA-01', yes),
  answer('AA-02', partly),
  answer('AA-03', unknown),
  answer('BB-01', yes, 'C'),
])

describe('a comparison', () => {
  const comparison = compareAssessments(then, now)

  test('tells tiers, inherent tiers and confidence, the second less the first', () => {
    expect(comparison.isSame).toBe(false)
    expect(comparison.tier).toEqual({
      first: { best: 'high', worst: 'high' },
      second: { best: 'low', worst: 'moderate' },
      bestSteps: -2,
      worstSteps: -1,
    })
    expect(comparison.inherent).toMatchObject({ bestSteps: 1, worstSteps: 1 })
    expect(comparison.confidence).toEqual({ first: 'high', second: 'medium' })
  })

  test('tells gaps over the shared questions', () => {
    expect(comparison.domains).toEqual([
      { domainId: 'AA', first: { loBp: 10_000, hiBp: 10_000 }, second: { loBp: 1250, hiBp: 2500 }, loBp: -8750, hiBp: -7500 },
      { domainId: 'BB', first: { loBp: 0, hiBp: 0 }, second: { loBp: 0, hiBp: 0 }, loBp: 0, hiBp: 0 },
    ])
  })

  test('tells each answer that changed, what it amounts to and which way', () => {
    expect(comparison.answers).toEqual([
      {
        questionId: 'AA-01',
        first: { state: 'bad', grade: 'A' },
        second: { state: 'good', grade: 'A' },
        isSameAnswer: false,
        direction: 'better',
      },
      {
        questionId: 'AA-02',
        first: { state: 'bad', grade: 'A' },
        second: { state: 'partly', grade: 'A' },
        isSameAnswer: false,
        direction: 'better',
      },
      {
        questionId: 'AA-03',
        first: { state: 'bad', grade: 'A' },
        second: { state: 'unknown', grade: 'U' },
        isSameAnswer: false,
        direction: 'other',
      },
      {
        questionId: 'BB-01',
        first: { state: 'good', grade: 'A' },
        second: { state: 'good', grade: 'C' },
        isSameAnswer: true,
        direction: 'other',
      },
      {
        questionId: 'PR-01',
        first: { state: 'fact', grade: 'A' },
        second: { state: 'fact', grade: 'A' },
        isSameAnswer: false,
        direction: 'other',
      },
    ])
    expect(compareAssessments(now, then).answers[0]?.direction).toBe('worse')
  })

  test('tells the flags that went, came or changed', () => {
    expect(comparison.flags).toEqual([{ ruleId: 'AA-01', level: 'high', first: 'fired', second: 'clear' }])
    const open = input(now.answers.map((one) => (one.questionId === 'AA-01' ? answer('AA-01', unknown) : one)))
    expect(compareAssessments(now, open).flags).toEqual([{ ruleId: 'AA-01', level: 'high', first: 'clear', second: 'unresolved' }])
    const screened = { ...now, screening: { screenedOn: '2026-11-20', lists: [], outcome: 'could-not-screen' as const } }
    expect(compareAssessments(now, screened).flags).toEqual([{ ruleId: 'screening', level: 'stop', first: 'absent', second: 'unresolved' }])
  })

  test('takes the strongest state when a question has two floors of one level', () => {
    const twice = buildPack([fact, question('AA-01', { flags: [flag, { ...flag, when: { question: 'PR-01', anyOf: ['high'] } }] })])
    const one = input([answer('PR-01', choose('low')), answer('AA-01', no)], { pack: twice })
    const other = input([answer('PR-01', choose('low')), answer('AA-01', yes)], { pack: twice })
    expect(compareAssessments(one, other).flags).toEqual([{ ruleId: 'AA-01', level: 'high', first: 'fired', second: 'clear' }])
  })

  test('expired evidence is a change of grade without a change of answer', () => {
    const proved = { ...answer('BB-01', yes, 'B'), evidenceExpiresOn: '2026-12-31' }
    const at = (asOf: string) => input([proved], { asOf })
    expect(compareAssessments(at('2026-12-31'), at('2027-01-01')).answers).toEqual([
      {
        questionId: 'BB-01',
        first: { state: 'good', grade: 'B' },
        second: { state: 'good', grade: 'C' },
        isSameAnswer: true,
        direction: 'other',
      },
    ])
  })

  test('a question hidden in one of the two is no part of the gap, and tells that it is hidden', () => {
    const conditional = buildPack([fact, question('AA-01'), question('AA-02', { shownIf: { question: 'PR-01', anyOf: ['high'] } })])
    const one = input([answer('PR-01', choose('low')), answer('AA-01', no)], { pack: conditional })
    const other = input([answer('PR-01', choose('high')), answer('AA-01', no), answer('AA-02', yes)], { pack: conditional })
    const { domains, answers } = compareAssessments(one, other)
    expect(domains).toEqual([
      { domainId: 'AA', first: { loBp: 10_000, hiBp: 10_000 }, second: { loBp: 10_000, hiBp: 10_000 }, loBp: 0, hiBp: 0 },
    ])
    expect(answers[0]).toMatchObject({ questionId: 'AA-02', first: { state: 'hidden', grade: null }, second: { state: 'good' } })
  })

  test('two parties with nothing in common in a domain have no gap to compare there', () => {
    const excluded = input([answer('BB-01', notApplicable())])
    const { domains, answers } = compareAssessments(input([answer('BB-01', no)]), excluded)
    expect(domains[1]).toEqual({ domainId: 'BB', first: { loBp: 10_000, hiBp: 10_000 }, second: null, loBp: null, hiBp: null })
    expect(answers[0]).toMatchObject({ second: { state: 'not-applicable', grade: 'U' } })
  })
})

describe('two versions of a pack', () => {
  const later = buildPack(
    [
      fact,
      question('AA-01', { flags: [flag], weight: 3 }),
      question('AA-02'),
      question('AA-03', { meaning: 2, gate: 'AA-02' }),
      question('AA-04'),
      question('CC-01'),
    ],
    { version: '2.0.0' },
  )
  const answers = [answer('AA-01', no), answer('AA-02', yes)]
  const comparison = compareAssessments(input(answers), input([...answers, answer('AA-04', no)], { pack: later }))

  test('are compared on what means the same in both, at the greater weight', () => {
    expect(comparison.onlyFirst).toEqual(['BB-01'])
    expect(comparison.onlySecond).toEqual(['AA-04', 'CC-01'])
    expect(comparison.notComparable).toEqual(['AA-03'])
    expect(comparison.reweighed).toEqual(['AA-01'])
    const gap = { loBp: 7500, hiBp: 7500 }
    expect(comparison.domains).toEqual([
      { domainId: 'AA', first: gap, second: gap, loBp: 0, hiBp: 0 },
      { domainId: 'BB', first: null, second: null, loBp: null, hiBp: null },
      { domainId: 'CC', first: null, second: null, loBp: null, hiBp: null },
    ])
    expect(comparison.answers).toEqual([])
    expect(comparison.isSame).toBe(false)
  })

  test.each([
    ['domain', buildPack([fact, { ...question('AA-02'), domain: 'BB' }, question('BB-01'), question('AA-01')])],
    ['kind', buildPack([fact, question('AA-02', { answer: { kind: 'date' } }), question('AA-01')])],
    ['gate', buildPack([fact, question('AA-01'), question('AA-02', { gate: 'AA-01' })])],
    ['weight at all', buildPack([fact, question('AA-01'), question('AA-02', { weight: undefined })])],
  ])('a question of another %s is not comparable', (_, other) => {
    expect(compareAssessments(input([]), input([], { pack: other })).notComparable).toEqual(['AA-02'])
  })

  test('packs that have nothing to do with each other share no question, whatever their ids, and an overlay shares those of its base', () => {
    const ids = pack.questions.map((one) => one.id).toSorted()
    expect(compareAssessments(input([]), input([], { pack: { ...pack, id: 'other' } })).notComparable).toEqual(ids)
    const basedOn = { id: pack.id, version: pack.version, sha256: '0'.repeat(64) }
    expect(compareAssessments(input([]), input([], { pack: { ...pack, id: 'other', basedOn } })).notComparable).toEqual([])
  })
})

describe('the same answer', () => {
  const options = ['one', 'two', 'three'].map((id) => ({ id, label: id }))
  const lists = buildPack([
    question('PR-01', { answer: { kind: 'several', options } }),
    question('PR-02', { answer: { kind: 'counts', of: 'PR-01', unit: 'people' } }),
    question('PR-03', { answer: { kind: 'jewels' } }),
    question('PR-04', { answer: { kind: 'owners' } }),
    question('PR-05', {
      answer: {
        kind: 'countries',
        roles: [
          { id: 'home', label: 'Home' },
          { id: 'data', label: 'Data' },
        ],
      },
    }),
    question('PR-06', { answer: { kind: 'percent' } }),
  ])
  const [jewelOne, jewelTwo] = jewels.map((jewel) => jewel.id)
  const owner = (name: string) => ({ name, country: 'IE', shareBp: 5000, layer: 1 })
  if (jewelOne === undefined || jewelTwo === undefined) throw new Error('There are four jewels.')
  const cases: [string, AnswerValue, AnswerValue, AnswerValue][] = [
    [
      'PR-01',
      { kind: 'several', options: ['one', 'two'] },
      { kind: 'several', options: ['two', 'one'] },
      { kind: 'several', options: ['one'] },
    ],
    [
      'PR-02',
      { kind: 'counts', counts: { one: 1, two: 2 } },
      { kind: 'counts', counts: { two: 2, one: 1 } },
      { kind: 'counts', counts: { one: 1 } },
    ],
    [
      'PR-03',
      { kind: 'jewels', jewelIds: [jewelOne, jewelTwo] },
      { kind: 'jewels', jewelIds: [jewelTwo, jewelOne] },
      { kind: 'jewels', jewelIds: [] },
    ],
    [
      'PR-04',
      { kind: 'owners', owners: [owner('A'), owner('B')] },
      { kind: 'owners', owners: [owner('B'), owner('A')] },
      { kind: 'owners', owners: [owner('A')] },
    ],
    [
      'PR-05',
      {
        kind: 'countries',
        countries: [
          { code: 'IE', roles: ['home', 'data'] },
          { code: 'SE', roles: ['data'] },
        ],
      },
      {
        kind: 'countries',
        countries: [
          { code: 'SE', roles: ['data'] },
          { code: 'IE', roles: ['data', 'home'] },
        ],
      },
      { kind: 'countries', countries: [{ code: 'IE', roles: ['home'] }] },
    ],
    ['PR-06', { kind: 'percent', shareBp: 100 }, { kind: 'percent', shareBp: 100 }, { kind: 'percent', shareBp: 101 }],
  ]

  test.each(cases)('to %s does not depend on the order of a list', (...[id, one, reordered, other]) => {
    const shown = (value: AnswerValue) =>
      runOf(
        input([answer('PR-01', { kind: 'several', options: ['one', 'two'] }), answer(id, value)].slice(id === 'PR-01' ? 1 : 0), {
          pack: lists,
        }),
      ).find(id)
    expect(sameAnswer(shown(one), shown(reordered))).toBe(true)
    expect(sameAnswer(shown(one), shown(other))).toBe(false)
  })
})
