// The part of a result that lists show.
import type { AssessmentOutcome } from '../domain/assessment-outcome.ts'
import type { FlagLevel } from '../domain/question.ts'
import type { FlagResult, Result } from './result.ts'

function countFlags(flags: readonly FlagResult[], level: FlagLevel, state: FlagResult['state']): number {
  return flags.filter((flag) => flag.level === level && flag.state === state).length
}

function worstBand(domains: Result['domains']): AssessmentOutcome['gapBand'] {
  const bands = domains.flatMap(({ band }) => (band === null ? [] : [band]))
  if (bands.length === 0) return null
  return { best: Math.max(...bands.map(({ best }) => best)), worst: Math.max(...bands.map(({ worst }) => worst)) }
}

/** What lists show of a result. `changedAt` is when something it rests on was saved last. */
export function outcomeOf(result: Result, changedAt: string): AssessmentOutcome {
  const { inherent, flags } = result
  return {
    isAssessed: result.driver !== null,
    tier: result.tier,
    isUnconfirmed: result.isUnconfirmed,
    driver: result.driver,
    inherent: inherent.tier,
    impactWorst: inherent.impact.worst,
    exposureWorst: inherent.exposure.worst,
    gapBand: worstBand(result.domains),
    confidence: result.confidence,
    badges: result.badges.map(({ badge }) => badge),
    flags: {
      stop: countFlags(flags, 'stop', 'fired'),
      openStop: countFlags(flags, 'stop', 'unresolved'),
      high: countFlags(flags, 'high', 'fired'),
      openHigh: countFlags(flags, 'high', 'unresolved'),
    },
    findingCount: result.findings.length,
    answeredCount: result.answeredCount,
    shownCount: result.shown.length,
    canFinalise: result.canFinalise,
    reassessOn: result.nextReassessment.on,
    changedAt,
  }
}
