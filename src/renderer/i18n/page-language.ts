// The language of the page, which main writes into its first line and which stays while the page lives.
import { isPseudo } from '#shared/pseudo.ts'

/** English where there is no page: in tests and scripts. */
export const pageLanguage: string = typeof document === 'undefined' ? 'en' : document.documentElement.lang

/** How numbers, days and the names of countries are written: as in Britain for English, and for the two made-up languages. */
export function localeFor(language: string): string {
  return language === 'en' || isPseudo(language) ? 'en-GB' : language
}

/** The locale of the page, for `Intl`. */
export const pageLocale: string = localeFor(pageLanguage)

/** The locale of the component library's own words: it knows no made-up languages but must know which way their lines run. */
export const controlsLocale: string = isPseudo(pageLanguage) ? pageLanguage : pageLocale
