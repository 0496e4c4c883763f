// Why a flag stands, in the page's language: a flag of the pack in the pack's own words, the one that screening sets in ours.
import { type FlagResult, screeningRuleId } from '#shared/scoring/result.ts'
import { screeningReasons } from '#shared/scoring/screening.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('result')
const outcomes = ['match', 'possible-match', 'could-not-screen'] as const

/** A result that was signed holds the English sentence, by which it is known again here. */
export function flagReason({ ruleId, reason }: Pick<FlagResult, 'ruleId' | 'reason'>): string {
  const outcome = ruleId === screeningRuleId ? outcomes.find((one) => screeningReasons[one] === reason) : undefined
  return outcome === undefined ? reason : t(`screening.${outcome}`)
}
