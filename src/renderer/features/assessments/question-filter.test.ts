import { describe, expect, test } from 'vitest'
import type { TypedAnswer } from './answer-draft.ts'
import { matching, onlyQuestions, typedQuestionId, type FilterFacts, type QuestionFilter } from './question-filter.ts'
import { sectionsOf } from './sections.ts'
import { testPack } from './test-pack.ts'

const sections = sectionsOf(
  testPack,
  testPack.questions.map((question) => question.id),
)
const drafts: Readonly<Record<string, TypedAnswer['value']>> = {
  'AD-01': { kind: 'practice', choice: 'no' },
  'AD-02': { kind: 'unknown' },
  'PR-07': { kind: 'declined' },
}
const facts: FilterFacts = {
  draftOf: (id) => {
    const value = drafts[id]
    return value === undefined ? null : { questionId: id, value, note: '', evidenceGrade: 'U' }
  },
  flagged: new Set(['AD-01']),
}

describe('a filter', () => {
  const cases: readonly (readonly [QuestionFilter, readonly string[]])[] = [
    ['all', ['PR-03', 'PR-07', 'CJ-05', 'AD-01', 'AD-02']],
    ['blank', ['PR-03', 'CJ-05']],
    ['unknown', ['PR-07', 'AD-02']],
    ['flagged', ['AD-01']],
  ]
  test.each(cases)('%s lets through %o', (filter, ids) => {
    expect([...matching(filter, sections, facts)]).toEqual(ids)
  })
  test('leaves out sections without a match', () => {
    const left = onlyQuestions(sections, matching('blank', sections, facts))
    expect(left.map((section) => [section.domain.id, section.questions.map((question) => question.id)])).toEqual([
      ['PR', ['PR-03']],
      ['CJ', ['CJ-05']],
    ])
  })
})

describe('the question to jump to', () => {
  test.each([
    ['LG-11', 'LG-11'],
    [' lg11 ', 'LG-11'],
    ['ad 2', 'AD-02'],
    ['AD', null],
    ['AD-123', null],
    ['', null],
  ])('"%s" reads as %s', (typed, id) => {
    expect(typedQuestionId(typed)).toBe(id)
  })
})
