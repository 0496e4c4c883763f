// Findings in words: what the answer was, and when to look again.
import type { Pack } from '#shared/domain/pack.ts'
import { screeningRuleId, type Finding, type Reassessment } from '#shared/scoring/result.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { dayText } from '#renderer/ui/numbers.ts'

const t = wordsIn('result')

/** What is behind a finding, in a word or two. */
export function findingAnswer({ answer, id }: Pick<Finding, 'answer' | 'id'>): string {
  return t(`findings.answer.${id === screeningRuleId ? 'screening' : answer}`)
}

/** The sentence a finding stands for: the question, the reason of the combination, or what screening gave. */
export function findingText(finding: Finding, pack: Pack, reasons: ReadonlyMap<string, string>): string {
  const question = pack.questions.find((one) => one.id === finding.questionId)
  return question?.text ?? reasons.get(finding.id) ?? finding.id
}

/** When to look again, and why then. */
export function reassessmentWords({ on, reason }: Reassessment, asOf: string): string {
  const isPast = on < asOf
  const day = dayText(on)
  return reason.code === 'tier'
    ? t(isPast ? 'again.byTierPassed' : 'again.byTier', { day, count: reason.months })
    : t(isPast ? 'again.plannedPassed' : 'again.planned', { day, id: reason.questionId })
}
