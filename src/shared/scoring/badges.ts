// Warnings printed beside the tier, each with what it rests on. Source: docs/method.md §8.
import type { Question } from '../domain/question.ts'
import type { Screening } from '../domain/assessment-screening.ts'
import type { TierRange } from '../domain/tier.ts'
import { notApplicableWeight, ownWeight, type DomainGap, type ScoredUnit } from './gap.ts'
import type { FloorRule } from './plan.ts'
import type { Badge, BadgeReason, BadgeResult, FlagResult, Inherent } from './result.ts'
import type { Run, Shown } from './run.ts'
import { oldLists } from './screening.ts'

/** True when a question can move the tier other than through its domain's gap: by a floor or by a rank. Setting it aside takes a second person. */
export function movesTierAlone({ answer, flags, ranks }: Question): boolean {
  return flags.length > 0 || ranks.length > 0 || ('axis' in answer && answer.axis !== undefined)
}

function isUnsignedExclusion(shown: Shown): boolean {
  return shown.reading.state === 'not-applicable' && !shown.reading.isCountersigned && movesTierAlone(shown.question)
}

/** True when more than a fifth of the weight of the domain's scored questions that show is N/A. */
function isMostlyExcluded({ seen }: DomainGap): boolean {
  const excluded = notApplicableWeight(seen)
  return excluded > 0 && 5 * excluded > seen.reduce((sum, shown) => sum + ownWeight(shown), 0)
}

function idsOf(shown: readonly Shown[]): string[] {
  return shown.map((one) => one.question.id)
}

/** Sources of the run's floors, standing or clear, whose check date lies before the as-of day. */
function dueSources(run: Run, floors: readonly FloorRule[]): string[] {
  const rules = floors.filter((rule) => rule.dueAfter < run.asOf)
  const due = rules.flatMap((rule) => rule.checks.filter((check) => check.verifyBy < run.asOf).map((check) => check.sourceId))
  return [...new Set(due)].toSorted()
}

export interface BadgeInput {
  readonly run: Run
  readonly tier: TierRange
  readonly gaps: readonly DomainGap[]
  readonly inherent: Inherent
  readonly flags: readonly FlagResult[]
  /** Every floor of the run, standing or clear. */
  readonly floors: readonly FloorRule[]
  readonly screening: Screening | null | undefined
}

/** The gate and the children of a unit that are open. */
function openIn({ unit, children, gateLo, gateHi }: ScoredUnit): string[] {
  const ofChildren = children.filter((child) => child.lo !== child.hi).map((child) => child.id)
  return gateLo === gateHi ? ofChildren : [unit.question.id, ...ofChildren]
}

function provisional({ tier, gaps, inherent, flags }: BadgeInput): [BadgeReason['code'], readonly string[]][] {
  if (tier.best === tier.worst) return []
  const open = gaps.flatMap((gap) => gap.units.flatMap(openIn))
  const ranged = new Set(inherent.facts.filter((fact) => fact.best !== fact.worst).map((fact) => fact.questionId))
  return [
    ['gap-open', open],
    ['fact-open', [...ranged]],
    ['flag-unresolved', [...new Set(flags.filter((flag) => flag.state === 'unresolved').map((flag) => flag.ruleId))]],
  ]
}

function scopeLimited({ run, gaps }: BadgeInput): [BadgeReason['code'], readonly string[]][] {
  return [
    ['mostly-not-applicable', gaps.filter(isMostlyExcluded).map((gap) => gap.plan.domain.id)],
    ['not-countersigned', idsOf(run.shown.filter(isUnsignedExclusion))],
  ]
}

function stale({ run, floors, screening }: BadgeInput): [BadgeReason['code'], readonly string[]][] {
  return [
    ['evidence-expired', idsOf(run.shown.filter((shown) => shown.hasExpiredEvidence))],
    ['source-due', dueSources(run, floors)],
    ['list-old', oldLists(screening, run.asOf)],
  ]
}

/**
 * Provisional: best and worst tier differ. Scope-limited: much or something decisive is N/A. Stale: evidence has expired, a floor's
 * source is due for a check, or a screened list is old. Each with its reasons; a badge without one is not shown.
 */
export function badgesOf(input: BadgeInput): BadgeResult[] {
  const found: [Badge, [BadgeReason['code'], readonly string[]][]][] = [
    ['provisional', provisional(input)],
    ['scope-limited', scopeLimited(input)],
    ['stale', stale(input)],
  ]
  return found.flatMap(([badge, all]) => {
    const reasons = all.filter(([, ids]) => ids.length > 0).map(([code, ids]) => ({ code, ids: [...ids] }))
    return reasons.length === 0 ? [] : [{ badge, reasons }]
  })
}
