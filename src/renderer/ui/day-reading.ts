// What day a person means by what they typed: leniently where it is certain, with a reason where it is not.
import { dateFormat } from './date-format.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'

/** Why a text is no day: it cannot be read, a part is missing, the year is short, the calendar has no such day, or it lies too far away. */
export type UnreadDay = 'unreadable' | 'incomplete' | 'shortYear' | 'noSuchDay' | 'tooFar'

/** What a form is told while a text is no day: nothing that stands for "no day", and refused by every schema. */
export const notADay = '?'

/** True for a day such as 2026-11-22: neither empty nor a text that could not be read. */
export function isDay(told: string): boolean {
  return told !== '' && told !== notADay
}

type DayReading = { readonly ok: true; readonly day: string } | { readonly ok: false; readonly why: UnreadDay }

interface DayWords {
  readonly months: ReadonlyMap<string, number>
  /** Names of the days of the week, and what a locale writes between the parts of a date ("de", "年"). */
  readonly passedOver: ReadonlySet<string>
}

const firstYear = 1900
const lastYear = 2200
const shortestPrefix = 3

/** Small letters without accents and points: "Déc." and "dec" are one word. */
function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase()
}

function readWords(locale: string | undefined): DayWords {
  const months = new Map<string, number>()
  const passedOver = new Set<string>()
  for (const length of ['long', 'short'] as const) {
    const writer = new Intl.DateTimeFormat(locale, { weekday: length, day: 'numeric', month: length, year: 'numeric', timeZone: 'UTC' })
    const alone = new Intl.DateTimeFormat(locale, { month: length, timeZone: 'UTC' })
    for (let month = 0; month < 12; month += 1) {
      // The months of 2026 begin with all seven days of the week.
      const start = Date.UTC(2026, month, 1)
      months.set(folded(alone.format(start)), month + 1)
      for (const { type, value } of writer.formatToParts(start)) {
        if (type === 'month') months.set(folded(value), month + 1)
        if (type === 'weekday') passedOver.add(folded(value))
        if (type === 'literal') for (const word of value.match(/\p{L}+/gu) ?? []) passedOver.add(folded(word))
      }
    }
  }
  return { months, passedOver }
}

let known: DayWords | undefined

/** The words for dates in the language of the page, of the system, and in English; read once. */
function dayWords(): DayWords {
  if (known !== undefined) return known
  const all = [undefined, 'en-GB', pageLocale].map(readWords)
  known = {
    months: new Map(all.flatMap(({ months }) => [...months])),
    passedOver: new Set(['st', 'nd', 'rd', 'th', 'of', ...all.flatMap(({ passedOver }) => [...passedOver])]),
  }
  return known
}

/** The month that a word names: the whole name, or three letters of it or more when no other month begins so. */
function monthOf(word: string): number | undefined {
  const { months } = dayWords()
  const whole = months.get(word)
  if (whole !== undefined || word.length < shortestPrefix) return whole
  const begun = new Set([...months].filter(([name]) => name.startsWith(word)).map(([, month]) => month))
  return begun.size === 1 ? [...begun][0] : undefined
}

/** True where 3/4 is the fourth of March: only when days are shown as this computer's settings say, and those say so. */
function isMonthFirst(): boolean {
  const locale = dateFormat() === 'system' ? undefined : pageLocale
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(new Date())
  return parts.findIndex(({ type }) => type === 'month') < parts.findIndex(({ type }) => type === 'day')
}

function checked(year: number, month: number, day: number): DayReading {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { ok: false, why: 'noSuchDay' }
  if (year < firstYear || year > lastYear) return { ok: false, why: 'tooFar' }
  return { ok: true, day: date.toISOString().slice(0, 10) }
}

const isYear = (digits: string | undefined) => digits?.length === 4

function readNumbers(numbers: readonly string[]): DayReading {
  const [first, second, third] = numbers
  if (numbers.length === 1 && first?.length === 8)
    return checked(Number(first.slice(0, 4)), Number(first.slice(4, 6)), Number(first.slice(6)))
  if (first === undefined || second === undefined || third === undefined) return { ok: false, why: 'incomplete' }
  if (isYear(first)) return checked(Number(first), Number(second), Number(third))
  if (!isYear(third)) return { ok: false, why: 'shortYear' }
  const [one, two, year] = [Number(first), Number(second), Number(third)]
  // A number above twelve is no month, whichever way round the person writes.
  const monthFirst = two > 12 || (one <= 12 && isMonthFirst())
  return monthFirst ? checked(year, one, two) : checked(year, two, one)
}

function readWithMonth(month: number, numbers: readonly string[]): DayReading {
  const year = numbers.find(isYear)
  const day = numbers.find((digits) => !isYear(digits))
  if (numbers.length < 2) return { ok: false, why: 'incomplete' }
  if (year === undefined) return { ok: false, why: 'shortYear' }
  return day === undefined ? { ok: false, why: 'unreadable' } : checked(Number(year), month, Number(day))
}

/** Digits of every script as 0 to 9: their blocks begin at the digit nought. */
function plainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    let value = 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1))) value += 1
    return String(value)
  })
}

/**
 * The day that a text means, as `2026-11-22`, between 1900 and 2200: "22 Nov 2026", "22.11.2026", "November 22, 2026",
 * "2026-11-22", "20261122". The year needs four digits. "3/4/2026" is the third of April, except where days are shown as this
 * computer's settings say and those put the month first.
 */
export function readDay(text: string): DayReading {
  const tokens = plainDigits(text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')).match(/\d+|[\p{L}\p{M}]+|[^\s,./\-–·’']/gu) ?? []
  const numbers = tokens.filter((token) => /^\d/.test(token))
  const words = tokens.filter((token) => !/^\d/.test(token)).map(folded)
  const named: number[] = []
  for (const word of words) {
    if (dayWords().passedOver.has(word)) continue
    const month = monthOf(word)
    if (month === undefined) return { ok: false, why: 'unreadable' }
    named.push(month)
  }
  const [month] = named
  const most = month === undefined ? 3 : 2
  const isLong = numbers.some((digits) => digits.length !== 1 && digits.length !== 2 && !isYear(digits) && digits.length !== 8)
  if (named.length > 1 || numbers.length > most || isLong || numbers.length + named.length === 0) return { ok: false, why: 'unreadable' }
  return month === undefined ? readNumbers(numbers) : readWithMonth(month, numbers)
}

/** What a form is told of a text: its day, null for no text, and what no schema takes for a text that is no day. */
export function dayTold(text: string): string | null {
  if (text.trim() === '') return null
  const reading = readDay(text)
  return reading.ok ? reading.day : notADay
}
