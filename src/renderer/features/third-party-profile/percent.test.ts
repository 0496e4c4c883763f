// Typed shares: what is written comes back, and what is no share is not taken for one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPercent, writePercent } from './percent.ts'

describe('a typed share', () => {
  test.each([
    ['12.5', 1_250],
    ['12,50 %', 1_250],
    [' 100 ', 10_000],
    ['0', 0],
    ['33.33', 3_333],
  ])('of %j is %d hundredths', (typed, basisPoints) => {
    expect(readPercent(typed)).toBe(basisPoints)
  })

  test.each(['', '-1', '100.01', '1.234', '1e2', 'half', '1.2.3', '1,000'])('is not %j', (typed) => {
    expect(readPercent(typed)).toBe(null)
  })

  test('comes back as it was written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), (basisPoints) => readPercent(writePercent(basisPoints)) === basisPoints))
  })
})
