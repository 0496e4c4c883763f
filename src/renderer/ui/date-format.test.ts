// Days are written as the person chose, and no time zone moves a day of the calendar.
import { afterEach, expect, test } from 'vitest'
import { dateFormat, dayWriter, onDateFormat, setDateFormat, wholeDayWriter, writeDay } from './date-format.ts'
import { dayText } from './numbers.ts'

const zone = process.env['TZ']

afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  setDateFormat('day-month-year')
})

test('a day is written with the month in letters until somebody chooses otherwise', () => {
  expect(dayText('2026-11-22')).toBe('22 Nov 2026')
  setDateFormat('iso')
  expect(dayText('2026-11-02')).toBe('2026-11-02')
  expect(dayText('2026-11-02T12:00:00.000Z')).toBe('2026-11-02')
  setDateFormat('system')
  expect(dayText('2026-11-22')).toBe(
    new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date('2026-11-22')),
  )
})

test('whoever shows days is told of another format, once', () => {
  let told = 0
  const stop = onDateFormat(() => {
    told += 1
  })
  setDateFormat('iso')
  setDateFormat('iso')
  expect([told, dateFormat()]).toEqual([1, 'iso'])
  stop()
  setDateFormat('system')
  expect(told).toBe(1)
})

test.each([
  ['th-TH', '3 มี.ค. 2026', 'วันอังคารที่ 3 มีนาคม 2026'],
  ['fa-IR', '۳ مارس ۲۰۲۶', 'سه\u200cشنبه ۳ مارس ۲۰۲۶'],
  ['th-TH-u-ca-buddhist', '3 มี.ค. 2026', 'วันอังคารที่ 3 มีนาคม 2026'],
])('a day is written on the calendar of the signed files in %s, too', (language, short, inFull) => {
  const [locales, day] = [{ page: language, system: language }, new Date('2026-03-03')]
  for (const format of ['day-month-year', 'system'] as const) {
    expect(dayWriter(format, locales).ofDay(day)).toBe(short)
    expect(dayWriter(format, locales).ofInstant(new Date(2026, 2, 3, 12))).toBe(short)
  }
  expect(wholeDayWriter(locales).ofDay(day)).toBe(inFull)
})

test.each(['Pacific/Honolulu', 'UTC', 'Pacific/Kiritimati'])('a day of the calendar is the same day in %s', (timeZone) => {
  process.env['TZ'] = timeZone
  setDateFormat('iso')
  expect(writeDay('2026-11-22')).toBe('2026-11-22')
})

test('an instant is the day that this computer’s calendar shows', () => {
  process.env['TZ'] = 'Pacific/Kiritimati'
  setDateFormat('iso')
  expect(writeDay('2026-11-22T18:00:00.000Z')).toBe('2026-11-23')
})
