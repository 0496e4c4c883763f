// Calendar arithmetic on days written as text, the same in every time zone.
import type { Day } from '../domain/time.ts'

const millisecondsPerDay = 86_400_000
const lastDay = '9999-12-31'

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The day so many days later, or earlier when `days` is negative. Never later than the year 9999. */
export function daysAfter(day: Day, days: number): Day {
  const at = Math.min(Date.parse(day) + days * millisecondsPerDay, Date.parse(lastDay))
  return new Date(at).toISOString().slice(0, 10)
}

/** The same day of the month so many months later; the last day of that month when it has no such day. Never later than the year 9999. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const count = month - 1 + months
  const newYear = year + Math.floor(count / 12)
  const newMonth = (count % 12) + 1
  if (newYear > 9999) return lastDay
  const newDate = Math.min(date, lastDayOf(newYear, newMonth))
  return [String(newYear).padStart(4, '0'), String(newMonth).padStart(2, '0'), String(newDate).padStart(2, '0')].join('-')
}
