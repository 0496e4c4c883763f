import { describe, expect, test } from 'vitest'
import { chosenOf, readNumber, severalValue, sharesWords, toggleOption, valueOfChoice } from './values.ts'

describe('choices', () => {
  test('each choice stands for a value, and the value for the choice', () => {
    for (const id of ['yes', 'partly', 'no', 'unknown', 'declined', 'not-applicable']) expect(chosenOf(valueOfChoice(id, null))).toBe(id)
    expect(chosenOf(null)).toBeNull()
    expect(valueOfChoice('something else', null)).toBeNull()
  })
  test('a reason for N/A survives pressing N/A again', () => {
    const before = { kind: 'not-applicable', reason: 'No data is shared', countersignedBy: '' } as const
    expect(valueOfChoice('not-applicable', before)).toBe(before)
  })
  test('"none of these" and the other options exclude each other', () => {
    expect(toggleOption(['a', 'b'], 'none', 'none')).toEqual(['none'])
    expect(toggleOption(['none'], 'a', 'none')).toEqual(['a'])
    expect(toggleOption(['a'], 'b', 'none')).toEqual(['a', 'b'])
    expect(toggleOption(['a', 'b'], 'a', undefined)).toEqual(['b'])
  })
  test('no option at all is a blank, not an answer', () => {
    expect(severalValue([])).toBeNull()
    expect(severalValue(['a'])).toEqual({ kind: 'several', options: ['a'] })
  })
})

describe('typed numbers', () => {
  const cases: readonly (readonly [string, 0 | 2, number, number | null])[] = [
    ['12', 0, 100, 12],
    ['1,000,000', 0, 10_000_000, 1_000_000],
    ['1 000 000', 0, 10_000_000, 1_000_000],
    ['12.5', 2, 100, 12.5],
    ['62.55 %', 2, 100, 62.55],
    ['', 0, 100, null],
    ['   ', 2, 100, null],
    ['12.5', 0, 100, Number.NaN],
    ['12.555', 2, 100, Number.NaN],
    ['101', 2, 100, Number.NaN],
    ['-1', 0, 100, Number.NaN],
    ['about 12', 0, 100, Number.NaN],
    ['1e3', 0, 10_000, Number.NaN],
  ]
  test.each(cases)('%s with %i decimals up to %i reads as %s', (text, decimals, max, expected) => {
    expect(readNumber(text, decimals, max)).toEqual(expected)
  })
})

describe('shares of owners', () => {
  const owner = { name: 'A', country: '', layer: 1 }
  test('the unexplained share is said to two decimals, and indirect holders do not count twice', () => {
    expect(
      sharesWords([
        { ...owner, shareBp: 6_250 },
        { ...owner, shareBp: 6_250, layer: 2 },
      ]),
    ).toContain('62.50 %; 37.50 % is not explained')
  })
  test('more than the whole is pointed out', () => {
    expect(
      sharesWords([
        { ...owner, shareBp: 6_000 },
        { ...owner, shareBp: 6_000 },
      ]),
    ).toContain('more than the whole')
  })
  test('a share not typed yet is left out', () => {
    expect(sharesWords([{ ...owner, shareBp: Number.NaN }])).toContain('100.00 % is not explained')
  })
})
