// Months and days without a clock or a time zone.
import { expect, test } from 'vitest'
import { daysAfter, daysBetween, monthsAfter } from './calendar.ts'

test.each([
  ['2026-11-22', 6, '2027-05-22'],
  ['2026-11-22', 36, '2029-11-22'],
  ['2026-12-31', 12, '2027-12-31'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['1999-02-28', 12, '2000-02-28'],
  ['1999-08-31', 6, '2000-02-29'],
  ['2099-08-30', 6, '2100-02-28'],
  ['2026-12-31', 6, '2027-06-30'],
  ['2026-05-31', 6, '2026-11-30'],
  ['2026-03-31', 6, '2026-09-30'],
  ['2026-10-31', 6, '2027-04-30'],
  ['0001-01-31', 24, '0003-01-31'],
  ['9997-06-15', 36, '9999-12-31'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(monthsAfter(day, months)).toBe(expected)
})

test('days are counted over months, leap days and years', () => {
  expect(daysBetween('2026-11-22', '2026-11-22')).toBe(0)
  expect(daysBetween('2026-10-23', '2026-11-22')).toBe(30)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2027-01-01', '2026-01-01')).toBe(-365)
})

test('days later and earlier cross months and years, and end with the year 9999', () => {
  expect(daysAfter('2026-11-22', 30)).toBe('2026-12-22')
  expect(daysAfter('2028-03-01', -1)).toBe('2028-02-29')
  expect(daysAfter('2026-11-22', 0)).toBe('2026-11-22')
  expect(daysAfter('9999-12-30', 30)).toBe('9999-12-31')
})
