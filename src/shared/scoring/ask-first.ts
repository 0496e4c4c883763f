// Which open questions matter most: what each could change by itself if it were answered well. Source: docs/method.md §10.
import { tierRank, type Tier, type TierRange } from '../domain/tier.ts'
import { basisPoints } from './apportion.ts'
import { floorTier, floorTruth, type StandingFloor } from './flags.ts'
import { groupValue, type DomainGap, type ScoredUnit } from './gap.ts'
import { factRanksOf, worstInherent } from './inherent.ts'
import type { AskFirst, Inherent } from './result.ts'
import type { Run, Shown } from './run.ts'
import { gapBand, residualTier, worseTier } from './tables.ts'
import { no } from './truth.ts'

export interface AskFirstInput {
  readonly run: Run
  readonly inherent: Inherent
  readonly gaps: readonly DomainGap[]
  readonly floors: readonly StandingFloor[]
  readonly tier: TierRange
  readonly jewels: readonly { readonly id: string; readonly impact: number }[]
}

interface FallenGap {
  readonly gap: DomainGap
  readonly hiPart: number
}

/** How far the weighted worst case of a unit falls if this question, its gate or one of its children, is good. */
function fallOf(scored: ScoredUnit, id: string): number {
  if (scored.unit.question.id === id) return scored.unit.weight * scored.hi
  if (!scored.children.some((child) => child.id === id)) return 0
  const children = scored.children.map((child) => ({ weight: child.weight, severity: child.id === id ? 0 : child.hi }))
  return scored.unit.weight * (scored.hi - groupValue(scored.gateHi, children))
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
  const dependents = run.plan.rankedBy.get(shown.question.id) ?? new Set()
  const others = run.shown.filter((other) => !settled.includes(other) && dependents.has(other.question.id))
  const best = settled.flatMap((one) => factRanksOf(one, input)).map((fact) => ({ ...fact, worst: fact.best }))
  if (best.length === 0 && others.length === 0) return inherent.tier.worst
  const reread = others.flatMap((other) => factRanksOf(other, { run: harmless, jewels }))
  const replaced = new Set<string>([...settled, ...others].map((one) => one.question.id))
  return worstInherent([...inherent.facts.filter((fact) => !replaced.has(fact.questionId)), ...best, ...reread])
}

/** Worst tier of the gap domains; the inherent tier itself when there is none. */
function worstOfDomains(gaps: readonly FallenGap[], inherent: Tier): Tier {
  const best: Tier = gaps.length === 0 ? inherent : 'low'
  return gaps.reduce((worst, { gap, hiPart }) => worseTier(worst, residualTier(inherent, gapBand(hiPart, gap.whole))), best)
}

function effectOf(input: AskFirstInput, shown: Shown): AskFirst {
  const id = shown.question.id
  const fallen = input.gaps
    .filter((gap) => gap.whole > 0)
    .map((gap) => ({ gap, hiPart: gap.hiPart - gap.units.reduce((sum, scored) => sum + fallOf(scored, id), 0) }))
  const harmless = withHarmless(input.run, id)
  const inherent = worstInherentWithout(input, shown, harmless)
  const remaining = input.floors.filter(({ rule }) => !rule.looksAt.has(id) || floorTruth(rule, harmless) !== no)
  const worst = remaining.reduce((tier, { rule }) => worseTier(tier, floorTier(rule.level)), worstOfDomains(fallen, inherent))
  return {
    questionId: id,
    tierSteps: tierRank(input.tier.worst) - tierRank(worst),
    gapBp: fallen.reduce((sum, { gap, hiPart }) => sum + basisPoints(gap.hiPart, gap.whole) - basisPoints(hiPart, gap.whole), 0),
    couldClearFlag: remaining.length < input.floors.length,
  }
}

/**
 * Open questions that show and could change something, most useful first: by tiers the worst case would fall, then whether
 * a floor would clear, then basis points of the domain, then pack order. Each is judged alone, with the best answer it could
 * have and the questions that show kept as they are, so nothing is scored again from the start.
 */
export function rankAskFirst(input: AskFirstInput): AskFirst[] {
  return input.run.shown
    .filter((shown) => shown.reading.state === 'open')
    .map((shown) => effectOf(input, shown))
    .filter((effect) => effect.tierSteps > 0 || effect.gapBp > 0 || effect.couldClearFlag)
    .toSorted(
      (one, two) => two.tierSteps - one.tierSteps || Number(two.couldClearFlag) - Number(one.couldClearFlag) || two.gapBp - one.gapBp,
    )
}
