// How numbers, days and instants are written on the screen.
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { writeDay } from './date-format.ts'

/** Basis points as percent with up to `digits` decimals: 6071 → "61 %" or "60.71 %". */
export function percentText(basisPoints: number, digits = 0): string {
  return `${(basisPoints / 100).toLocaleString(pageLocale, { minimumFractionDigits: digits, maximumFractionDigits: digits })} %`
}

const clock = new Intl.DateTimeFormat(pageLocale, { hour: '2-digit', minute: '2-digit' })

/** The hour and minute of an instant on this computer's clock: "12:03". */
export function clockText(instant: string): string {
  return clock.format(new Date(instant))
}

/** A day, or the day of an instant on this computer's calendar, as the person wants days written: "22 Nov 2026". */
export function dayText(dayOrInstant: string): string {
  return writeDay(dayOrInstant)
}
