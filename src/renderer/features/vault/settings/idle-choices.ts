// The times after which an unused vault locks itself, as choices and in words.
import { wordsIn } from '#renderer/i18n/words.ts'

const offered: readonly (number | null)[] = [60, 120, 300, 600, 900, 1_800, 3_600, null]

/** What can be chosen, with the present setting among it when somebody wrote another one into the settings file. */
export function idleChoices(present: number | null): (number | null)[] {
  if (offered.includes(present)) return [...offered]
  return [...offered, present].sort((one, other) => (one ?? Infinity) - (other ?? Infinity))
}

/** `null` is never; whole minutes are said as minutes. */
export function idleWords(seconds: number | null): string {
  const t = wordsIn('keys')
  if (seconds === null) return t('lock.never')
  return seconds % 60 === 0 ? t('lock.minutes', { count: seconds / 60 }) : t('lock.seconds', { count: seconds })
}
