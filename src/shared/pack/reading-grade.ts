// How many years of school a text asks of its reader (Flesch–Kincaid grade level).

const vowels = /[aeiouy]+/gu

/** Syllables of a word: groups of vowels, without a silent final e, es or ed; at least 1. */
function syllablesOf(word: string): number {
  const trimmed = word.toLowerCase().replace(/(?<=[^aeiouy])(?:e|es|ed)$/u, (end) => (end === 'e' ? '' : end))
  const silent = /[^aeiouytd]ed$/u.test(trimmed) ? 1 : 0
  return Math.max(1, (trimmed.match(vowels) ?? []).length - silent)
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
