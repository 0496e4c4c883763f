import { describe, expect, test } from 'vitest'
import type { AnswerInput } from '#shared/domain/answer.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { layerSums, misfitWords } from './answer-checks.ts'

const owner = { name: 'A', country: '', layer: 1, shareBp: 6_000 }
const answer: AnswerInput = { questionId: QuestionId.parse('OW-02'), value: { kind: 'unknown' }, note: '', evidenceGrade: 'U' }

describe('the owners of a layer', () => {
  test('are added up layer by layer, from the direct holders outwards', () => {
    expect(layerSums([{ ...owner, layer: 2, shareBp: 2_500 }, owner, { ...owner, shareBp: 1_050 }])).toEqual([
      { layer: 1, heldBp: 7_050, unexplainedBp: 2_950 },
      { layer: 2, heldBp: 2_500, unexplainedBp: 7_500 },
    ])
  })
  test('a share or a layer that is not typed yet is left out', () => {
    expect(
      layerSums([
        { ...owner, shareBp: Number.NaN },
        { ...owner, layer: Number.NaN },
      ]),
    ).toEqual([{ layer: 1, heldBp: 0, unexplainedBp: 10_000 }])
  })
  test('may hold the whole, and not a hundredth of a percent more', () => {
    const held = (shareBp: number) => misfitWords({ ...answer, value: { kind: 'owners', owners: [owner, { ...owner, shareBp }] } })
    expect(held(4_000)).toBeNull()
    expect(held(4_001)).toBe(
      'the owners of layer 1 hold 100.01 % together, which is more than the whole; correct the shares, or put owners of owners in the next layer',
    )
  })
})

describe('days', () => {
  test.each([
    ['0206-10-01', 'the date is before 1900; correct the year'],
    ['2206-10-01', 'the date is after 2200; correct the year'],
    ['2026-10-01', null],
  ])('%s', (on, words) => {
    expect(misfitWords({ ...answer, value: { kind: 'date', on } })).toBe(words)
  })
  test('the last day of the evidence is looked at, too', () => {
    expect(misfitWords({ ...answer, evidenceExpiresOn: '0026-01-01' })).toContain('the last day of the evidence is before 1900')
    expect(misfitWords({ ...answer, evidenceExpiresOn: null })).toBeNull()
  })
})
