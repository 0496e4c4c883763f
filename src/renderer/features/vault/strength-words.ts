// What an estimate of guesses means, in words.
import { wordsIn } from '#renderer/i18n/words.ts'

export interface StrengthWords {
  readonly level: 'too-easy' | 'weak' | 'fair' | 'strong'
  readonly title: string
  readonly advice: string
}

// Argon2id with 64 MiB lets a well-equipped attacker try in the order of a million passphrases a second.
const guessesPerSecondLog10 = 6

/** How long guessing takes at a million tries a second. */
export function guessingTime(guessesLog10: number): string {
  const t = wordsIn('vault')
  const secondsLog10 = guessesLog10 - guessesPerSecondLog10
  if (secondsLog10 < 1.8) return t('strength.times.minute')
  if (secondsLog10 < 3.6) return t('strength.times.hour')
  if (secondsLog10 < 5) return t('strength.times.day')
  if (secondsLog10 < 6.4) return t('strength.times.month')
  if (secondsLog10 < 7.5) return t('strength.times.year')
  if (secondsLog10 < 9.5) return t('strength.times.years')
  return t('strength.times.centuries')
}

function levelOf(guessesLog10: number): StrengthWords['level'] {
  if (guessesLog10 < 9) return 'too-easy'
  if (guessesLog10 < 12) return 'weak'
  return guessesLog10 < 15 ? 'fair' : 'strong'
}

/** The verdict on a passphrase by its guesses (power of ten). It advises; the only rule is twelve characters. */
export function strengthWords(guessesLog10: number): StrengthWords {
  const t = wordsIn('vault')
  const level = levelOf(guessesLog10)
  const time = guessingTime(guessesLog10)
  return { level, title: t(`strength.levels.${level}.title`), advice: t(`strength.levels.${level}.advice`, { time }) }
}
