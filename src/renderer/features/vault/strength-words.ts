// What an estimate of guesses means, in words.
export interface StrengthWords {
  readonly level: 'too-easy' | 'weak' | 'fair' | 'strong'
  readonly title: string
  readonly advice: string
}

// Argon2id with 64 MiB lets a well-equipped attacker try in the order of a million passphrases a second.
const guessesPerSecondLog10 = 6

/** How long guessing takes at a million tries a second. */
export function guessingTime(guessesLog10: number): string {
  const secondsLog10 = guessesLog10 - guessesPerSecondLog10
  if (secondsLog10 < 1.8) return 'less than a minute'
  if (secondsLog10 < 3.6) return 'less than an hour'
  if (secondsLog10 < 5) return 'less than a day'
  if (secondsLog10 < 6.4) return 'less than a month'
  if (secondsLog10 < 7.5) return 'less than a year'
  if (secondsLog10 < 9.5) return 'years'
  return 'centuries'
}

/** The verdict on a passphrase by its guesses (power of ten). It advises; the only rule is twelve characters. */
export function strengthWords(guessesLog10: number): StrengthWords {
  const time = guessingTime(guessesLog10)
  if (guessesLog10 < 9)
    return {
      level: 'too-easy',
      title: 'Too easy to guess',
      advice: `Somebody with a copy of the vault and good hardware would need ${time}. Use four or more words that have nothing to do with each other.`,
    }
  if (guessesLog10 < 12)
    return { level: 'weak', title: 'Weak', advice: `Guessing it would take ${time}. Add another unrelated word or two.` }
  if (guessesLog10 < 15)
    return { level: 'fair', title: 'Fair', advice: `Guessing it would take ${time}. One more unrelated word makes it strong.` }
  return {
    level: 'strong',
    title: 'Strong',
    advice: `Guessing it would take ${time}. This is an estimate, not a promise: it cannot know whether you use it elsewhere.`,
  }
}
