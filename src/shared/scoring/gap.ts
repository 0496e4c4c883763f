// The gap of one domain: what share of its weight is missing, as an interval, with exact contributions. Source: docs/method.md §3.
import type { QuestionId } from '../domain/ids.ts'
import type { TierRange } from '../domain/tier.ts'
import { apportion, basisPoints, type Portion } from './apportion.ts'
import type { DomainPlan, Unit } from './plan.ts'
import { severityOf } from './reading.ts'
import type { Contribution, DomainResult, GapRange } from './result.ts'
import type { Shown } from './run.ts'
import { gapBand, residualTier } from './tables.ts'
import { yes } from './truth.ts'

/**
 * A value of 1 in the whole-number units of a gap: 8 × 720,720, which every gate group divides exactly,
 * because the pack format lets the children of one gate weigh at most 16 together and 720,720 is divisible by 1 to 16.
 */
export const wholeValue = 8 * 720_720

export interface ScoredUnit {
  readonly unit: Unit
  /** False while an open answer decides whether the unit applies at all. */
  readonly isCertain: boolean
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

const none: readonly never[] = []

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

/** One question of a unit with its part in the value of the unit, all in proportion: the gate s·½, a child s·½·(w·c / Σw). */
export interface UnitMember {
  readonly id: QuestionId
  readonly lo: number
  readonly hi: number
}

/** The gate and the children of a unit that has children. */
export function membersOf({ unit, children, gateLo, gateHi }: ScoredUnit): UnitMember[] {
  const weight = children.reduce((sum, child) => sum + child.weight, 0)
  const ofChildren = children.map((child) => ({
    id: child.id,
    lo: gateLo * child.weight * child.lo,
    hi: gateHi * child.weight * child.hi,
  }))
  return [{ id: unit.question.id, lo: gateLo * 2 * weight, hi: gateHi * 2 * weight }, ...ofChildren]
}

function isScored(shown: Shown | undefined): shown is Shown {
  return shown !== undefined && shown.reading.state !== 'not-applicable'
}

function unitValue(gate: number, children: ScoredUnit['children'], end: 'lo' | 'hi'): number {
  return groupValue(gate, children.length === 0 ? none : children.map((child) => ({ weight: child.weight, severity: child[end] })))
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
      isCertain: gate.visibility === yes,
      children,
      gateLo: own.lo,
      gateHi: own.hi,
      lo: unitValue(own.lo, children, 'lo'),
      hi: unitValue(own.hi, children, 'hi'),
    },
  ]
}

/** One end of a gap: the units that count there, and the missing part of their weight; `part / whole` is the gap. */
export interface GapEnd {
  readonly counted: readonly ScoredUnit[]
  readonly weight: number
  readonly part: number
  /** `weight × wholeValue`. */
  readonly whole: number
}

/** A gap domain's scored units and the two ends of its gap. `weightTotal` is the weight of all units. */
export interface DomainGap {
  readonly plan: DomainPlan
  /** The questions that make the domain's state: in a gap domain the scored ones, else all. Only those that show. */
  readonly seen: readonly Shown[]
  readonly units: readonly ScoredUnit[]
  readonly weightTotal: number
  readonly lo: GapEnd
  readonly hi: GapEnd
}

function gapEnd(counted: readonly ScoredUnit[], end: 'lo' | 'hi'): GapEnd {
  let weight = 0
  let part = 0
  for (const scored of counted) {
    weight += scored.unit.weight
    part += scored.unit.weight * scored[end]
  }
  return { counted, weight, part, whole: weight * wholeValue }
}

/**
 * The end of a gap when it is not certain that every unit applies. A unit that may not apply counts only where it widens the gap:
 * at `hi` while it lies above what the others give, at `lo` while it lies below. So an open fact gives no end that a known one could pass.
 */
function widestEnd(units: readonly ScoredUnit[], end: 'lo' | 'hi'): GapEnd {
  const sure = gapEnd(
    units.filter((scored) => scored.isCertain),
    end,
  )
  const rest = units.filter((scored) => !scored.isCertain)
  const widening = end === 'hi' ? rest.toSorted((one, two) => two.hi - one.hi) : rest.toSorted((one, two) => one.lo - two.lo)
  const counted = new Set(sure.counted)
  let { weight, part } = sure
  for (const scored of widening) {
    const own = scored[end] * weight
    if (weight > 0 && (end === 'hi' ? own <= part : own >= part)) break
    counted.add(scored)
    weight += scored.unit.weight
    part += scored.unit.weight * scored[end]
  }
  return gapEnd(
    units.filter((scored) => counted.has(scored)),
    end,
  )
}

/** Both ends. A domain of which nothing is certain to apply may have no gap at all, so its `lo` is nothing missing. */
function endsOf(units: readonly ScoredUnit[]): Pick<DomainGap, 'lo' | 'hi'> {
  if (units.every((scored) => scored.isCertain)) return { lo: gapEnd(units, 'lo'), hi: gapEnd(units, 'hi') }
  const lo = widestEnd(units, 'lo')
  return { lo: units.some((scored) => scored.isCertain) ? lo : { ...lo, part: 0, counted: [] }, hi: widestEnd(units, 'hi') }
}

export function domainGap(plan: DomainPlan, find: (id: string) => Shown | undefined): DomainGap {
  const units = plan.units.flatMap((unit) => scoreUnit(unit, find))
  const seen: Shown[] = []
  for (const id of plan.stateIds) {
    const shown = find(id)
    if (shown !== undefined) seen.push(shown)
  }
  return { plan, seen, units, weightTotal: units.reduce((sum, scored) => sum + scored.unit.weight, 0), ...endsOf(units) }
}

/** A unit and what it contributes to the gap of its domain, in basis points; all units together give exactly the printed gap. */
export interface UnitPoints {
  readonly scored: ScoredUnit
  readonly loBp: number
  readonly hiBp: number
}

function portionsAt(gap: DomainGap, end: 'lo' | 'hi'): Portion<ScoredUnit>[] {
  const { counted, whole } = gap[end]
  return apportion(counted, (scored) => scored.unit.weight * scored[end], whole)
}

export function unitPoints(gap: DomainGap): UnitPoints[] {
  if (gap.weightTotal === 0) return []
  const lo = portionsAt(gap, 'lo')
  // With nothing open the two ends are the same.
  if (gap.lo.counted === gap.hi.counted && gap.lo.part === gap.hi.part)
    return lo.map(({ item, bp }) => ({ scored: item, loBp: bp, hiBp: bp }))
  const loBp = new Map(lo.map(({ item, bp }) => [item, bp]))
  const hiBp = new Map(portionsAt(gap, 'hi').map(({ item, bp }) => [item, bp]))
  return gap.units.map((scored) => ({ scored, loBp: loBp.get(scored) ?? 0, hiBp: hiBp.get(scored) ?? 0 }))
}

function contributionOf({ scored, loBp, hiBp }: UnitPoints): Contribution {
  const { unit, children } = scored
  return { questionId: unit.question.id, weight: unit.weight, loBp, hiBp, children: children.map((child) => child.id) }
}

function stateOf(seen: readonly Shown[]): DomainResult['state'] {
  const applicable = seen.filter(isScored)
  if (applicable.length === 0) return 'nothing-applies'
  return applicable.some((shown) => shown.isAnswered) ? 'assessed' : 'not-assessed'
}

/** A question's own weight; 0 when it has none. */
export function ownWeight(shown: Shown): number {
  return shown.question.weight ?? 0
}

/** Weight of the questions that are N/A. */
export function notApplicableWeight(seen: readonly Shown[]): number {
  return seen.reduce((sum, shown) => (shown.reading.state === 'not-applicable' ? sum + ownWeight(shown) : sum), 0)
}

/** The gap in basis points; the domain has units. */
export function rangeOf({ lo, hi }: DomainGap): GapRange {
  return { loBp: basisPoints(lo.part, lo.whole), hiBp: basisPoints(hi.part, hi.whole) }
}

/**
 * The printed result of one domain. In a gap domain the state is that of its scored questions; a domain of facts or
 * checks has no gap and takes the state of all its questions. A gap domain that is not assessed is 0 to 10,000.
 */
export function domainResult(gap: DomainGap, points: readonly UnitPoints[], inherent: TierRange): DomainResult {
  const { plan, seen, weightTotal, lo, hi } = gap
  const countedWeight = { lo: lo.weight, hi: hi.weight }
  const shared = {
    domainId: plan.domain.id,
    state: stateOf(seen),
    weightTotal,
    countedWeight,
    notApplicableWeight: notApplicableWeight(seen),
  }
  if (weightTotal === 0) return { ...shared, gap: null, band: null, residual: null, contributions: [] }
  const band = { best: gapBand(lo.part, lo.whole), worst: gapBand(hi.part, hi.whole) }
  return {
    ...shared,
    gap: rangeOf(gap),
    band,
    residual: { best: residualTier(inherent.best, band.best), worst: residualTier(inherent.worst, band.worst) },
    contributions: points.map(contributionOf),
  }
}
