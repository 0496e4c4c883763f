// How days are written on the screen: one choice of the person, for every screen.
import { pageLocale } from '#renderer/i18n/page-language.ts'

export type DateFormat = 'day-month-year' | 'iso' | 'system'

/** The languages that days are written in: of the page, and of this computer's settings (undefined). */
export interface DayLocales {
  readonly page: string
  readonly system: string | undefined
}

interface DayWriter {
  /** The day of an instant on this computer's calendar. */
  readonly ofInstant: (instant: Date) => string
  /** A day of the calendar, which no time zone may move. */
  readonly ofDay: (day: Date) => string
}

/** The writer of `locale` on the Gregorian calendar, as Thai and Persian settings would write 2026 as 2569 and as 1405. */
export function gregorian(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { calendar: 'gregory', ...options })
}

function writerIn(locale: string | undefined, options: Intl.DateTimeFormatOptions): DayWriter {
  const local = gregorian(locale, options)
  const plain = gregorian(locale, { ...options, timeZone: 'UTC' })
  return { ofInstant: (instant) => local.format(instant), ofDay: (day) => plain.format(day) }
}

const writers: Readonly<Record<DateFormat, (locales: DayLocales) => DayWriter>> = {
  'day-month-year': ({ page }) => writerIn(page, { day: 'numeric', month: 'short', year: 'numeric' }),
  // Swedish writes 2026-11-22.
  iso: () => writerIn('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }),
  system: ({ system }) => writerIn(system, { dateStyle: 'medium' }),
}

/** Writes days in `format` in these languages. */
export function dayWriter(format: DateFormat, locales: DayLocales): DayWriter {
  return writers[format](locales)
}

/** Writes days with the day of the week and every word in full. */
export function wholeDayWriter({ page }: DayLocales): DayWriter {
  return writerIn(page, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

export const localesHere: DayLocales = { page: pageLocale, system: undefined }

let inForce: DateFormat = 'day-month-year'
let writer = dayWriter(inForce, localesHere)
const listeners = new Set<() => void>()

/** Writes every day after this in `format`. */
export function setDateFormat(format: DateFormat): void {
  if (format === inForce) return
  inForce = format
  writer = dayWriter(format, localesHere)
  for (const listener of listeners) listener()
}

/** The format that days are written in now. */
export function dateFormat(): DateFormat {
  return inForce
}

/** Calls `listener` when another format comes into force; returns the function that stops it. */
export function onDateFormat(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** A day such as 2026-11-22 as that day in every time zone, an instant as its day on this computer's calendar. */
export function writeDay(dayOrInstant: string): string {
  const date = new Date(dayOrInstant)
  return dayOrInstant.length === 10 ? writer.ofDay(date) : writer.ofInstant(date)
}

const wholeDay = wholeDayWriter(localesHere)

/** A day such as 2026-11-22 with its day of the week and every word in full, which nobody can misread: "Sunday 22 November 2026". */
export function writeWholeDay(day: string): string {
  return wholeDay.ofDay(new Date(day))
}

/** How a day is written now, by the example of the last day of this year. */
export function exampleDay(): string {
  return writeDay(`${new Date().getFullYear()}-12-31`)
}
