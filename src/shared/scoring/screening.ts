// The floor that screening against lists sets, beside the answers: it never clears another. Source: docs/method.md §6.
import type { Screening, ScreeningOutcome } from '../domain/assessment-screening.ts'
import type { Day } from '../domain/time.ts'
import { daysBetween } from './calendar.ts'
import type { StandingFloor } from './flags.ts'
import { never } from './plan.ts'
import { screeningRuleId } from './result.ts'
import { maybe, yes } from './truth.ts'

/** An edition older than this many days at the as-of day makes the result stale. */
export const editionLimitDays = 30

/** The English sentence of each; a signed result holds it, so it never changes. */
export const screeningReasons = {
  match: 'A name was found on a restricted-party list. Stop, counsel review needed.',
  'possible-match': 'A name may be on a restricted-party list, and nobody has settled it yet. Stop, counsel review needed.',
  'could-not-screen': 'The names could not be screened against a list. Stop and screen them first.',
} as const satisfies Record<Exclude<ScreeningOutcome, 'no-match'>, string>

/** A STOP: fired on a match, unresolved while a match is possible or nothing could be screened; none without a match or without screening. */
export function screeningFloor(screening: Screening | null | undefined): StandingFloor[] {
  if (screening === null || screening === undefined || screening.outcome === 'no-match') return []
  const rule = {
    ruleId: screeningRuleId,
    questionId: null,
    level: 'stop' as const,
    reason: screeningReasons[screening.outcome],
    checks: [],
    when: never,
    unresolvedWhen: never,
    looksAt: new Set<string>(),
    dueAfter: '9999-12-31',
  }
  return [{ rule, truth: screening.outcome === 'match' ? yes : maybe }]
}

/** Ids of the screened lists whose edition is more than 30 days old at the as-of day, sorted. */
export function oldLists(screening: Screening | null | undefined, asOf: Day): string[] {
  return (screening?.lists ?? [])
    .filter((list) => daysBetween(list.editionOn, asOf) > editionLimitDays)
    .map((list) => list.listId)
    .toSorted()
}
