import { describe, expect, test } from 'vitest'
import { guessesLog10 } from './passphrase-strength.ts'
import { guessingTime, strengthWords } from './strength-words.ts'

describe('advice on a passphrase', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['password1234', 'too-easy'],
    ['Summer2026!!', 'too-easy'],
    ['passwordpassword', 'too-easy'],
    ['correct horse battery staple', 'strong'],
    ['anvil parsnip quorum ledge', 'strong'],
  ]
  test.each(cases)('%s is %s', (passphrase, level) => {
    expect(strengthWords(guessesLog10(passphrase)).level).toBe(level)
  })

  test('more guesses never sound easier', () => {
    const order = [
      'less than a minute',
      'less than an hour',
      'less than a day',
      'less than a month',
      'less than a year',
      'years',
      'centuries',
    ]
    const seen = Array.from({ length: 40 }, (_, guesses) => order.indexOf(guessingTime(guesses / 2)))
    expect(seen).not.toContain(-1)
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
  })
})
