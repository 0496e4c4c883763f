// Turns a name into tokens that compare across spellings: case, accents, punctuation and the scripts that have a safe table.
import anyAscii from 'any-ascii'

/** A word of a name. `isComparable` is false for a script without a safe table, such as Arabic, Hebrew or Han: it compares only to itself. */
export interface FoldedToken {
  readonly text: string
  readonly isComparable: boolean
}

// A table gives one and the same Latin spelling only for these; for the others it invents one that nobody uses.
const tabled = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Nd}]/u
// Accents of no script of their own; the vowel signs of other scripts are part of the word.
const accent = /\p{Script=Inherited}/u
// Dots and apostrophes stand inside words: U.S.A., O'Brien. Invisible characters say nothing.
const dropped = /[.'’‘`´ʼʹʺ·•\p{Cf}\p{Sk}]/gu
/** The list of one publisher shows a lost apostrophe as a question mark inside a word. */
const lostApostrophe = /(?<=\p{L})\?(?=\p{L})/gu
const separators = /[^\p{L}\p{N}\p{M}]+/u

function foldCharacter(character: string): string {
  if (tabled.test(character)) return anyAscii(character).replaceAll(/[^A-Za-z0-9]/gu, '')
  return accent.test(character) ? '' : character
}

function foldWord(word: string): FoldedToken {
  const text = Array.from(word, foldCharacter).join('').toLowerCase()
  return { text, isComparable: /^[a-z0-9]*$/u.test(text) }
}

/** The words of a name, folded, in their order. Empty when the name holds neither letter nor digit. */
export function foldedTokens(name: string): FoldedToken[] {
  return name
    .normalize('NFKC')
    .replaceAll('&', ' and ')
    .replaceAll(lostApostrophe, '')
    .replaceAll(dropped, '')
    .split(separators)
    .map(foldWord)
    .filter((token) => token.text !== '')
}
