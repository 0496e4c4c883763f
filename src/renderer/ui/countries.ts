// Countries by ISO 3166-1 alpha-2 code, with their names in the page's language as Unicode's data gives them.
import { countryCodes } from '#shared/domain/country-codes.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'

const names = new Intl.DisplayNames(pageLocale, { type: 'region' })

/** The name of a country code; the code itself when nothing is known. */
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
  .toSorted((a, b) => a.name.localeCompare(b.name, pageLocale))

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase(pageLocale)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a word of `text` begins with what was typed, accents and capitals aside: "ger" is Germany, not Algeria or Niger. */
export function isCountryMatch(text: string, typed: string): boolean {
  return ` ${plain(text)}`.includes(` ${plain(typed)}`)
}
