// Two made-up languages that show what a translation would: longer words with accents (en-XA), and words from right to left (ar-XB).

/** A catalogue or a part of one: words, or named parts of it. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue
}

export const pseudoLanguages = ['en-XA', 'ar-XB'] as const
export type PseudoLanguage = (typeof pseudoLanguages)[number]

/** True for a language that is made from the English words, in this file. */
export function isPseudo(language: string): language is PseudoLanguage {
  return pseudoLanguages.some((known) => known === language)
}

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'
const accents = new Map([...plain].map((letter, index) => [letter, accented.charAt(index)]))

/** What i18next fills in or follows (`{{name}}`, `$t(key)`), places of phrases (`{reasons}`) and marks of parts (`<1>`), which a translation leaves as they are. */
const kept = /(\{\{[^}]*\}\}|\{\w+\}|\$t\([^)]*\)|<\/?\w+\s*\/?>)/

/** Accents, a third longer, in brackets: a cut-off end or a word outside the catalogues shows at once. */
function lengthened(text: string): string {
  const letters = text.replaceAll(new RegExp(kept, 'g'), '')
  const more = '~'.repeat(Math.ceil(letters.length / 3))
  const body = text.split(kept).map((part) => (kept.test(part) ? part : [...part].map((letter) => accents.get(letter) ?? letter).join('')))
  return `[${body.join('')}${more}]`
}

/** Each word turned round by Unicode's override marks, as if it were written from right to left. */
function turned(text: string): string {
  const turn = (part: string) => part.replaceAll(/\p{L}+/gu, (word) => `\u202E${word}\u202C`)
  return text
    .split(kept)
    .map((part) => (kept.test(part) ? part : turn(part)))
    .join('')
}

/** A text in a made-up language. */
export function pseudoText(text: string, language: PseudoLanguage): string {
  return language === 'en-XA' ? lengthened(text) : turned(text)
}

/** Arabic has six forms of the plural where English has two; the four others say what "other" says. */
const formsOfArabic = ['zero', 'two', 'few', 'many'] as const

/** The key, with those of the other forms that the English words do not have. */
function keysFor(key: string, catalogue: Catalogue, language: PseudoLanguage): string[] {
  const isPlural = language === 'ar-XB' && key.endsWith('_other')
  const forms = isPlural ? formsOfArabic.map((form) => key.replace(/other$/u, form)) : []
  return [...forms.filter((form) => !Object.hasOwn(catalogue, form)), key]
}

/** The catalogue in a made-up language: the same keys with every form of the plural, the same places to fill in. */
export function pseudoCatalogue(catalogue: Catalogue, language: PseudoLanguage): Catalogue {
  const entries = Object.entries(catalogue).flatMap(([key, value]) => {
    const changed = typeof value === 'string' ? pseudoText(value, language) : pseudoCatalogue(value, language)
    return keysFor(key, catalogue, language).map((one): [string, string | Catalogue] => [one, changed])
  })
  return Object.fromEntries(entries)
}
