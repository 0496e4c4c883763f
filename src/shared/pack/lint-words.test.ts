// Words that point to where a person comes from are found as whole words, in any case, and nothing else is.
import { describe, expect, test } from 'vitest'
import { findOriginWords, originWords } from './lint-words.ts'

describe('origin words', () => {
  test.each(originWords)('%s is found', (word) => {
    expect(findOriginWords(`Ask about ${word}.`)).toContain(word)
    expect(findOriginWords(word.toUpperCase())).toContain(word)
  })

  test.each([
    'In which countries is the firm registered?',
    'Which laws of its jurisdiction can compel it?',
    'The native-script name and the registration number',
    'A government, a military body or a state-owned firm',
    'Trace the grace of embraced racecourses',
    'Reborn, stubborn, citizenry',
  ])('nothing is found in %j', (text) => {
    expect(findOriginWords(text)).toEqual([])
  })

  test.each(['natio\u200Bnality', 'natio\u00ADnality', 'nation\u2060ality', '\uFF4Eationality'])(
    'a word is found with characters in it that nobody sees, as in %j',
    (text) => {
      expect(findOriginWords(`What is their ${text}?`)).toEqual(['nationality'])
    },
  )

  test('each word is named once, in the order of the text', () => {
    expect(findOriginWords('Religion, nationality and RELIGION')).toEqual(['religion', 'nationality'])
  })
})
