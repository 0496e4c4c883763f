// Reading grades of texts counted by hand.
import { describe, expect, test } from 'vitest'
import { readingGradeTenths } from './reading-grade.ts'

describe('the reading grade', () => {
  test.each([
    ['', 0],
    ['123 …', 0],
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45
    ['The cat sat on the mat.', -14],
    // 4 words, 1 sentence, 8 syllables (in-vis-i-ble, ti-ger, ate, it): 1.56 + 23.6 − 15.59 = 9.57
    ['Invisible tiger ate it.', 96],
    // A silent final e or ed does not count: 3 words, 3 syllables.
    ['Locked name sets.', -26],
    // But "ted" and "ded" do: 2 words, 4 syllables: 0.78 + 23.6 − 15.59 = 8.79
    ['Listed, added.', 88],
    // Two sentences: 4 words, 2 sentences, 4 syllables: 0.78 + 11.8 − 15.59 = −3.01
    ['He ran. She hid!', -30],
    // A word without a vowel counts one syllable.
    ['Hmm.', -34],
  ])('of %j is %i tenths', (text, tenths) => {
    expect(readingGradeTenths(text)).toBe(tenths)
  })

  test('longer words and longer sentences need more school', () => {
    const plain = readingGradeTenths('Do you keep a list? Who owns it?')
    const heavy = readingGradeTenths(
      'Is the organizational responsibility for maintaining comprehensive inventories unambiguously documented?',
    )
    expect(heavy).toBeGreaterThan(plain + 100)
  })
})
