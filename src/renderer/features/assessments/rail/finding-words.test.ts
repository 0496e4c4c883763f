import { describe, expect, test } from 'vitest'
import { QuestionId } from '#shared/domain/ids.ts'
import { score } from '#shared/scoring/score.ts'
import { testPack } from '../test-pack.ts'
import { reasonWords } from './badge-words.ts'
import { findingAnswer, findingText, reassessmentWords } from './finding-words.ts'

const result = score({ pack: testPack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers: [], jewels: [] })
const reasons = new Map([['C-01', 'Two things together.']])

describe('a finding', () => {
  test('is said by its question, or by the reason of its rule', () => {
    const [first] = result.findings
    if (first === undefined) throw new Error('The test pack gives no finding.')
    expect(findingText(first, testPack, reasons)).toBe('Gate?')
    expect(findingAnswer(first)).toBe('Not answered')
    const combined = { ...first, id: 'C-01', questionId: null, answer: 'none' as const }
    expect(findingText(combined, testPack, reasons)).toBe('Two things together.')
    expect(findingAnswer(combined)).toBe('A combination of answers')
    expect(findingAnswer({ ...combined, id: 'screening' })).toBe('Screening against lists')
  })
})

describe('the next look', () => {
  test('comes with its reason, and says when it has passed', () => {
    expect(reassessmentWords({ on: '2027-05-22', reason: { code: 'tier', months: 6 } }, '2026-11-22')).toBe(
      '22 May 2027: 6 months after the day of this assessment, by its tier.',
    )
    const planned = { on: '2026-10-01', reason: { code: 'planned', questionId: QuestionId.parse('CT-05') } } as const
    expect(reassessmentWords(planned, '2026-11-22')).toBe('1 Oct 2026: the day named in CT-05. It has passed.')
  })
})

describe('the reasons of a badge', () => {
  test('are counted', () => {
    expect(reasonWords({ code: 'evidence-expired', ids: ['AD-01'] })).toBe('1 answer rests on expired evidence')
    expect(reasonWords({ code: 'fact-open', ids: ['PR-03', 'PR-07'] })).toBe('2 facts are open')
  })
})
