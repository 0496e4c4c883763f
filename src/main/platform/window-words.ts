// The words of the menu and of the system's dialogs, in the language of the interface.
import type { Language } from '#shared/contract/settings.ts'
import { isPseudo, pseudoText } from '#shared/pseudo.ts'
import english from '../../../resources/words/en/window.json'

type WindowWords = typeof english

/** Languages with words of their own; any other shows the English ones. */
const catalogues: Partial<Record<Language, WindowWords>> = { en: english }

let language: Language = 'en'

/** Says everything after this in `next`; true when that is another language than before. */
export function setWindowLanguage(next: Language): boolean {
  const isOther = next !== language
  language = next
  return isOther
}

/** The words that `pick` takes from the catalogue. */
export function windowWord(pick: (words: WindowWords) => string): string {
  const text = pick(catalogues[language] ?? english)
  return isPseudo(language) ? pseudoText(text, language) : text
}
