import { describe, expect, test } from 'vitest'
import { QuestionId } from '#shared/domain/ids.ts'
import { draftOf, readyDraft, type AnswerDraft } from './answer-draft.ts'

const blank = draftOf(QuestionId.parse('AD-02'), null)

describe('what can be saved of a draft', () => {
  test('nothing, while nothing is typed', () => {
    expect(readyDraft(blank)).toEqual({ state: 'blank' })
  })
  test('an answer', () => {
    expect(readyDraft({ ...blank, value: { kind: 'practice', choice: 'yes' } })).toMatchObject({
      state: 'ready',
      answer: { value: { kind: 'practice', choice: 'yes' } },
    })
  })
  test('a note on a blank question, as Unknown, so that no word is lost', () => {
    expect(readyDraft({ ...blank, note: 'Asked on Tuesday' })).toMatchObject({
      state: 'ready',
      answer: { value: { kind: 'unknown' }, note: 'Asked on Tuesday' },
    })
  })

  const incomplete: readonly (readonly [AnswerDraft['value'], string])[] = [
    [{ kind: 'not-applicable', reason: ' ', countersignedBy: '' }, 'the reason is empty; type something'],
    [{ kind: 'countries', countries: [{ code: 'DE', roles: [] }] }, 'the role of Germany is empty; choose at least one'],
    [{ kind: 'owners', owners: [{ name: '', country: '', shareBp: 100, layer: 1 }] }, 'the name of owner 1 is empty; type something'],
    [
      { kind: 'owners', owners: [{ name: 'A', country: '', shareBp: Number.NaN, layer: 1 }] },
      'the share of owner 1 is not a number; type one',
    ],
    [{ kind: 'percent', shareBp: Number.NaN }, 'the answer is not a number; type one'],
    [{ kind: 'number', count: -1 }, 'the answer is out of range; change it'],
  ]
  test.each(incomplete)('%o waits, and says why', (value, why) => {
    expect(readyDraft({ ...blank, value })).toMatchObject({ state: 'incomplete', why })
  })
})
