// Contrast of colours, against figures that anybody can check.
import { describe, expect, test } from 'vitest'
import { contrastOnWhite } from './colour.ts'

describe('contrast on white', () => {
  test.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#0000ff', 8.59],
  ])('of %s is %d to one', (colour, ratio) => {
    expect(contrastOnWhite(colour)).toBeCloseTo(ratio, 2)
  })
})
