// The message catalogues: in the page's code from the start, so that no word waits and nothing is loaded.
import { createInstance, type i18n } from 'i18next'
import { english } from './catalogues.ts'
import { pageLanguage, pageLocale } from './page-language.ts'
import { isPseudo, pseudoCatalogue } from '#shared/pseudo.ts'

/**
 * The words of the interface, by i18next: namespaces are the files of resources/words/en/, plurals go by `count`
 * (`key_one`, `key_other`), values stand in double braces, `{{count, number}}` has its thousands apart. React escapes what it shows, so i18next does not.
 */
export const words: i18n = createInstance()

void words.init({
  lng: pageLanguage,
  fallbackLng: 'en',
  defaultNS: 'frame',
  resources: { en: english, ...(isPseudo(pageLanguage) ? { [pageLanguage]: pseudoCatalogue(english, pageLanguage) } : {}) },
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})
const numbers = new Intl.NumberFormat(pageLocale)
words.services.formatter?.add('number', (value) => (typeof value === 'number' ? numbers.format(value) : String(value)))

/**
 * The words of one part, outside components; inside them it is `useTranslation`. The page keeps its language while it lives,
 * so what this says stays true.
 */
export function wordsIn<Part extends keyof typeof english>(part: Part) {
  return words.getFixedT(null, part)
}
