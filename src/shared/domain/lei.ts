// The Legal Entity Identifier of ISO 17442: twenty characters, of which the last two check the others.
import { z } from 'zod'

/** A letter or digit as the number that ISO 7064 counts it for: 0–9, then A = 10 to Z = 35. */
function digitsOf(text: string): string {
  return [...text].map((character) => Number.parseInt(character, 36).toString()).join('')
}

/** The number that a row of decimal digits leaves when it is divided by 97. */
function remainder97(digits: string): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** The two check digits for the first 18 characters by ISO 7064 MOD 97-10, `02` to `98`. Throws when `stem` is not 18 capital letters and digits. */
export function leiCheckDigits(stem: string): string {
  if (!/^[0-9A-Z]{18}$/.test(stem)) throw new Error('The first part of an LEI is 18 capital letters and digits.')
  return String(98 - remainder97(`${digitsOf(stem)}00`)).padStart(2, '0')
}

/** What was typed, without blanks and dashes and in capitals: `5299 00T8-bm49 …` becomes one word. */
export function plainLei(text: string): string {
  return text.replaceAll(/[\s\-\u2010-\u2015]/gu, '').toUpperCase()
}

const shape = /^[0-9A-Z]{18}[0-9]{2}$/
const hasShape = (text: string) => shape.test(text)
const holds = (text: string) => !hasShape(text) || remainder97(digitsOf(text)) === 1

/** An LEI in its plain form, with check digits that fit. */
export const Lei = z
  .string()
  .refine(hasShape, { error: 'is not an LEI; it has 20 letters and digits, the last two of them digits', abort: true })
  .refine(holds, 'has check digits that do not fit; compare it with the source, one character is wrong or two are exchanged')
export type Lei = z.infer<typeof Lei>
