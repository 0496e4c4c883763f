// A page of the portfolio is put together from its ranks: never a row twice, never one left out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountedPlace, partsOfPage, placesIn, ranksOf, sumOf } from './places.ts'

const place = (given: Partial<CountedPlace>): CountedPlace => ({
  isAssessed: 1,
  tier: 2,
  isUnconfirmed: 0,
  inherent: 3,
  band: 1,
  relationship: 'supplier',
  status: 'draft',
  count: 1,
  ...given,
})

test('pages of any length, one after the other, hold every row of every rank once, in order', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 50 }), (lengths, limit) => {
      const ranks = lengths.map((count, index) => ({ tier: 4 - Math.floor(index / 2), isUnconfirmed: 1 - (index % 2), count }))
      const rowsOf = (offset: number) =>
        partsOfPage(ranks, offset, limit).flatMap((part) =>
          Array.from({ length: part.limit }, (_, row) => `${part.tier} ${part.isUnconfirmed} ${part.offset + row}`),
        )
      const all = ranks.flatMap(({ tier, isUnconfirmed, count }) =>
        Array.from({ length: count }, (_, row) => `${tier} ${isUnconfirmed} ${row}`),
      )
      for (let offset = 0; offset <= all.length; offset += limit) expect(rowsOf(offset)).toEqual(all.slice(offset, offset + limit))
    }),
    { numRuns: 200 },
  )
})

test('ranks are those of assessed rows, unconfirmed before confirmed of the same tier', () => {
  const places = [place({}), place({ isUnconfirmed: 1, count: 3 }), place({ tier: 4, count: 2 }), place({ isAssessed: 0, tier: 3 })]
  expect(ranksOf(places)).toEqual([
    { tier: 4, isUnconfirmed: 0, count: 2 },
    { tier: 2, isUnconfirmed: 1, count: 3 },
    { tier: 2, isUnconfirmed: 0, count: 1 },
  ])
})

test('a filter leaves the places that fit all of it; a cell without a band is one of its own', () => {
  const places = [place({}), place({ band: null, count: 4 }), place({ relationship: 'investor', status: 'signed', tier: 4 })]
  expect(sumOf(placesIn(places, {}))).toBe(6)
  expect(sumOf(placesIn(places, { cell: { inherent: 'high', band: null } }))).toBe(4)
  expect(sumOf(placesIn(places, { cell: { inherent: 'low', band: 1 } }))).toBe(0)
  expect(placesIn(places, { relationship: 'investor', status: 'signed', tier: 'critical' })).toEqual([places[2]])
  expect(placesIn(places, { status: 'draft', tier: 'critical' })).toEqual([])
})
