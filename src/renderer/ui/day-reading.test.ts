// A day is read however it is written, as long as it can mean one day only; anything else has its reason.
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { JewelEntry } from '#shared/contract/crown-jewels.ts'
import { OwnerTree } from '#shared/domain/owner-tree.ts'
import { OtherName } from '#shared/domain/third-party-profile.ts'
import { dayWriter, setDateFormat, wholeDayWriter, writeDay, writeWholeDay, type DateFormat } from './date-format.ts'
import { dayReader, dayTold, isDay, notADay, readDay } from './day-reading.ts'

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

describe('in other languages', () => {
  test.each([
    ['fr', 'mar. 3 mars 2026', '2026-03-03'],
    ['fr', '3 mar 2026', '2026-03-03'],
    ['fr', 'mar. 24 nov. 2026', '2026-11-24'],
    ['es', 'mar, 3 mar 2026', '2026-03-03'],
    ['es', 'mar, 24 nov 2026', '2026-11-24'],
    ['it', '3 mar 2026', '2026-03-03'],
    ['it', 'mar 24/11/2026', '2026-11-24'],
    ['ro', 'mar. 3.03.2026', '2026-03-03'],
    ['ro', '3 mar. 2026', '2026-03-03'],
    ['th-TH', '22 พ.ย. 2026', '2026-11-22'],
    ['th-TH', '22 มี.ค. 2026', '2026-03-22'],
    ['th-TH', '22 ม.ค. 2026', '2026-01-22'],
    ['vi', '3 tháng 12, 2026', '2026-12-03'],
    ['tr', '22 KASIM 2026', '2026-11-22'],
    ['pl', '10 lis 2026', '2026-11-10'],
    ['hr', '10. lis 2026.', '2026-10-10'],
    ['fi', '22 December 2026', '2026-12-22'],
    ['en-GB', 'Sun.Nov.22.2026', '2026-11-22'],
  ])('%s: “%s” is %s', (page, text, day) => {
    expect(dayReader({ page, system: page })(text, 'day-month-year')).toEqual({ ok: true, day })
  })

  test.each([
    ['fi', '3 mar 2026', 'unreadable', 'March in English, and the beginning of November in Finnish'],
    ['fr', '3 jui 2026', 'unreadable', 'the beginning of two months'],
    ['th-TH', '22 พ.ย. 2569', 'tooFar', 'a year of another calendar'],
    ['fa-IR', '۱ آذر ۱۴۰۵', 'unreadable', 'a month of another calendar'],
    ['es', 'mar 2026', 'incomplete', 'March without a day'],
  ])('%s: “%s” is no day: %s, as it is %s', (page, text, why) => {
    expect(dayReader({ page, system: page })(text, 'day-month-year')).toEqual({ ok: false, why })
  })
})

describe('whatever the app writes, it reads', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const formats: readonly DateFormat[] = ['day-month-year', 'iso', 'system']
  const format = fc.constantFrom(...formats)

  test('in every format and in full', () => {
    fc.assert(
      fc.property(day, format, (one, shown) => {
        setDateFormat(shown)
        for (const text of [writeDay(one), writeWholeDay(one), one]) expect(readDay(text)).toEqual({ ok: true, day: one })
      }),
    )
  })

  const languages = ['en-GB', 'fr', 'es', 'it', 'ro', 'th-TH', 'fa-IR', 'zh-TW', 'ar-EG', 'vi', 'ko']
  test.each(languages)('where the page and this computer speak %s, or only one of them does', (language) => {
    for (const locales of [language, 'en-US'].flatMap((page) => [language, 'en-US'].map((system) => ({ page, system })))) {
      const read = dayReader(locales)
      const written = formats.map((shown) => ({ shown, writers: [dayWriter(shown, locales), dayWriter('iso', locales)] }))
      const inFull = wholeDayWriter(locales)
      fc.assert(
        fc.property(day, fc.constantFrom(...written), (one, { shown, writers }) => {
          // In full, days are written in the language of the page only.
          const all = shown === 'system' ? writers : [...writers, inFull]
          for (const writer of all) expect(read(writer.ofDay(new Date(one)), shown)).toEqual({ ok: true, day: one })
        }),
        { numRuns: 60 },
      )
    }
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
