// Warnings printed beside the tier. Source: docs/method.md §8.
import type { TierRange } from '../domain/tier.ts'
import { notApplicableWeight, type DomainGap } from './gap.ts'
import type { Result } from './result.ts'
import type { Run, Shown } from './run.ts'

/** True when a question can move the tier other than through its domain's gap: by a floor or by a rank. */
function movesTierAlone(shown: Shown): boolean {
  const { answer, flags, ranks } = shown.question
  return flags.length > 0 || ranks.length > 0 || ('axis' in answer && answer.axis !== undefined)
}

function isUnsignedExclusion(shown: Shown): boolean {
  return shown.reading.state === 'not-applicable' && !shown.reading.isCountersigned && movesTierAlone(shown)
}

/** True when more than a fifth of the weight of the domain's scored questions that show is N/A. */
function isMostlyExcluded({ seen }: DomainGap): boolean {
  const total = seen.reduce((sum, shown) => sum + (shown.question.weight ?? 0), 0)
  return 5 * notApplicableWeight(seen) > total
}

/** True when a floor of this run, fired or not, rests on a source whose check date lies before the as-of day. */
function isStale(run: Run): boolean {
  return run.plan.floors
    .filter((rule) => (rule.questionId === null ? [...rule.looksAt].some(run.find) : run.find(rule.questionId) !== undefined))
    .some((rule) => rule.sources.some((id) => (run.plan.sourceVerifyBy.get(id) ?? run.asOf) < run.asOf))
}

/** Provisional: best and worst tier differ. Scope-limited: much or something decisive is N/A. Stale: a floor's source is due for a check. */
export function badgesOf(tier: TierRange, gaps: readonly DomainGap[], run: Run): Result['badges'] {
  const badges: Result['badges'] = []
  if (tier.best !== tier.worst) badges.push('provisional')
  if (gaps.some(isMostlyExcluded) || run.shown.some(isUnsignedExclusion)) badges.push('scope-limited')
  if (isStale(run)) badges.push('stale')
  return badges
}
