import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPdfDate, parsePdfDate } from './pdf-date.ts'

describe('PDF dates', () => {
  test.each([
    ['D:20261122100000Z', '2026-11-22T10:00:00.000Z'],
    ["D:20261122100000Z00'00'", '2026-11-22T10:00:00.000Z'],
    ["D:20261122100000+01'00'", '2026-11-22T09:00:00.000Z'],
    ['D:20261122100000-0530', '2026-11-22T15:30:00.000Z'],
    ['D:00990101000000Z', '0099-01-01T00:00:00.000Z'],
    ["D:99991231235959+23'59'", '9999-12-31T00:00:59.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parsePdfDate(text)?.toISOString()).toBe(expected)
  })

  test.each([
    [null],
    [''],
    ['D:20261122'],
    ['D:20261122100000'],
    ['D:20261322100000Z'],
    ['D:20260231100000Z'],
    ['D:20261122250000Z'],
    ['D:00000101000000Z'],
    ["D:00010101000000+00'01'"],
    ["D:99991231235959-23'59'"],
  ])('%s is not a date', (text) => expect(parsePdfDate(text)).toBeNull())

  test('an instant survives writing and reading, to the second', () => {
    const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (value) => {
        expect(parsePdfDate(formatPdfDate(value))?.getTime()).toBe(Math.floor(value.getTime() / 1000) * 1000)
      }),
    )
  })
})
