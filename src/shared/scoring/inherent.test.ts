// Impact and exposure ranks of facts, by hand.
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import type { AnswerInput, AnswerValue } from '../domain/answer.ts'
import { JewelId } from '../domain/ids.ts'
import type { Pack } from '../domain/pack.ts'
import { score } from './score.ts'

const pack = shippedPack()

function inherent(answers: readonly AnswerInput[], of: Pack = pack) {
  return score({ pack: of, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels }).inherent
}

function factOf(id: string, answers: readonly AnswerInput[]) {
  return inherent(answers)
    .facts.filter((fact) => fact.questionId === id)
    .map(({ axis, best, worst }) => ({ axis, best, worst }))
}

function several(...options: string[]): AnswerValue {
  return { kind: 'several', options }
}

function jewel(index: number): AnswerValue {
  return { kind: 'jewels', jewelIds: jewels.slice(index, index + 1).map((one) => one.id) }
}

test('an option is never counted by what JavaScript calls it, when its count is not known', () => {
  const questions = pack.questions.map((one) => {
    if (one.id !== 'PR-04' || one.answer.kind !== 'several') return one
    const options = one.answer.options.map((option) => (option.id === 'genomic' ? { ...option, id: 'constructor' } : option))
    return { ...one, answer: { ...one.answer, options } }
  })
  const { facts } = inherent([answer('PR-04', several('constructor'))], { ...pack, questions })
  expect(facts.find((fact) => fact.questionId === 'PR-04')).toMatchObject({ best: 3, worst: 4 })
})

describe('ranks of the shipped pack', () => {
  test.each([
    ['days', 1],
    ['weeks', 2],
    ['months', 3],
    ['not-possible', 4],
  ])('to replace it takes %s: exposure %i', (option, rank) => {
    expect(factOf('PR-06', [answer('PR-06', { kind: 'choice', option })])).toEqual([{ axis: 'exposure', best: rank, worst: rank }])
  })

  test.each([
    [['nothing'], 1],
    [['facilities'], 2],
    [['facilities', 'people'], 2],
    [['facilities', 'people', 'board-papers'], 3],
    [['network'], 3],
    [['network', 'source-code', 'people'], 4],
    [['production'], 4],
    [['production', 'network', 'people'], 4],
  ])('access to %j: exposure %i', (options, rank) => {
    expect(factOf('PR-03', [answer('PR-03', several(...options))])).toEqual([{ axis: 'exposure', best: rank, worst: rank }])
  })

  test.each([
    ['genomic', 100, 3, 4],
    ['other-omic', 1_000, 3, 4],
    ['biometric', 1_000, 3, 4],
    ['location', 1_000, 2, 3],
    ['health', 10_000, 2, 3],
    ['financial', 10_000, 2, 3],
    ['identifiers', 100_000, 1, 2],
  ])('invariant 27: %s is bulk above %i, not at it', (...[kind, thresholdCount, at, above]) => {
    const counted = (count: number) =>
      factOf('PR-04', [answer('PR-04', several(kind)), answer('PR-05', { kind: 'counts', counts: { [kind]: count } })])
    expect(counted(thresholdCount)).toEqual([{ axis: 'impact', best: at, worst: at }])
    expect(counted(thresholdCount + 1)).toEqual([{ axis: 'impact', best: above, worst: above }])
    expect(factOf('PR-04', [answer('PR-04', several(kind))])).toEqual([{ axis: 'impact', best: at, worst: above }])
  })

  test('data on government staff or sites has no threshold', () => {
    const data = answer('PR-04', several('government-related'))
    expect(factOf('PR-04', [data, answer('PR-05', { kind: 'counts', counts: { 'government-related': 1 } })])).toEqual([
      { axis: 'impact', best: 4, worst: 4 },
    ])
    expect(factOf('PR-04', [data])).toEqual([{ axis: 'impact', best: 4, worst: 4 }])
  })

  test('each fact left open spans the ranks its answers allow, and a fact that does not apply gives none', () => {
    expect(factOf('PR-06', [])).toEqual([{ axis: 'exposure', best: 1, worst: 4 }])
    expect(factOf('PR-02', [])).toEqual([{ axis: 'impact', best: 1, worst: 3 }])
    expect(factOf('CJ-05', [answer('CJ-05', unknown)])).toEqual([{ axis: 'impact', best: 1, worst: 4 }])
    expect(factOf('CJ-05', [answer('CJ-05', notApplicable())])).toEqual([])
  })

  test('a jewel counts by its own impact, no jewel counts 1, and a jewel that nobody listed may be the worst', () => {
    expect([0, 1, 2, 3].map((index) => factOf('CJ-05', [answer('CJ-05', jewel(index))])[0]?.worst)).toEqual([1, 2, 3, 4])
    expect(factOf('CJ-05', [answer('CJ-05', { kind: 'jewels', jewelIds: [] })])).toEqual([{ axis: 'impact', best: 1, worst: 1 }])
    const stranger = JewelId.parse('99999999-0000-4000-8000-000000000000')
    expect(factOf('CJ-05', [answer('CJ-05', { kind: 'jewels', jewelIds: [stranger] })])).toEqual([{ axis: 'impact', best: 1, worst: 4 }])
  })

  test('one of the five technologies counts 3 only together with code, design files or production', () => {
    const ai = answer('PR-02', several('ai'))
    expect(factOf('PR-02', [ai, answer('PR-03', several('people'))])).toEqual([{ axis: 'impact', best: 2, worst: 2 }])
    expect(factOf('PR-02', [ai, answer('PR-03', several('design-files'))])).toEqual([{ axis: 'impact', best: 3, worst: 3 }])
    expect(factOf('PR-02', [ai])).toEqual([{ axis: 'impact', best: 2, worst: 3 }])
    expect(factOf('PR-02', [answer('PR-02', several('other')), answer('PR-03', several('design-files'))])).toEqual([
      { axis: 'impact', best: 1, worst: 1 },
    ])
  })

  test('secret orders without a court count 2, and 3 with a jewel in reach', () => {
    const weak = answer('LG-02', { kind: 'choice', option: 'agency-head' })
    expect(factOf('LG-02', [weak, answer('CJ-05', { kind: 'jewels', jewelIds: [] })])).toEqual([{ axis: 'exposure', best: 2, worst: 2 }])
    expect(factOf('LG-02', [weak, answer('CJ-05', jewel(0))])).toEqual([{ axis: 'exposure', best: 3, worst: 3 }])
  })

  test('a state stake counts 3, and may count 3 while it is unknown', () => {
    expect(factOf('OW-04', [answer('OW-04', practice('yes'))])).toEqual([{ axis: 'exposure', best: 3, worst: 3 }])
    expect(factOf('OW-04', [answer('OW-04', practice('partly'))])).toEqual([{ axis: 'exposure', best: 1, worst: 1 }])
    expect(factOf('OW-04', [])).toEqual([{ axis: 'exposure', best: 1, worst: 3 }])
  })
})

test('an option without a rank of its own counts 1', () => {
  const options = [
    { id: 'some', label: 'Some', rank: 2 },
    { id: 'other', label: 'Other' },
  ]
  const small = buildPack([question('PR-01', { answer: { kind: 'choice', axis: 'impact', options } }), question('AA-01')])
  expect(inherent([answer('PR-01', { kind: 'choice', option: 'other' })], small).impact).toEqual({ best: 1, worst: 1 })
  expect(inherent([], small).impact).toEqual({ best: 1, worst: 2 })
})

describe('asking for facts', () => {
  const facts = [
    answer('PR-02', several('none')),
    answer('PR-03', several('nothing')),
    answer('PR-04', several('genomic')),
    answer('PR-06', { kind: 'choice', option: 'days' }),
    answer('CJ-05', { kind: 'jewels', jewelIds: [] }),
  ]

  test('a missing count is worth asking when the kind could be bulk', () => {
    const small = buildPack([
      question('PR-04', {
        answer: {
          kind: 'several',
          axis: 'impact',
          options: [
            { id: 'gene', label: 'Gene', rank: 3, rankAbove: 4, thresholdCount: 100 },
            { id: 'name', label: 'Name', rank: 1 },
          ],
        },
      }),
      question('PR-05', { answer: { kind: 'counts', of: 'PR-04', unit: 'people' } }),
      question('PR-06', {
        answer: {
          kind: 'choice',
          axis: 'exposure',
          options: [
            { id: 'days', label: 'Days', rank: 1 },
            { id: 'months', label: 'Months', rank: 3 },
          ],
        },
      }),
      question('AA-01'),
    ])
    const answers = [
      answer('PR-04', several('gene')),
      answer('PR-06', { kind: 'choice', option: 'months' }),
      answer('AA-01', practice('no')),
    ]
    const result = score({ pack: small, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels })
    expect(result.inherent.tier).toEqual({ best: 'high', worst: 'critical' })
    expect(result.askFirst).toEqual([{ questionId: 'PR-05', tierSteps: 1, gapBp: 0, couldClearFlag: false }])
  })

  test('an unlisted access is worth asking for the ranks that hang on it', () => {
    const result = score({
      pack,
      relationship: 'supplier',
      profile: 'full',
      asOf: '2026-11-22',
      answers: facts.filter((one) => one.questionId !== 'PR-03'),
      jewels,
    })
    expect(result.inherent.exposure.worst).toBe(4)
    expect(result.askFirst.map((one) => one.questionId)).toContain('PR-03')
  })
})
