// The four tiers of risk and their order.
import { z } from 'zod'

/** Tiers from the least to the most serious. */
export const tiers = ['low', 'moderate', 'high', 'critical'] as const
export const Tier = z.enum(tiers)
export type Tier = z.infer<typeof Tier>

/** Rank of a tier, 1 (low) to 4 (critical). */
export function tierRank(tier: Tier): number {
  return tiers.indexOf(tier) + 1
}

/** Best and worst tier the answers allow; best is never worse than worst. */
export const TierRange = z.strictObject({ best: Tier, worst: Tier })
export type TierRange = z.infer<typeof TierRange>
