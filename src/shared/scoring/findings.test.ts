// Findings and their order, by hand.
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import type { AnswerInput } from '../domain/answer.ts'
import type { Pack } from '../domain/pack.ts'
import { score } from './score.ts'

const yes = practice('yes')
const partly = practice('partly')
const no = practice('no')
const sources = ['S1']

function findings(pack: Pack, answers: readonly AnswerInput[]) {
  return score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels }).findings
}

describe('findings', () => {
  const screened = question('RP-01', {
    answer: { kind: 'choice', options: ['clear', 'hit'].map((id) => ({ id, label: id })) },
    flags: [{ level: 'stop', when: { question: 'RP-01', anyOf: ['hit'] }, reason: 'Listed.', sources }],
  })
  const pack = buildPack(
    [
      screened,
      question('AA-01', { weight: 5 }),
      question('AA-02', { weight: 3, flags: [{ level: 'high', reason: 'It is bad.', sources }] }),
      question('AA-03', { weight: 2 }),
      question('BB-01', { weight: 5 }),
      question('BB-02', { weight: undefined }),
      question('BB-03', { weight: 3 }),
    ],
    {
      combinations: [
        {
          id: 'C-01',
          level: 'high',
          when: { all: [{ bad: 'AA-01' }, { question: 'RP-01', anyOf: ['hit'] }] },
          reason: 'Together.',
          sources,
        },
      ],
    },
  )

  test('tell the answer, its grade, its points, its floors and whose help to read', () => {
    const [first] = findings(pack, [
      answer('AA-02', no, 'D'),
      answer('AA-01', yes),
      answer('AA-03', yes),
      answer('BB-01', yes),
      answer('BB-02', yes),
      answer('BB-03', yes),
      answer('RP-01', { kind: 'choice', option: 'clear' }),
    ])
    expect(first).toEqual({
      id: 'AA-02',
      questionId: 'AA-02',
      domainId: 'AA',
      answer: 'bad',
      evidenceGrade: 'D',
      loBp: 3000,
      hiBp: 3000,
      flags: [{ ruleId: 'AA-02', level: 'high', state: 'fired' }],
      helpIds: ['AA-02'],
    })
  })

  test('stand in order of floors, then of the tier of their domain, then of points, then known before open', () => {
    const given = [
      answer('RP-01', { kind: 'choice', option: 'hit' }),
      answer('AA-01', no),
      answer('AA-02', unknown),
      answer('AA-03', { kind: 'declined' }),
      answer('BB-01', partly),
      answer('BB-03', yes),
    ]
    expect(findings(pack, given).map(({ id, answer: one, hiBp }) => [id, one, hiBp])).toEqual([
      ['RP-01', 'fact', 0],
      ['C-01', 'none', 0],
      ['AA-02', 'unknown', 3000],
      ['AA-01', 'bad', 5000],
      ['AA-03', 'declined', 2000],
      ['BB-01', 'partly', 3125],
      ['BB-02', 'blank', 0],
    ])
  })

  test('put what stands in the worst domain before what stands in a better one, and an open floor before both', () => {
    const given = [
      answer('RP-01', unknown),
      answer('AA-01', yes),
      answer('AA-02', yes),
      answer('AA-03', partly),
      answer('BB-01', no),
      answer('BB-02', no),
      answer('BB-03', yes),
    ]
    expect(findings(pack, given).map(({ id, answer: one }) => [id, one])).toEqual([
      ['RP-01', 'unknown'],
      ['BB-01', 'bad'],
      ['BB-02', 'bad'],
      ['AA-03', 'partly'],
    ])
  })

  test('are none for a good answer, an N/A or a hidden question, and name the combinations that look at a question', () => {
    const given = [
      answer('RP-01', { kind: 'choice', option: 'hit' }),
      answer('AA-01', no),
      answer('AA-02', notApplicable()),
      answer('AA-03', yes),
      answer('BB-01', yes),
      answer('BB-02', yes),
      answer('BB-03', yes),
    ]
    const all = findings(pack, given)
    expect(all.map(({ id }) => id)).toEqual(['RP-01', 'C-01', 'AA-01'])
    expect(all[2]?.flags).toEqual([{ ruleId: 'C-01', level: 'high', state: 'fired' }])
    expect(all[1]?.helpIds).toEqual(['AA-01', 'RP-01'])
  })

  test('of a combination leave out what is answered well or does not show', () => {
    const any = buildPack(
      [
        question('PR-01', { answer: { kind: 'choice', options: ['one', 'two'].map((id) => ({ id, label: id })) } }),
        question('AA-01'),
        question('AA-02', { shownIf: { question: 'PR-01', anyOf: ['two'] } }),
        question('AA-03'),
      ],
      {
        combinations: [
          { id: 'C-01', level: 'high', when: { any: [{ bad: 'AA-01' }, { bad: 'AA-02' }, { bad: 'AA-03' }] }, reason: 'Any.', sources },
        ],
      },
    )
    const [first] = findings(any, [answer('PR-01', { kind: 'choice', option: 'one' }), answer('AA-01', yes), answer('AA-03', no)])
    expect(first).toMatchObject({ id: 'C-01', helpIds: ['AA-03'] })
  })

  test('say of an answer that cannot be used that it cannot', () => {
    const [finding] = findings(buildPack([question('AA-01')]), [answer('AA-01', { kind: 'choice', option: 'odd' })])
    expect(finding).toMatchObject({ id: 'AA-01', answer: 'unusable', evidenceGrade: 'U' })
  })

  test('split the points of a gate group exactly between the gate and its children', () => {
    const group = buildPack([
      question('AA-01', { weight: 5 }),
      question('AA-02', { weight: 3, gate: 'AA-01' }),
      question('AA-03', { gate: 'AA-01' }),
    ])
    const all = findings(group, [answer('AA-01', no), answer('AA-02', no), answer('AA-03', unknown)])
    // ½ for the gate, ½ · ¾ and ½ · ¼ for the children; the best case leaves AA-03 out.
    expect(all.map(({ id, loBp, hiBp }) => [id, loBp, hiBp])).toEqual([
      ['AA-01', 5000, 5000],
      ['AA-02', 3750, 3750],
      ['AA-03', 0, 1250],
    ])
  })

  test('of a fired High floor stand before those of an open one', () => {
    const flag = { level: 'high' as const, reason: 'It is bad.', sources }
    const two = buildPack([question('AA-01', { flags: [flag], weight: 5 }), question('AA-02', { flags: [flag] })])
    expect(findings(two, [answer('AA-01', unknown), answer('AA-02', no)]).map(({ id }) => id)).toEqual(['AA-02', 'AA-01'])
  })
})
