// The overall tier and what sets it: the worst domain or a floor, never an average. Source: docs/method.md §5 and §6.
import { tierRank, type TierRange } from '../domain/tier.ts'
import { floorTier, raiseToFloors } from './flags.ts'
import type { DomainGap } from './gap.ts'
import type { DomainResult, FlagResult, Result } from './result.ts'
import { worseTier } from './tables.ts'

/** True when some unit of some domain is certain to apply, so that there will be a gap whatever the open answers turn out to be. */
export function isSureOfGap(gaps: readonly Pick<DomainGap, 'units'>[]): boolean {
  return gaps.some(({ units }) => units.some(({ isCertain }) => isCertain))
}

/**
 * The worst domain tier; the inherent tier itself when no domain has a gap. While it is not sure that any will have one, the worst case is
 * at least the inherent tier.
 */
export function tableTier(inherent: TierRange, domains: readonly Pick<DomainResult, 'residual'>[], isSure: boolean): TierRange {
  const residuals = domains.flatMap((domain) => domain.residual ?? [])
  if (residuals.length === 0) return inherent
  const { best, worst } = residuals.reduce((left, right) => ({
    best: worseTier(left.best, right.best),
    worst: worseTier(left.worst, right.worst),
  }))
  return { best, worst: isSure ? worst : worseTier(worst, inherent.worst) }
}

/** True for a Low that rests on too little to print as such: "Low (unconfirmed)", which sorts with Moderate and is looked at again as soon. */
export function isUnconfirmedLow({ worst }: Pick<TierRange, 'worst'>, confidence: Result['confidence']): boolean {
  return worst === 'low' && confidence === 'low'
}

/** Tier range after floors, and the rule that sets its worst end. Ties go to the first in pack order. */
export function verdictOf(
  table: TierRange,
  domains: readonly DomainResult[],
  flags: readonly FlagResult[],
): Pick<Result, 'tier' | 'driver'> {
  const tier = raiseToFloors(table, flags)
  const floor = flags.find((flag) => floorTier(flag.level) === tier.worst)
  if (floor !== undefined && tierRank(tier.worst) > tierRank(table.worst)) return { tier, driver: { kind: 'flag', id: floor.ruleId } }
  const domain = domains.find((one) => one.residual?.worst === tier.worst)
  return { tier, driver: domain === undefined ? null : { kind: 'domain', id: domain.domainId } }
}
