// The words that a language writes days with, taken from what it writes, and what each of them can mean.
import { gregorian } from './date-format.ts'

/** What one language writes days with: the months that a word can stand for, and the words between and around them. */
export interface DayWords {
  readonly months: ReadonlyMap<string, ReadonlySet<number>>
  /** Days of the week, and what stands between the parts of a date ("de", "年"). A word can be both: in Spanish, "mar" is Tuesday and March. */
  readonly passedOver: ReadonlySet<string>
}

export interface DayToken {
  /** A number, a word without its points, or one other sign. */
  readonly text: string
  /** The words that its points part, when there are any. */
  readonly pieces: readonly string[]
  readonly start: number
  readonly end: number
}

const shortestPrefix = 3

const shapes: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'short', year: 'numeric' },
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric', weekday: 'short' },
  { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' },
  { dateStyle: 'medium' },
  { dateStyle: 'full' },
  { month: 'short' },
  { month: 'long' },
]

/** Digits of every script as 0 to 9: their blocks begin at the digit nought. */
function plainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    let value = 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1))) value += 1
    return String(value)
  })
}

/** A text as it is read: no accents, small letters, plain digits, and nothing that cannot be seen. "Déc." and "dec." are alike. */
export function plainText(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/[\u0300-\u036F\p{Cf}]/gu, '')
  return plainDigits(letters).toLowerCase().replaceAll('ı', 'i')
}

/** The numbers, words and other signs of a plain text; points within a word belong to it ("มี.ค."), what parts a date does not count. */
export function tokensOf(plain: string): DayToken[] {
  const found = plain.matchAll(/\d+|[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*|[^\s,./\-–·’']/gu)
  return [...found].map(({ 0: text, index: start }) => ({
    text: text.replaceAll('.', ''),
    pieces: text.split('.'),
    start,
    end: start + text.length,
  }))
}

export const isNumber = (token: string) => /^\d/.test(token)

/** The words of `locale` (undefined: of this computer's settings), as it writes days of the Gregorian calendar. */
export function readDayWords(locale: string | undefined): DayWords {
  const months = new Map<string, Set<number>>()
  const passedOver = new Set<string>()
  for (const shape of shapes) {
    const writer = gregorian(locale, { ...shape, timeZone: 'UTC' })
    for (let month = 1; month <= 12; month += 1) {
      // The months of 2026 begin with all seven days of the week.
      const parts = writer.formatToParts(Date.UTC(2026, month - 1, 1)).map(({ type, value }) => ({ type, value: plainText(value) }))
      const at = parts.findIndex(({ type }) => type === 'month')
      const start = parts.slice(0, at).reduce((length, { value }) => length + value.length, 0)
      const name = parts[at]?.value ?? ''
      const isNamed = !/\d/.test(name)
      for (const token of tokensOf(parts.map(({ value }) => value).join(''))) {
        if (isNumber(token.text)) continue
        const isOfMonth = token.start < start + name.length && token.end > start
        if (isOfMonth && isNamed) months.set(token.text, new Set([...(months.get(token.text) ?? []), month]))
        else passedOver.add(token.text)
      }
    }
  }
  return { months, passedOver }
}

function begun({ months }: DayWords, word: string): number[] {
  if (word.length < shortestPrefix) return []
  return [...months].flatMap(([name, meant]) => (name.startsWith(word) ? [...meant] : []))
}

/**
 * The months that a word can stand for in `languages`, of which the first is the reader's own: a whole name there counts alone; otherwise
 * whole names in the others, and three letters or more with which names begin.
 */
export function monthsOf(word: string, languages: readonly DayWords[]): ReadonlySet<number> {
  const own = languages[0]?.months.get(word)
  if (own !== undefined) return own
  return new Set(languages.flatMap((language) => [...(language.months.get(word) ?? begun(language, word))]))
}
