// Writes the instants of signatures and time-stamps as the pages do, so that both can be compared.
import { wordsIn } from '#renderer/i18n/words.ts'
import { dayText } from '#renderer/ui/numbers.ts'

const t = wordsIn('verdict')

/** An instant in UTC to the second: "22 Nov 2026, 09:30:15 UTC". */
export function momentText(instant: string): string {
  return t('moment', { day: dayText(instant.slice(0, 10)), time: instant.slice(11, 19) })
}
