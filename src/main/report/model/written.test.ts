// How numbers, dates and typed text read on paper.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { words } from '#test/golden/report-model-case.ts'
import {
  groupedDigits,
  printedTierRange,
  shortened,
  writtenCount,
  writtenDate,
  writtenGap,
  writtenHundredths,
  writtenInstant,
  writtenProse,
  writtenRanks,
  writtenSecond,
  writtenShare,
} from './written.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
])('the count %d prints as %s', (count, expected) => {
  expect(writtenCount(count, words)).toBe(expected)
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [1785, '17.85'],
  [10_000, '100.00'],
])('%d hundredths print as %s', (hundredths, expected) => {
  expect(writtenHundredths(hundredths, words)).toBe(expected)
})

test('hundredths lose nothing: the digits read back as the number', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (hundredths) => {
      expect(Number(writtenHundredths(hundredths, words).replace('.', ''))).toBe(hundredths)
    }),
  )
})

test.each([
  [10_000, '100\u00a0%'],
  [1250, '12.5\u00a0%'],
  [1255, '12.55\u00a0%'],
  [0, '0\u00a0%'],
])('a share of %d basis points prints as %s', (share, expected) => {
  expect(writtenShare(share, words)).toBe(expected)
})

test.each([
  [4200, 6700, '42–67\u00a0%'],
  [4249, 4250, '42–43\u00a0%'],
  [4160, 4249, '42\u00a0%'],
  [0, 10_000, '0–100\u00a0%'],
  [2037, 2037, '20.4\u00a0%'],
  [1960, 4028, '20–40.3\u00a0%'],
  [2004, 7049, '20.04–70.5\u00a0%'],
])('a gap from %d to %d prints as %s', (loBp, hiBp, expected) => {
  expect(writtenGap({ loBp, hiBp }, words)).toBe(expected)
})

test('ranks print once when they agree', () => {
  expect(writtenRanks({ best: 3, worst: 3 }, words)).toBe('3')
  expect(writtenRanks({ best: 1, worst: 4 }, words)).toBe('1–4')
})

test.each([
  ['2026-11-22', '22 November 2026'],
  ['2026-01-03', '3 January 2026'],
  ['2021-10', 'October 2021'],
  ['2021', '2021'],
  ['undated', 'undated'],
])('the date %s prints as %s', (date, expected) => {
  expect(writtenDate(date, words)).toBe(expected)
})

test('instants print in UTC, to the minute or to the second', () => {
  expect(writtenInstant('2026-11-22T09:30:15.000Z', words)).toBe('22 November 2026, 09:30 UTC')
  expect(writtenSecond('2026-11-22T09:30:15.000Z', words)).toBe('22 November 2026, 09:30:15 UTC')
})

test('typed text becomes paragraphs without empty ones', () => {
  expect(writtenProse(' one \n\n two\n')).toEqual(['one', 'two'])
  expect(writtenProse('')).toEqual([])
})

test('a tier range prints one word when best and worst agree', () => {
  expect(printedTierRange({ best: 'low', worst: 'low' }, words).text).toBe('Low')
  expect(printedTierRange({ best: 'moderate', worst: 'critical' }, words).text).toBe('Moderate to Critical')
})

test('long digits are grouped by four', () => {
  expect(groupedDigits('4f1c09aa7b')).toBe('4f1c 09aa 7b')
  expect(groupedDigits('4f1c')).toBe('4f1c')
})

test('shortening never splits a character and marks what it cut', () => {
  expect(shortened('abc', 3)).toBe('abc')
  expect(shortened('😀😀😀😀', 3)).toBe('😀😀…')
  expect(shortened('ab cdef', 4)).toBe('ab…')
})
