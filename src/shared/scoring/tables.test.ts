// Cells and bands of the method's tables.
import { describe, expect, test } from 'vitest'
import { tierRank, tiers } from '../domain/tier.ts'
import { gapBand, inherentTier, residualTier, worseTier } from './tables.ts'

const letters = (row: readonly string[]) => row.map((tier) => tier.charAt(0).toUpperCase()).join(' ')
const four = [1, 2, 3, 4]

describe('the tables', () => {
  test('inherent tier by impact and exposure', () => {
    const rows = four.map((impact) => letters(four.map((exposure) => inherentTier(impact, exposure))))
    expect(rows).toEqual(['L L M M', 'L M M H', 'M M H C', 'M H C C'])
  })

  test('residual tier by inherent tier and gap band', () => {
    const rows = tiers.map((inherent) => letters(four.map((band) => residualTier(inherent, band))))
    expect(rows).toEqual(['L L M M', 'L M M H', 'M M H H', 'M H H C'])
  })

  test('a rank or band that does not exist counts as the worst', () => {
    expect([inherentTier(5, 1), inherentTier(1, 0), residualTier('low', 9)]).toEqual(['critical', 'critical', 'critical'])
  })

  test('the worse of two tiers', () => {
    for (const left of tiers)
      for (const right of tiers) expect(tierRank(worseTier(left, right))).toBe(Math.max(tierRank(left), tierRank(right)))
  })
})

describe('gap bands', () => {
  test.each([
    [0, 10, 1],
    [2, 10, 1],
    [200_001, 1_000_000, 2],
    [4, 10, 2],
    [400_001, 1_000_000, 3],
    [7, 10, 3],
    [700_001, 1_000_000, 4],
    [10, 10, 4],
  ])('%i of %i is band %i', (part, whole, band) => {
    expect(gapBand(part, whole)).toBe(band)
  })
})
