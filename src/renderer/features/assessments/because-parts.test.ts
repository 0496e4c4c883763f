import { describe, expect, test } from 'vitest'
import type { AnswerInput } from '#shared/domain/answer.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { shownBecause } from '#shared/scoring/shown-because.ts'
import { becauseParts } from './because-parts.ts'
import { testPack } from './test-pack.ts'

/** In the order of the steps, so that conditions look at earlier questions. */
const pack = { ...testPack, questions: testPack.questions.toSorted((a, b) => b.domain.localeCompare(a.domain) || a.id.localeCompare(b.id)) }
const byId = new Map(testPack.questions.map((question) => [question.id, question]))
const reach: AnswerInput = {
  questionId: QuestionId.parse('PR-03'),
  value: { kind: 'several', options: ['code', 'people'] },
  note: '',
  evidenceGrade: 'U',
}
const gate: AnswerInput = { ...reach, questionId: QuestionId.parse('AD-01'), value: { kind: 'practice', choice: 'no' } }

function partsOf(id: string, ...answers: readonly AnswerInput[]) {
  const shown = shownBecause({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels: [] })
  const why = shown.find((one) => one.questionId === id)
  return why === undefined ? null : becauseParts(why, byId)
}

describe('why a question shows', () => {
  test('names the answers, with each question as a part of its own', () => {
    expect(partsOf('AD-02', gate, reach)).toEqual([
      { kind: 'text', text: 'Shown because you answered “No” to ' },
      { kind: 'question', id: 'AD-01' },
      { kind: 'text', text: ' and you answered “Source code”, “People” to ' },
      { kind: 'question', id: 'PR-03' },
      { kind: 'text', text: '.' },
    ])
  })
  test('says "not yet known" where it shows only because something is open', () => {
    const words = partsOf('AD-02')?.map((part) => (part.kind === 'text' ? part.text : part.id))
    expect(words?.join('')).toBe('Shown because AD-01 is not yet known and PR-03 is not yet known.')
  })
  test('is empty for a question that always shows', () => {
    expect(partsOf('AD-01')).toEqual([])
  })
})
