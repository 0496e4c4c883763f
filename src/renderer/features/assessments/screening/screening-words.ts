// What screening against lists gave, in words.
import type { Screening, ScreeningOutcome } from '#shared/domain/assessment-screening.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { dayText } from '#renderer/ui/numbers.ts'

/** What an outcome is called, and what it means for the assessment. */
export function outcomeWords(outcome: ScreeningOutcome): { readonly title: string; readonly meaning: string } {
  const t = wordsIn('screening')
  return { title: t(`outcomes.${outcome}.title`), meaning: t(`outcomes.${outcome}.meaning`) }
}

/** One line for the result: the outcome, the day and how many lists. */
export function screeningSummary(screening: Screening | null): string {
  const t = wordsIn('screening')
  if (screening === null) return t('assessment.none')
  const lists = screening.lists.length === 0 ? t('assessment.noList') : t('assessment.lists', { count: screening.lists.length })
  return t('assessment.summary', { outcome: outcomeWords(screening.outcome).title, lists, day: dayText(screening.screenedOn) })
}
