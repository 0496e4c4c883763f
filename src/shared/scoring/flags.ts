// Floors under the tier: which flags fired, and which would fire if an open answer turned out bad. Source: docs/method.md §6.
import type { Combination } from '../domain/pack.ts'
import type { Flag, Question } from '../domain/question.ts'
import type { Tier, TierRange } from '../domain/tier.ts'
import { evaluate, type ConditionContext } from './evaluate.ts'
import type { FlagResult } from './result.ts'
import type { Run } from './run.ts'
import { worseTier } from './tables.ts'
import { maybe, no, yes, type Truth } from './truth.ts'

/** Fired is yes, unresolved is maybe, clear is no. A flag without a condition fires on its practice's bad answer. */
export function flagTruth(question: Question, flag: Flag, context: ConditionContext): Truth {
  const fires = evaluate(flag.when ?? { bad: question.id }, context)
  if (fires !== no || flag.unresolvedWhen === undefined) return fires
  return evaluate(flag.unresolvedWhen, context) === no ? no : maybe
}

/** A floor rule: a flag of a question that shows, or a combination of answers. */
export interface FloorRule {
  readonly ruleId: string
  readonly questionId: Question['id'] | null
  readonly level: Flag['level']
  readonly reason: string
  readonly truthIn: (context: ConditionContext) => Truth
}

/** All floor rules that apply to a run: flags of shown questions in pack order, then the combinations. */
export function floorRules(run: Run, combinations: readonly Combination[]): FloorRule[] {
  const flags = run.shown.flatMap(({ question }) =>
    question.flags.map((flag) => ({
      ruleId: question.id,
      questionId: question.id,
      level: flag.level,
      reason: flag.reason,
      truthIn: (context: ConditionContext) => flagTruth(question, flag, context),
    })),
  )
  const combined = combinations.map((combination) => ({
    ruleId: combination.id,
    questionId: null,
    level: combination.level,
    reason: combination.reason,
    truthIn: (context: ConditionContext) => evaluate(combination.when, context),
  }))
  return [...flags, ...combined]
}

export function flagResults(rules: readonly FloorRule[], run: Run): FlagResult[] {
  return rules.flatMap(({ ruleId, questionId, level, reason, truthIn }) => {
    const truth = truthIn(run)
    return truth === no ? [] : [{ ruleId, questionId, level, reason, state: truth === yes ? 'fired' : 'unresolved' }]
  })
}

/** The lowest tier that a flag of this level allows. */
export function floorTier(level: Flag['level']): Tier {
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
