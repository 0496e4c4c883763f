// Countries by ISO 3166-1 alpha-2 code, with their English names as Unicode's data gives them.
import { countryCodes } from '#shared/domain/country-codes.ts'

const names = new Intl.DisplayNames('en', { type: 'region' })

/** The English name of a country code; the code itself when nothing is known. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
}

export interface Country {
  readonly code: string
  readonly name: string
}

/** All countries, by name. */
export const countries: readonly Country[] = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('en')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a word of `text` begins with what was typed, accents and capitals aside: "ger" is Germany, not Algeria or Niger. */
export function isCountryMatch(text: string, typed: string): boolean {
  return ` ${plain(text)}`.includes(` ${plain(typed)}`)
}
