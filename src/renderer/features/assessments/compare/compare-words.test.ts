import { describe, expect, test } from 'vitest'
import type { AnswerChange, ComparedSide } from '#shared/contract/comparison.ts'
import { AssessmentId, QuestionId, ThirdPartyId } from '#shared/domain/ids.ts'
import { testPack } from '../test-pack.ts'
import { answerWords, gapWords, pointsWords, sideTitle, stepWords } from './compare-words.ts'

const questionId = QuestionId.parse('AD-01')
const side: ComparedSide = {
  assessment: {
    id: AssessmentId.parse('0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f01'),
    thirdPartyId: ThirdPartyId.parse('0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f02'),
    relationship: 'supplier',
    profile: 'lite',
    pack: { id: 'test', version: '1.0.0', sha256: '0'.repeat(64) },
    asOf: '2026-11-22',
    status: 'draft',
    startedAt: '2026-11-22T09:30:00.000Z',
    signedAt: null,
  },
  thirdPartyName: 'Helix',
  packTitle: 'Test',
  questions: testPack.questions,
  answers: [
    {
      questionId,
      value: { kind: 'practice', choice: 'no' },
      note: '',
      evidenceGrade: 'B',
      revision: 1,
      savedAt: '2026-11-22T09:30:00.000Z',
    },
  ],
  reasons: {},
}
const change: AnswerChange = {
  questionId,
  first: { state: 'bad', grade: 'C' },
  second: { state: 'hidden', grade: null },
  isSameAnswer: false,
  direction: 'other',
}

describe('two assessments side by side', () => {
  test('each has a title of its own', () => {
    expect(sideTitle(side)).toBe('Supplier, Lite, 22 Nov 2026')
  })
  test('an answer is said as it was given, with the grade it counts with', () => {
    expect(answerWords(change, 'first', { first: side, second: side, jewelNames: {} })).toBe('No (grade C)')
  })
  test('a kept answer to a question that does not show is not said', () => {
    expect(answerWords(change, 'second', { first: side, second: side, jewelNames: {} })).toBe('Not shown')
  })
  test.each([
    [0, 'the same'],
    [1, '1 tier worse'],
    [-2, '2 tiers better'],
  ])('%i steps', (steps, words) => {
    expect(stepWords(steps)).toBe(words)
  })
  test.each([
    [1_000, undefined, ''],
    [1_000, 1_020, '0'],
    [1_040, 2_350, '+14'],
    [10_000, 2_632, '−74'],
    [2_037, 3_000, '+9.6'],
    [2_004, 2_000, '−0.04'],
  ])('a gap that moved from %s to %s', (first, second, words) => {
    expect(pointsWords(first, second)).toBe(words)
  })
  test('a domain that is not scored says so', () => {
    expect([gapWords(null), gapWords({ loBp: 1_000, hiBp: 2_000 })]).toEqual(['not scored', '10–20 %'])
  })
})
