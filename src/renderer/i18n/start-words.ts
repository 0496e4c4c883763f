// Makes the message catalogues ready: in the page's code from the start, so that no word waits and nothing is loaded.
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english } from './catalogues.ts'
import { isPseudo, pseudoCatalogue } from './pseudo.ts'

/**
 * The words of the interface, by i18next: namespaces are the files of resources/words/en/, plurals go by `count`
 * (`key_one`, `key_other`), values stand in double braces. React escapes what it shows, so i18next does not.
 */
const words: i18n = createInstance()

/** Before the first component is drawn. The page itself says in which language: main writes it into its first line. */
export function startWords(): void {
  const language = document.documentElement.lang
  const made = isPseudo(language) ? { [language]: pseudoCatalogue(english, language) } : {}
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'frame',
    resources: { en: english, ...made },
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}
