import { describe, expect, test } from 'vitest'
import { chosenOf, readNumber, severalValue, toggleOption, valueOfChoice } from './values.ts'

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
  interface Case {
    readonly text: string
    readonly decimals: 0 | 2
    readonly max: number
    readonly reads: number | null
  }
  const cases: readonly Case[] = [
    { text: '12', decimals: 0, max: 100, reads: 12 },
    { text: '1,000,000', decimals: 0, max: 10_000_000, reads: 1_000_000 },
    { text: '1 000 000', decimals: 0, max: 10_000_000, reads: 1_000_000 },
    { text: '12.5', decimals: 2, max: 100, reads: 12.5 },
    { text: '62.55 %', decimals: 2, max: 100, reads: 62.55 },
    { text: '2,5', decimals: 2, max: 100, reads: 2.5 },
    { text: '33,33 %', decimals: 2, max: 100, reads: 33.33 },
    { text: '1,5', decimals: 0, max: 10_000, reads: Number.NaN },
    { text: '1,000', decimals: 2, max: 100, reads: Number.NaN },
    { text: '100,01', decimals: 2, max: 100, reads: Number.NaN },
    { text: '1,000,000,000,000', decimals: 0, max: 1_000_000_000_000, reads: 1_000_000_000_000 },
    { text: '', decimals: 0, max: 100, reads: null },
    { text: '   ', decimals: 2, max: 100, reads: null },
    { text: '12.5', decimals: 0, max: 100, reads: Number.NaN },
    { text: '12.555', decimals: 2, max: 100, reads: Number.NaN },
    { text: '101', decimals: 2, max: 100, reads: Number.NaN },
    { text: '-1', decimals: 0, max: 100, reads: Number.NaN },
    { text: 'about 12', decimals: 0, max: 100, reads: Number.NaN },
    { text: '1e3', decimals: 0, max: 10_000, reads: Number.NaN },
  ]
  test.each(cases)('"$text" with $decimals decimals up to $max reads as $reads', ({ text, decimals, max, reads }) => {
    expect(readNumber(text, decimals, max)).toEqual(reads)
  })
})
