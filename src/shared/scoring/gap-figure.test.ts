import { expect, test } from 'vitest'
import { gapFigure } from './gap-figure.ts'
import { gapBand } from './tables.ts'

test.each([
  [0, '0'],
  [1075, '11'],
  [1960, '20'],
  [2000, '20'],
  [2004, '20.04'],
  [2037, '20.4'],
  [2050, '21'],
  [4028, '40.3'],
  [7049, '70.5'],
  [10_000, '100'],
])('a gap of %i basis points reads %s', (basisPoints, text) => {
  expect(gapFigure(basisPoints)).toBe(text)
})

test('what is read is in the band of the gap, for every gap there is', () => {
  const all = Array.from({ length: 10_001 }, (_, basisPoints) => basisPoints)
  expect(all.filter((one) => gapBand(Math.round(Number(gapFigure(one)) * 100), 10_000) !== gapBand(one, 10_000))).toEqual([])
})
