import { describe, expect, test } from 'vitest'
import { Condition } from '#shared/domain/condition.ts'
import { conditionWords, whyShown } from './condition-words.ts'
import { testPack } from './test-pack.ts'

describe('a condition in words', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [{ relationship: ['supplier', 'investor'] }, 'the third party is a supplier or an investor'],
    [{ bad: 'AD-01' }, 'AD-01 is answered “No”'],
    [{ bad: 'AD-02' }, 'AD-02 is answered “Yes”'],
    [{ notGood: 'AD-01' }, 'AD-01 is not answered “Yes”'],
    [{ notGood: 'AD-02' }, 'AD-02 is not answered “No”'],
    [{ question: 'PR-03', anyOf: ['code', 'people'] }, 'PR-03 names “Source code” or “People”'],
    [{ question: 'PR-03', otherThan: ['nothing'] }, 'PR-03 names something other than “Nothing of ours”'],
    [{ question: 'PR-03', anyOf: ['gone'] }, 'PR-03 names “gone”'],
    [{ question: 'CJ-05', listed: true }, 'CJ-05 lists something'],
    [{ question: 'PR-07', atLeast: 25 }, 'PR-07 is 25 % or more'],
    [{ since: '2026-11-09' }, 'the assessment is dated 2026-11-09 or later'],
    [{ not: { question: 'CJ-05', listed: true } }, 'it is not the case that CJ-05 lists something'],
    [{ all: [{ bad: 'AD-01' }, { question: 'CJ-05', listed: true }] }, 'AD-01 is answered “No” and CJ-05 lists something'],
    [{ any: [{ bad: 'AD-01' }, { question: 'CJ-05', listed: true }] }, 'AD-01 is answered “No” or CJ-05 lists something'],
    [{ all: [] }, 'it always applies'],
    [{ any: [] }, 'it never applies'],
  ]
  test.each(cases)('%o', (condition, words) => {
    expect(conditionWords(Condition.parse(condition), testPack)).toBe(words)
  })

  test('a question that always shows says nothing', () => {
    expect(testPack.questions.map((question) => whyShown(question, testPack) === null)).toEqual([true, false, true, true, true])
  })
  test('a question behind a gate names the gate and its own condition', () => {
    const child = testPack.questions.find((question) => question.id === 'AD-02')
    expect(child === undefined ? null : whyShown(child, testPack)).toBe(
      'Asked because AD-01 is not answered “Yes” and PR-03 names “Source code” or “People”, or that is still open.',
    )
  })
})
