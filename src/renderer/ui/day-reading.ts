// What day a person means by what they typed: leniently where it is certain, with a reason where it is not.
import { type DateFormat, dateFormat, type DayLocales, gregorian, localesHere } from './date-format.ts'
import { type DayToken, type DayWords, isNumber, monthsOf, plainText, readDayWords, tokensOf } from './day-words.ts'

/** Why a text is no day: it cannot be read, a part is missing, the year is short, the calendar has no such day, or it lies too far away. */
export type UnreadDay = 'unreadable' | 'incomplete' | 'shortYear' | 'noSuchDay' | 'tooFar'

/** What a form is told while a text is no day: nothing that stands for "no day", and refused by every schema. */
export const notADay = '?'

/** True for a day such as 2026-11-22: neither empty nor a text that could not be read. */
export function isDay(told: string): boolean {
  return told !== '' && told !== notADay
}

type DayReading = { readonly ok: true; readonly day: string } | { readonly ok: false; readonly why: UnreadDay }

const firstYear = 1900
const lastYear = 2200
const english = 'en-GB'
const ordinals: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'of'])

/** True where 3/4 is the fourth of March: where days are written by `locale`, and it puts the month first. */
function putsMonthFirst(locale: string | undefined): boolean {
  const types = gregorian(locale, { day: 'numeric', month: 'numeric', year: 'numeric' })
    .formatToParts(new Date())
    .map(({ type }) => type)
  return types.indexOf('month') < types.indexOf('day')
}

function checked(year: number, month: number, day: number): DayReading {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { ok: false, why: 'noSuchDay' }
  if (year < firstYear || year > lastYear) return { ok: false, why: 'tooFar' }
  return { ok: true, day: date.toISOString().slice(0, 10) }
}

const isYear = (digits: string | undefined) => digits?.length === 4

function readNumbers(numbers: readonly string[], isMonthFirst: () => boolean): DayReading {
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

/** The months that the words name; empty without one, and undefined when a word cannot be read. */
function namedBy(tokens: readonly DayToken[], languages: readonly DayWords[], numberCount: number): ReadonlySet<number>[] | undefined {
  const isPassedOver = (word: string) => ordinals.has(word) || languages.some(({ passedOver }) => passedOver.has(word))
  const isKnown = (word: string) => isPassedOver(word) || monthsOf(word, languages).size > 0
  const words = tokens.filter(({ text }) => !isNumber(text)).flatMap(({ text, pieces }) => (isKnown(text) ? [text] : pieces))
  if (!words.every(isKnown)) return undefined
  const monthsOnly = words.filter((word) => !isPassedOver(word))
  // "mar" is Tuesday beside a month, in letters or as a number, and March where there is no other.
  const naming = monthsOnly.length > 0 || numberCount > 2 ? monthsOnly : words
  return naming.map((word) => monthsOf(word, languages)).filter(({ size }) => size > 0)
}

/** What the months that were named have in common; undefined unless it is one month. */
function oneMonth(named: readonly ReadonlySet<number>[]): number | undefined {
  const [first = new Set<number>(), ...others] = named
  const shared = [...first].filter((month) => others.every((other) => other.has(month)))
  return shared.length === 1 ? shared[0] : undefined
}

type DayReader = (text: string, format: DateFormat) => DayReading

/** Reads days where the page and this computer have these languages; English is read everywhere. */
export function dayReader({ page, system }: DayLocales): DayReader {
  let known: Readonly<Record<'page' | 'system' | 'english', DayWords>> | undefined
  return (text, format) => {
    known ??= { page: readDayWords(page), system: readDayWords(system), english: readDayWords(english) }
    const languages = format === 'system' ? [known.system, known.page, known.english] : [known.page, known.system, known.english]
    const tokens = tokensOf(plainText(text))
    const numbers = tokens.map((token) => token.text).filter(isNumber)
    const named = namedBy(tokens, languages, numbers.length)
    const isLong = numbers.some((digits) => digits.length !== 1 && digits.length !== 2 && !isYear(digits) && digits.length !== 8)
    if (named === undefined || isLong || numbers.length + named.length === 0) return { ok: false, why: 'unreadable' }
    if (named.length === 0) {
      if (numbers.length > 3) return { ok: false, why: 'unreadable' }
      return readNumbers(numbers, () => putsMonthFirst(format === 'system' ? system : page))
    }
    const month = oneMonth(named)
    if (month === undefined || numbers.length > 2) return { ok: false, why: 'unreadable' }
    return readWithMonth(month, numbers)
  }
}

const readHere = dayReader(localesHere)

/**
 * The day that a text means, as `2026-11-22`, between 1900 and 2200: "22 Nov 2026", "22.11.2026", "November 22, 2026",
 * "2026-11-22", "20261122". The year needs four digits. "3/4/2026" is the third of April, except where days are written as this
 * computer's settings say and those put the month first.
 */
export function readDay(text: string): DayReading {
  return readHere(text, dateFormat())
}

/** What a form is told of a text: its day, null for no text, and what no schema takes for a text that is no day. */
export function dayTold(text: string): string | null {
  if (text.trim() === '') return null
  const reading = readDay(text)
  return reading.ok ? reading.day : notADay
}
