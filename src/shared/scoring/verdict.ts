// The overall tier and what sets it: the worst domain or a floor, never an average. Source: docs/method.md §5 and §6.
import { tierRank, type TierRange } from '../domain/tier.ts'
import { floorTier, raiseToFloors } from './flags.ts'
import type { DomainResult, FlagResult, Result } from './result.ts'
import { worseTier } from './tables.ts'

/** The worst domain tier; the inherent tier itself when no domain has a gap. */
export function tableTier(inherent: TierRange, domains: readonly Pick<DomainResult, 'residual'>[]): TierRange {
  const residuals = domains.flatMap((domain) => domain.residual ?? [])
  if (residuals.length === 0) return inherent
  return residuals.reduce((worst, one) => ({ best: worseTier(worst.best, one.best), worst: worseTier(worst.worst, one.worst) }))
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
