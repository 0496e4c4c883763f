import { describe, expect, test } from 'vitest'
import { countText, gapText, percentText } from './numbers.ts'

describe('numbers on the screen', () => {
  const gaps: readonly (readonly [number, number, string])[] = [
    [3929, 6071, '39–61 %'],
    [0, 10_000, '0–100 %'],
    [4000, 4000, '40 %'],
    [1075, 1075, '11 %'],
    [3901, 3999, '39–40 %'],
    [5556, 7143, '56–71 %'],
    [2037, 2037, '20.4 %'],
    [2004, 7049, '20.04–70.5 %'],
  ]
  test.each(gaps)('a gap from %i to %i basis points reads as in the report: %s', (loBp, hiBp, text) => {
    expect(gapText({ loBp, hiBp })).toBe(text)
  })
  test('percent keeps the decimals asked for', () => {
    expect([percentText(6071), percentText(6071, 2)]).toEqual(['61 %', '60.71 %'])
  })
  test('one is singular, all else is plural', () => {
    expect([countText(1, 'answer', 'answers'), countText(0, 'answer', 'answers'), countText(1200, 'answer', 'answers')]).toEqual([
      '1 answer',
      '0 answers',
      '1,200 answers',
    ])
  })
})
