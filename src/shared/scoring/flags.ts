// Floors under the tier: which flags fired, and which would fire if an open answer turned out bad. Source: docs/method.md §6.
import type { FlagLevel } from '../domain/question.ts'
import type { Tier, TierRange } from '../domain/tier.ts'
import { evaluate } from './evaluate.ts'
import type { FloorRule } from './plan.ts'
import type { ClearFlag, FlagResult } from './result.ts'
import type { Run } from './run.ts'
import { worseTier } from './tables.ts'
import { and, maybe, no, yes, type Truth } from './truth.ts'

/** Fired is yes, unresolved is maybe, clear is no. The flag of a question that does not show is clear. */
export function floorTruth(rule: FloorRule, run: Run): Truth {
  const visibility = rule.questionId === null ? yes : (run.find(rule.questionId)?.visibility ?? no)
  if (visibility === no) return no
  const fires = evaluate(rule.when, run)
  const truth = fires === no && evaluate(rule.unresolvedWhen, run) !== no ? maybe : fires
  return and(visibility, truth)
}

/** A floor rule that fired or is unresolved. */
export interface StandingFloor {
  readonly rule: FloorRule
  readonly truth: Truth
}

/** True when the floor belongs to a question that shows, or is a combination that looks at one. */
function isInRun(rule: FloorRule, run: Run): boolean {
  if (rule.questionId !== null) return run.find(rule.questionId) !== undefined
  for (const id of rule.looksAt) if (run.find(id) !== undefined) return true
  return false
}

export interface FloorsOfRun {
  readonly standing: readonly StandingFloor[]
  readonly clear: readonly FloorRule[]
}

/** The floors of the run: flags of shown questions in pack order, then the combinations that look at any. */
export function floorsOf(run: Run): FloorsOfRun {
  const standing: StandingFloor[] = []
  const clear: FloorRule[] = []
  for (const rule of run.plan.floors) {
    const truth = floorTruth(rule, run)
    if (truth !== no) standing.push({ rule, truth })
    else if (isInRun(rule, run)) clear.push(rule)
  }
  return { standing, clear }
}

export function clearFlag({ ruleId, questionId, level, reason }: FloorRule): ClearFlag {
  return { ruleId, questionId, level, reason, state: 'clear' }
}

export function flagResult({ rule, truth }: StandingFloor): FlagResult {
  const { ruleId, questionId, level, reason } = rule
  return { ruleId, questionId, level, reason, state: truth === yes ? 'fired' : 'unresolved' }
}

/** The lowest tier that a flag of this level allows. */
export function floorTier(level: FlagLevel): Tier {
  return level === 'stop' ? 'critical' : 'high'
}

/** Raises a tier range to its floors: fired flags raise both ends, unresolved ones the worst end only. */
export function raiseToFloors(range: TierRange, flags: readonly FlagResult[]): TierRange {
  return flags.reduce((raised, flag) => {
    const floor = floorTier(flag.level)
    return {
      best: flag.state === 'fired' ? worseTier(raised.best, floor) : raised.best,
      worst: worseTier(raised.worst, floor),
    }
  }, range)
}
