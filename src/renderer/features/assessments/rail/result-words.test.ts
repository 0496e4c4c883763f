import { describe, expect, test } from 'vitest'
import type { AnswerInput } from '#shared/domain/answer.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import type { FlagResult } from '#shared/scoring/result.ts'
import { score } from '#shared/scoring/score.ts'
import { testPack } from '../test-pack.ts'
import { bySeverity, driverSentence, gainWords } from './result-words.ts'

function resultOf(...answers: readonly AnswerInput[]) {
  return score({ pack: testPack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels: [] })
}
const questionId = QuestionId.parse('AD-01')
const gateIs = (choice: 'yes' | 'no'): AnswerInput => ({ questionId, value: { kind: 'practice', choice }, note: '', evidenceGrade: 'U' })

describe('what sets the tier, in a sentence', () => {
  test('nothing, while nothing is answered', () => {
    expect(driverSentence(resultOf(), testPack)).toBe('Nothing is answered yet. Each answer narrows the range.')
  })
  test('a domain, with its title and its gap in the worst case', () => {
    expect(driverSentence(resultOf(gateIs('no')), testPack)).toBe('Moderate because of “Access”, where the gap is 100 %.')
  })
  test('a domain, with the figure that its line in the list of gaps has', () => {
    const result = resultOf(gateIs('no'))
    const domains = result.domains.map((one) => ({ ...one, gap: { loBp: 0, hiBp: 2037 } }))
    expect(driverSentence({ ...result, domains }, testPack)).toBe(
      'Moderate because of “Access”, where the gap could be as large as 20.4 %.',
    )
  })
  test('a flag, with its reason', () => {
    const flag: FlagResult = { ruleId: 'AD-01', questionId, level: 'stop', state: 'fired', reason: 'A reason.' }
    expect(driverSentence({ ...resultOf(gateIs('no')), flags: [flag], driver: { kind: 'flag', id: 'AD-01' } }, testPack)).toBe(
      'Moderate because of a flag: A reason.',
    )
  })
  test('the inherent tier, when no safeguard is scored', () => {
    expect(driverSentence({ ...resultOf(gateIs('no')), driver: null }, testPack)).toContain('Moderate because of what the party can reach')
  })
})

describe('flags', () => {
  test('STOP stands before High, and what stands before what is open', () => {
    const flag = (level: 'high' | 'stop', state: 'fired' | 'unresolved'): FlagResult => ({
      ruleId: `${level} ${state}`,
      questionId: null,
      level,
      state,
      reason: '',
    })
    const sorted = bySeverity([flag('high', 'unresolved'), flag('stop', 'unresolved'), flag('high', 'fired'), flag('stop', 'fired')])
    expect(sorted.map((one) => one.ruleId)).toEqual(['stop fired', 'high fired', 'stop unresolved', 'high unresolved'])
  })
})

describe('what an answer could change', () => {
  test('names tiers, flags and points, in this order', () => {
    expect(gainWords({ questionId, tierSteps: 1, couldClearFlag: true, gapBp: 2100 })).toBe(
      'could lower the worst case by one tier · could clear a flag · up to 21 % of its domain',
    )
    expect(gainWords({ questionId, tierSteps: 2, couldClearFlag: false, gapBp: 0 })).toBe('could lower the worst case by 2 tiers')
  })
  test('is never empty', () => {
    expect(gainWords({ questionId, tierSteps: 0, couldClearFlag: false, gapBp: 0 })).toBe('narrows the range')
  })
})
