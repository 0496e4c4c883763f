// When the third party is to be assessed again. Source: docs/method.md §12.
import type { Tier } from '../domain/tier.ts'
import type { Day } from '../domain/time.ts'
import { monthsAfter } from './calendar.ts'
import type { Reassessment, Result } from './result.ts'
import type { Run } from './run.ts'

/** The longest time between two assessments, by worst tier, in calendar months. */
export const reassessmentMonths = { low: 36, moderate: 24, high: 12, critical: 6 } as const satisfies Record<Tier, number>

/** The question that may name an earlier day, when the pack asks it as a date. */
export const reviewQuestionId = 'CT-05'

/** The day by which to look again; "Low (unconfirmed)" counts as Moderate. A planned day counts when it comes first, even if it has passed. */
export function reassessmentOf(run: Run, { tier, isUnconfirmed }: Pick<Result, 'tier' | 'isUnconfirmed'>): Reassessment {
  const months = reassessmentMonths[isUnconfirmed ? 'moderate' : tier.worst]
  const latest = monthsAfter(run.asOf, months)
  const planned = run.find(reviewQuestionId)
  const on: Day | null = planned?.reading.state === 'known' && planned.reading.value.kind === 'date' ? planned.reading.value.on : null
  if (planned === undefined || on === null || on >= latest) return { on: latest, reason: { code: 'tier', months } }
  return { on, reason: { code: 'planned', questionId: planned.question.id } }
}
