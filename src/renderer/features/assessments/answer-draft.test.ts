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
    [
      {
        kind: 'owners',
        owners: [
          { name: 'A', country: '', shareBp: 6_000, layer: 1 },
          { name: 'B', country: '', shareBp: 6_000, layer: 1 },
        ],
      },
      'the owners of layer 1 hold 120.00 % together, which is more than the whole; correct the shares, or put owners of owners in the next layer',
    ],
    [{ kind: 'date', on: '' }, 'the date is not complete; type day, month and year'],
    [{ kind: 'text', text: 'x'.repeat(10_001) }, 'the answer is longer than 10000 characters; shorten it'],
    [{ kind: 'percent', shareBp: Number.NaN }, 'the answer is not a number; type one'],
    [{ kind: 'number', count: -1 }, 'the answer is out of range; change it'],
  ]
  test.each(incomplete)('%o waits, and says why', (value, why) => {
    expect(readyDraft({ ...blank, value })).toMatchObject({ state: 'incomplete', why })
  })
  test('a day of the evidence that is not complete waits, too', () => {
    const draft: AnswerDraft = { ...blank, value: { kind: 'practice', choice: 'yes' }, evidenceGrade: 'A', evidenceExpiresOn: '' }
    expect(readyDraft(draft)).toMatchObject({
      state: 'incomplete',
      why: 'the last day of the evidence is not complete; type day, month and year',
    })
    expect(readyDraft({ ...draft, evidenceExpiresOn: '2027-01-31' })).toMatchObject({ state: 'ready' })
  })
})
