// Which open questions matter most: what each could change by itself if it were answered well. Source: docs/method.md §10.
import type { FlagLevel } from '../domain/question.ts'
import { tierRank, tiers, type Tier, type TierRange } from '../domain/tier.ts'
import { basisPoints } from './apportion.ts'
import { floorTier, floorTruth, type StandingFloor } from './flags.ts'
import { groupValue, type DomainGap, type GapEnd, type ScoredUnit } from './gap.ts'
import { factRanksOf, worstInherent } from './inherent.ts'
import type { AskFirst, Inherent } from './result.ts'
import type { Run, Shown } from './run.ts'
import { gapBand, residualTier, worseTier } from './tables.ts'
import { isSureOfGap } from './verdict.ts'
import { no } from './truth.ts'

export interface AskFirstInput {
  readonly run: Run
  readonly inherent: Inherent
  readonly gaps: readonly DomainGap[]
  readonly floors: readonly StandingFloor[]
  readonly tier: TierRange
  readonly jewels: readonly { readonly id: string; readonly impact: number }[]
}

/** By how much the weighted worst case of a gap falls if one question is good. */
interface Fall {
  readonly gap: DomainGap
  readonly part: number
}

/** What all open questions share, worked out once: with it each question costs the same however many there are. */
interface Index {
  readonly gaps: readonly DomainGap[]
  /** False while every gap domain may turn out not to apply; the worst case is then at least the inherent tier. */
  readonly isSure: boolean
  readonly residuals: Readonly<Record<Tier, Residuals>>
  readonly falls: ReadonlyMap<string, Fall>
  /** Question id → standing floors that look at it. */
  readonly floorsAt: ReadonlyMap<string, readonly StandingFloor[]>
  readonly floorCounts: Readonly<Record<FlagLevel, number>>
}

/**
 * The falls of a unit that has something open: of its gate, and of each of its children alone. Where other units may not apply, a fall can
 * bring one of them in, so it is promised only in the share that the counted weight has in all weight. A unit that may itself not apply
 * promises nothing.
 */
function fallsOf(gap: DomainGap, scored: ScoredUnit): [string, Fall][] {
  const { unit, isCertain, children, lo, hi, gateHi } = scored
  if (lo === hi || !isCertain) return []
  const sure = (value: number): Fall => ({ gap, part: Math.floor((unit.weight * value * gap.hi.weight) / gap.weightTotal) })
  const ofChildren = children.map(({ id }): [string, Fall] => {
    const others = children.map((child) => ({ weight: child.weight, severity: child.id === id ? 0 : child.hi }))
    return [id, sure(hi - groupValue(gateHi, others))]
  })
  return [[unit.question.id, sure(hi)], ...ofChildren]
}

function indexOf(input: AskFirstInput): Index {
  const gaps = input.gaps.filter((gap) => gap.weightTotal > 0)
  const floorsAt = new Map<string, StandingFloor[]>()
  const floorCounts = { high: 0, stop: 0 }
  for (const floor of input.floors) {
    floorCounts[floor.rule.level] += 1
    for (const id of floor.rule.looksAt) {
      const known = floorsAt.get(id)
      if (known === undefined) floorsAt.set(id, [floor])
      else known.push(floor)
    }
  }
  const at = (tier: Tier) => residualsAt(tier, gaps)
  return {
    gaps,
    isSure: isSureOfGap(gaps),
    residuals: { low: at('low'), moderate: at('moderate'), high: at('high'), critical: at('critical') },
    falls: new Map(gaps.flatMap((gap) => gap.units.flatMap((scored) => fallsOf(gap, scored)))),
    floorsAt,
    floorCounts,
  }
}

/** The run as it would be if this question gave every condition that looks at it the harmless answer. */
function withHarmless(run: Run, id: string): Run {
  return { ...run, find: (wanted) => (wanted === id ? undefined : run.find(wanted)) }
}

/** Worst inherent tier if this question had its best answer; it counts for itself and for the ranks that depend on it. */
function worstInherentWithout(input: AskFirstInput, shown: Shown, harmless: Run): Tier {
  const { run, inherent, jewels } = input
  const counted = shown.question.answer.kind === 'counts' ? run.find(shown.question.answer.of) : undefined
  const settled = counted?.reading.state === 'known' ? [shown, counted] : [shown]
  const dependents = [...(run.plan.rankedBy.get(shown.question.id) ?? [])].flatMap((id) => run.find(id) ?? [])
  const others = dependents.filter((other) => !settled.includes(other))
  const best = settled.flatMap((one) => factRanksOf(one, input)).map((fact) => ({ ...fact, worst: fact.best }))
  if (best.length === 0 && others.length === 0) return inherent.tier.worst
  const reread = others.flatMap((other) => factRanksOf(other, { run: harmless, jewels }))
  const replaced = new Set<string>([...settled, ...others].map((one) => one.question.id))
  return worstInherent([...inherent.facts.filter((fact) => !replaced.has(fact.questionId)), ...best, ...reread])
}

/** For one inherent tier: the residual tier of each gap domain, and how many domains have each, so that one of them can be exchanged at once. */
interface Residuals {
  readonly tierOf: ReadonlyMap<DomainGap, Tier>
  readonly counts: Readonly<Record<Tier, number>>
}

function residualsAt(inherent: Tier, gaps: readonly DomainGap[]): Residuals {
  const tierOf = new Map<DomainGap, Tier>()
  const counts = { low: 0, moderate: 0, high: 0, critical: 0 }
  for (const gap of gaps) {
    const tier = residualTier(inherent, gapBand(gap.hi.part, gap.hi.whole))
    tierOf.set(gap, tier)
    counts[tier] += 1
  }
  return { tierOf, counts }
}

/** Worst tier of the gap domains after a fall in one of them; the inherent tier itself when there is none. */
function worstOfDomains(index: Index, inherent: Tier, fall: Fall | undefined): Tier {
  const residual = worstResidual(index, inherent, fall)
  return index.isSure ? residual : worseTier(inherent, residual)
}

function worstResidual(index: Index, inherent: Tier, fall: Fall | undefined): Tier {
  const { tierOf, counts } = index.residuals[inherent]
  const fallen = fall === undefined ? undefined : tierOf.get(fall.gap)
  const standing = tiers.findLast((tier) => counts[tier] > (tier === fallen ? 1 : 0)) ?? 'low'
  return fall === undefined
    ? standing
    : worseTier(standing, residualTier(inherent, gapBand(fall.gap.hi.part - fall.part, fall.gap.hi.whole)))
}

/** The tier that the standing floors ask for once some are cleared. */
function floorWithout(index: Index, cleared: readonly StandingFloor[]): Tier {
  const left = (level: FlagLevel) => index.floorCounts[level] - cleared.filter(({ rule }) => rule.level === level).length
  if (left('stop') > 0) return floorTier('stop')
  return left('high') > 0 ? floorTier('high') : 'low'
}

/** The end in basis points once a part has fallen off. */
function pointsOf({ part, whole }: GapEnd, fallen: number): number {
  return basisPoints(part - fallen, whole)
}

function effectOf(input: AskFirstInput, index: Index, shown: Shown): AskFirst {
  const id = shown.question.id
  const fall = index.falls.get(id)
  const harmless = withHarmless(input.run, id)
  const inherent = worstInherentWithout(input, shown, harmless)
  const cleared = (index.floorsAt.get(id) ?? []).filter(({ rule }) => floorTruth(rule, harmless) === no)
  const worst = worseTier(floorWithout(index, cleared), worstOfDomains(index, inherent, fall))
  return {
    questionId: id,
    tierSteps: tierRank(input.tier.worst) - tierRank(worst),
    gapBp: fall === undefined ? 0 : pointsOf(fall.gap.hi, 0) - pointsOf(fall.gap.hi, fall.part),
    couldClearFlag: cleared.length > 0,
  }
}

/**
 * Open questions that show and could change something, most useful first: by tiers the worst case would fall, then whether
 * a floor would clear, then basis points of the domain, then pack order. Each is judged alone, with the best answer it could
 * have and the questions that show kept as they are, so nothing is scored again from the start.
 */
export function rankAskFirst(input: AskFirstInput): AskFirst[] {
  const open = input.run.shown.filter((shown) => shown.reading.state === 'open')
  if (open.length === 0) return []
  const index = indexOf(input)
  return open
    .map((shown) => effectOf(input, index, shown))
    .filter((effect) => effect.tierSteps > 0 || effect.gapBp > 0 || effect.couldClearFlag)
    .toSorted(
      (one, two) => two.tierSteps - one.tierSteps || Number(two.couldClearFlag) - Number(one.couldClearFlag) || two.gapBp - one.gapBp,
    )
}
