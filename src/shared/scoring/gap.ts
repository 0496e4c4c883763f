// The gap of one domain: what share of its weight is missing, as an interval, with exact contributions. Source: docs/method.md §3.
import type { QuestionId } from '../domain/ids.ts'
import type { TierRange } from '../domain/tier.ts'
import { apportion, basisPoints } from './apportion.ts'
import type { DomainPlan, Unit } from './plan.ts'
import { severityOf } from './reading.ts'
import type { Contribution, DomainResult } from './result.ts'
import type { Shown } from './run.ts'
import { gapBand, residualTier } from './tables.ts'

/**
 * A value of 1 in the whole-number units of a gap: 8 × 720,720, which every gate group divides exactly,
 * because the pack format lets the children of one gate weigh at most 16 together and 720,720 is divisible by 1 to 16.
 */
export const wholeValue = 8 * 720_720

export interface ScoredUnit {
  readonly unit: Unit
  /** Children that show and are not N/A, with the range of their severity (0–2). */
  readonly children: readonly { readonly id: QuestionId; readonly weight: number; readonly lo: number; readonly hi: number }[]
  readonly gateLo: number
  readonly gateHi: number
  /** Value 0 to `wholeValue` in the best and the worst case. */
  readonly lo: number
  readonly hi: number
}

interface Severity {
  readonly lo: number
  readonly hi: number
}

function severityRange(shown: Shown): Severity {
  const severity = severityOf(shown.question.answer, shown.reading)
  return severity === null ? { lo: 0, hi: 2 } : { lo: severity, hi: severity }
}

/**
 * Value of a gate group, 0 to `wholeValue`: 0 if the gate is good, else s × (½ + ½ × weighted mean of its children);
 * severities count halves, 0 to 2. Without children it is the gate's own severity.
 */
export function groupValue(gate: number, children: readonly { readonly weight: number; readonly severity: number }[]): number {
  if (children.length === 0) return (gate * wholeValue) / 2
  const weight = children.reduce((sum, child) => sum + child.weight, 0)
  const missing = children.reduce((sum, child) => sum + child.weight * child.severity, 0)
  return Math.floor((gate * (2 * weight + missing) * (wholeValue / 8)) / weight)
}

/** How the value of a group splits into that of its gate and of each child, in proportion: s·½ and s·½·(w·c / Σw), all times the same number. */
export function groupParts(scored: ScoredUnit, end: 'lo' | 'hi'): number[] {
  const gate = end === 'lo' ? scored.gateLo : scored.gateHi
  const weight = scored.children.reduce((sum, child) => sum + child.weight, 0)
  return [gate * 2 * weight, ...scored.children.map((child) => gate * child.weight * child[end])]
}

function isScored(shown: Shown | undefined): shown is Shown {
  return shown !== undefined && shown.reading.state !== 'not-applicable'
}

function scoreUnit(unit: Unit, find: (id: string) => Shown | undefined): ScoredUnit[] {
  const gate = find(unit.question.id)
  if (!isScored(gate)) return []
  const own = severityRange(gate)
  const children = unit.children.flatMap(({ id, weight }) => {
    const child = find(id)
    return isScored(child) ? [{ id, weight, ...severityRange(child) }] : []
  })
  return [
    {
      unit,
      children,
      gateLo: own.lo,
      gateHi: own.hi,
      lo: groupValue(
        own.lo,
        children.map((child) => ({ weight: child.weight, severity: child.lo })),
      ),
      hi: groupValue(
        own.hi,
        children.map((child) => ({ weight: child.weight, severity: child.hi })),
      ),
    },
  ]
}

/** A gap domain's scored units and their weight; `hiPart / whole` is the gap in the worst case. */
export interface DomainGap {
  readonly plan: DomainPlan
  /** The questions that make the domain's state: in a gap domain the scored ones, else all. Only those that show. */
  readonly seen: readonly Shown[]
  readonly units: readonly ScoredUnit[]
  readonly weightTotal: number
  readonly loPart: number
  readonly hiPart: number
  /** `weightTotal × wholeValue`. */
  readonly whole: number
}

export function domainGap(plan: DomainPlan, find: (id: string) => Shown | undefined): DomainGap {
  const units = plan.units.flatMap((unit) => scoreUnit(unit, find))
  const seen: Shown[] = []
  for (const id of plan.stateIds) {
    const shown = find(id)
    if (shown !== undefined) seen.push(shown)
  }
  const weightTotal = units.reduce((sum, scored) => sum + scored.unit.weight, 0)
  return {
    plan,
    seen,
    units,
    weightTotal,
    loPart: units.reduce((sum, scored) => sum + scored.unit.weight * scored.lo, 0),
    hiPart: units.reduce((sum, scored) => sum + scored.unit.weight * scored.hi, 0),
    whole: weightTotal * wholeValue,
  }
}

function contributionsOf(gap: DomainGap): Contribution[] {
  const lo = apportion(
    gap.units.map((scored) => scored.unit.weight * scored.lo),
    gap.whole,
  )
  // With nothing open the two ends are the same.
  const hi =
    gap.loPart === gap.hiPart
      ? lo
      : apportion(
          gap.units.map((scored) => scored.unit.weight * scored.hi),
          gap.whole,
        )
  return gap.units.map((scored, index) => ({
    questionId: scored.unit.question.id,
    weight: scored.unit.weight,
    loBp: lo[index] ?? 0,
    hiBp: hi[index] ?? 0,
    children: scored.children.map((child) => child.id),
  }))
}

function stateOf(seen: readonly Shown[]): DomainResult['state'] {
  const applicable = seen.filter(isScored)
  if (applicable.length === 0) return 'nothing-applies'
  return applicable.some((shown) => shown.isAnswered) ? 'assessed' : 'not-assessed'
}

/** Weight of the questions that are N/A. */
export function notApplicableWeight(seen: readonly Shown[]): number {
  return seen.reduce((sum, shown) => (shown.reading.state === 'not-applicable' ? sum + (shown.question.weight ?? 0) : sum), 0)
}

/**
 * The printed result of one domain. In a gap domain the state is that of its scored questions; a domain of facts or
 * checks has no gap and takes the state of all its questions. A gap domain that is not assessed is 0 to 10,000.
 */
export function domainResult(gap: DomainGap, inherent: TierRange): DomainResult {
  const { plan, seen, weightTotal } = gap
  const shared = { domainId: plan.domain.id, state: stateOf(seen), weightTotal, notApplicableWeight: notApplicableWeight(seen) }
  if (gap.whole === 0) return { ...shared, gap: null, band: null, residual: null, contributions: [] }
  const band = { best: gapBand(gap.loPart, gap.whole), worst: gapBand(gap.hiPart, gap.whole) }
  return {
    ...shared,
    gap: { loBp: basisPoints(gap.loPart, gap.whole), hiBp: basisPoints(gap.hiPart, gap.whole) },
    band,
    residual: { best: residualTier(inherent.best, band.best), worst: residualTier(inherent.worst, band.worst) },
    contributions: contributionsOf(gap),
  }
}
