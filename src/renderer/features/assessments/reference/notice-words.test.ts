import { describe, expect, test } from 'vitest'
import type { CountryNotice, LawNotice, ListNotice } from '#shared/contract/reference.ts'
import { lawsOnAsking, noticeSummary } from './notice-words.ts'

const freshness = { verifyBy: '2027-01-31', isOverdue: false }
const list: ListNotice = {
  id: 'a-list',
  title: 'A list',
  instrument: '28 CFR 202.601',
  authority: 'An authority',
  bearing: 'restricts',
  effect: 'Something.',
  doesNotMean: 'Nothing else.',
  as: 'Somewhere',
  since: null,
  standing: 'in-force',
  statusNote: null,
  ...freshness,
}
const law: LawNotice = {
  id: 'a-law',
  title: 'A law',
  inForceSince: null,
  standing: 'in-force',
  statusNote: null,
  effects: ['access'],
  approval: 'court',
  provisions: [{ article: '1', says: 'Something.' }],
  contested: null,
  counterReading: null,
  remedies: 'Courts.',
  basis: 'primary',
  ...freshness,
}
const notice = (lists: ListNotice[], laws: LawNotice[]): CountryNotice => ({ code: 'DE', lists, laws })

describe('what is known of a country, in one line', () => {
  test.each([
    [notice([list], [law, law]), 'Named by 1 dated list · 2 laws read'],
    [notice([list, list], [law]), 'Named by 2 dated lists · 1 law read'],
    [notice([], []), 'Named by no list here · its laws were not read'],
  ])('%#', (one, words) => {
    expect(noticeSummary(one)).toBe(words)
  })
})

test('laws that can make the asking a risk are found by what they do', () => {
  const limits: LawNotice = { ...law, id: 'limits', effects: ['structure', 'due-diligence'] }
  expect(lawsOnAsking(notice([], [law, limits])).map((one) => one.id)).toEqual(['limits'])
})
