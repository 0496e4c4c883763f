// How many years of school a text asks of its reader (Flesch–Kincaid grade level).

const vowelGroups = /[aeiouy]+/gu
/** Endings that are written with a vowel and not spoken as a syllable: make, makes, marked; but not table, taxes, listed. */
const silentEnding = /(?:[^aeiouyl]e|[aeiouy]le|[^aeiouycghsxz]es|[^aeiouytd]ed)$/u

/** Syllables of a word by its groups of vowels, at least 1. */
function syllablesOf(word: string): number {
  const lower = word.toLowerCase()
  const groups = (lower.match(vowelGroups) ?? []).length
  return Math.max(1, silentEnding.test(lower) ? groups - 1 : groups)
}

/**
 * The grade in tenths, such as 74 for grade 7.4; 0 for a text without words.
 * Source: Kincaid et al., 1975: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 */
export function readingGradeTenths(text: string): number {
  const sentences = text.split(/[.!?:;]+(?:\s|$)/u).filter((sentence) => /\p{L}/u.test(sentence)).length
  const words = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return Math.round(3.9 * (words.length / sentences) + 118 * (syllables / words.length) - 155.9)
}
