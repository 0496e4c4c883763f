// A day is read however it is written, as long as it can mean one day only; anything else has its reason.
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { JewelEntry } from '#shared/contract/crown-jewels.ts'
import { OwnerTree } from '#shared/domain/owner-tree.ts'
import { OtherName } from '#shared/domain/third-party-profile.ts'
import { setDateFormat, writeDay, writeWholeDay, type DateFormat } from './date-format.ts'
import { dayTold, isDay, notADay, readDay } from './day-reading.ts'

afterEach(() => setDateFormat('day-month-year'))

test.each([
  '22 Nov 2026',
  '22 nov. 2026',
  'Sunday 22 November 2026',
  'Sun, 22nd of November, 2026',
  'November 22, 2026',
  '22-Nov-2026',
  '2026 Nov 22',
  '22.11.2026',
  '22. 11. 2026',
  '22/11/2026',
  '11/22/2026',
  '22–11–2026',
  '2026-11-22',
  '2026/11/22',
  '20261122',
  ' 22 11 2026 ',
  '٢٢/١١/٢٠٢٦',
  '２２.11.２０２６',
  '\u202B22/11/2026\u202C',
])('“%s” is 22 November 2026', (text) => {
  expect(readDay(text)).toEqual({ ok: true, day: '2026-11-22' })
})

test.each([
  ['tomorrow', 'unreadable'],
  ['22 ju 2026', 'unreadable'],
  ['22 Nov Dec 2026', 'unreadable'],
  ['22:11:2026', 'unreadable'],
  ['2026-11-22T10:00', 'unreadable'],
  ['22 Nov 2026 5', 'unreadable'],
  ['2026 Nov 2026', 'unreadable'],
  ['123.11.2026', 'unreadable'],
  ['Sunday', 'unreadable'],
  ['', 'unreadable'],
  ['22 Nov', 'incomplete'],
  ['Nov 2026', 'incomplete'],
  ['22.11.', 'incomplete'],
  ['2026-11', 'incomplete'],
  ['22', 'incomplete'],
  ['22.11.26', 'shortYear'],
  ['22 Nov 26', 'shortYear'],
  ['30 Feb 2026', 'noSuchDay'],
  ['29.2.2026', 'noSuchDay'],
  ['2026-13-01', 'noSuchDay'],
  ['0.1.2026', 'noSuchDay'],
  ['13/13/2026', 'noSuchDay'],
  ['31.12.1899', 'tooFar'],
  ['1 Jan 2201', 'tooFar'],
])('“%s” is no day: %s', (text, why) => {
  expect(readDay(text)).toEqual({ ok: false, why })
})

describe('what a form is told', () => {
  test('the day, null without text, and for a text that is no day what says so', () => {
    expect(['22 Nov 2026', ' ', '22.11.26', 'soon'].map(dayTold)).toEqual(['2026-11-22', null, notADay, notADay])
    expect(['2026-11-22', '', notADay].map(isDay)).toEqual([true, false, false])
  })

  test.each([
    ['a former name', OtherName, (until: unknown) => ({ kind: 'former', name: 'Old Orbit', until })],
    ['a tree of owners', OwnerTree.pick({ asOf: true, source: true }), (asOf: unknown) => ({ asOf, source: '' })],
    ['a crown jewel', JewelEntry.pick({ reviewOn: true }), (reviewOn: unknown) => ({ reviewOn: reviewOn === '' ? null : reviewOn })],
  ])('%s without a day is saved, and with an unreadable one refused', (_, schema, entry) => {
    expect(schema.safeParse(entry(dayTold('') ?? '')).success).toBe(true)
    expect(schema.safeParse(entry(dayTold('22.11.26'))).success).toBe(false)
  })
})

test('the fourth of a month comes before the month, except where this computer’s settings put the month first', () => {
  expect(readDay('3/4/2026')).toEqual({ ok: true, day: '2026-04-03' })
  setDateFormat('system')
  const order = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'numeric' }).formatToParts(0).map(({ type }) => type)
  const isMonthFirst = order.indexOf('month') < order.indexOf('day')
  expect(readDay('3/4/2026')).toEqual({ ok: true, day: isMonthFirst ? '2026-03-04' : '2026-04-03' })
})

describe('whatever the app writes, it reads', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const format = fc.constantFrom<DateFormat>('day-month-year', 'iso', 'system')

  test('in every format and in full', () => {
    fc.assert(
      fc.property(day, format, (one, shown) => {
        setDateFormat(shown)
        for (const text of [writeDay(one), writeWholeDay(one), one]) expect(readDay(text)).toEqual({ ok: true, day: one })
      }),
    )
  })

  test('and no text makes a day that the calendar does not have', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit: fc.constantFrom(...'0123456789./- NovDec٢'.split('')) }), (text) => {
        const reading = readDay(text)
        if (reading.ok) expect(new Date(reading.day).toISOString().slice(0, 10)).toBe(reading.day)
      }),
    )
  })
})
