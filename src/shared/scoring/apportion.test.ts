// Rounding that sums exactly.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, basisPoints, share } from './apportion.ts'

function shares(parts: readonly number[], whole: number): number[] {
  return apportion(parts, (part) => part, whole).map(({ bp }) => bp)
}

function shared(parts: readonly number[], points: number): number[] {
  return share(parts, (part) => part, points).map(({ bp }) => bp)
}

describe('basis points', () => {
  test.each([
    [0, 7, 0],
    [7, 7, 10_000],
    [1, 3, 3333],
    [2, 3, 6667],
    [1, 20_000, 1],
    [1, 20_001, 0],
  ])('%i of %i is %i, half rounded up', (part, whole, expected) => {
    expect(basisPoints(part, whole)).toBe(expected)
  })
})

describe('apportioning', () => {
  test('the parts left over go to the largest remainders, ties to the earlier part', () => {
    expect(shares([5, 6, 6], 28)).toEqual([1785, 2143, 2143])
    expect(shares([1, 1, 1], 3)).toEqual([3334, 3333, 3333])
    expect(shares([0, 1, 0, 1], 3)).toEqual([0, 3334, 0, 3333])
  })

  test('always sums to the rounded whole, and a part of nothing gets nothing', () => {
    const parts = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(parts, fc.nat({ max: 1_000_000 }), (some, rest) => {
        const sum = some.reduce((total, part) => total + part, 0)
        const whole = sum + rest + 1
        const result = shares(some, whole)
        expect(result.reduce((total, one) => total + one, 0)).toBe(basisPoints(sum, whole))
        some.forEach((part, index) => {
          const exact = (10_000 * part) / whole
          expect(Math.abs((result[index] ?? -9) - exact)).toBeLessThan(1)
          if (part === 0) expect(result[index]).toBe(0)
        })
      }),
      { numRuns: 1000 },
    )
  })

  test('points are shared out in proportion and sum exactly to what there was, or stay nothing when every part is nothing', () => {
    expect(shared([4, 6], 5000)).toEqual([2000, 3000])
    expect(shared([1, 1, 1], 100)).toEqual([34, 33, 33])
    expect(shared([0, 0], 7)).toEqual([0, 0])
    const parts = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 17 })
    fc.assert(
      fc.property(parts, fc.nat({ max: 10_000 }), (some, points) => {
        const result = shared(some, points)
        const isNothing = some.every((part) => part === 0)
        expect(result.reduce((total, one) => total + one, 0)).toBe(isNothing ? 0 : points)
        some.forEach((part, index) => {
          if (part === 0) expect(result[index]).toBe(0)
        })
      }),
      { numRuns: 1000 },
    )
  })
})
