import { describe, expect, test } from 'vitest'
import { exampleDay } from '#renderer/ui/date-format.ts'
import { notADay } from '#renderer/ui/day-reading.ts'
import { readScreening, screeningDraftOf, type ScreeningDraft } from './screening-draft.ts'
import { screeningSummary } from './screening-words.ts'

const draft: ScreeningDraft = { screenedOn: '2026-11-22', outcome: 'no-match', editions: { csl: '2026-11-20' } }
const sentenceOf = (change: Partial<ScreeningDraft>) => {
  const read = readScreening({ ...draft, ...change })
  return read.ok ? null : read.sentence
}

describe('an entry about screening', () => {
  test('is saved when it names the outcome, the lists and their days', () => {
    expect(readScreening(draft)).toEqual({
      ok: true,
      screening: { screenedOn: '2026-11-22', outcome: 'no-match', lists: [{ listId: 'csl', editionOn: '2026-11-20' }] },
    })
  })
  test('goes on from what was stored', () => {
    const read = readScreening(draft)
    expect(read.ok ? screeningDraftOf(read.screening, '2026-12-24') : null).toEqual(draft)
    expect(screeningDraftOf(null, '2026-12-24')).toEqual({ screenedOn: '2026-12-24', outcome: null, editions: {} })
  })
  test.each([
    [{ outcome: null }, 'Choose what the check gave.'],
    [{ editions: {} }, 'The list of lists names no list; name those that were screened, or say could-not-screen.'],
    [{ editions: { csl: '' } }, 'Give the day of the edition of csl, or take the list out.'],
    [{ editions: { csl: notADay } }, 'Give the day of the edition of csl, or take the list out.'],
    [
      { editions: { csl: '2026-11-23' } },
      'The list of lists names an edition that is younger than the screening; correct one of the two days.',
    ],
    [{ screenedOn: '' }, `The day of the check is not a date; type it as in ${exampleDay()}.`],
    [{ screenedOn: notADay }, `The day of the check is not a date; type it as in ${exampleDay()}.`],
    [{ outcome: 'could-not-screen' as const, editions: {} }, null],
  ])('%o', (change, sentence) => {
    expect(sentenceOf(change)).toBe(sentence)
  })
})

test('the summary says what was done, or that nothing was', () => {
  const read = readScreening({ ...draft, outcome: 'possible-match' })
  expect(screeningSummary(read.ok ? read.screening : null)).toBe('Possible match, 1 list, 22 Nov 2026.')
  expect(screeningSummary(null)).toBe('Names were not checked against lists.')
})
