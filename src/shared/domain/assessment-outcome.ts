// What lists say of an assessment: its result in a few words and numbers, kept beside it so that a list needs no scoring.
import { z } from 'zod'
import { TierRange } from './tier.ts'
import { Day, Instant } from './time.ts'

const count = z.int().min(0)
const Rank = z.int().min(1).max(4)

/** What sets the worst tier: a domain's id or a flag's rule id. */
export const OutcomeDriver = z.strictObject({ kind: z.enum(['domain', 'flag']), id: z.string() })
export type OutcomeDriver = z.infer<typeof OutcomeDriver>

export const AssessmentOutcome = z.strictObject({
  /** False until something is answered; the tier then says nothing. */
  isAssessed: z.boolean(),
  tier: TierRange,
  /** "Low (unconfirmed)": sorts with Moderate. */
  isUnconfirmed: z.boolean(),
  driver: OutcomeDriver.nullable(),
  inherent: TierRange,
  /** Worst ranks of the two axes of the inherent tier, 1 to 4. */
  impactWorst: Rank,
  exposureWorst: Rank,
  /** The worst gap band of any domain, 1 (to 20 %) to 4 (over 70 %); null when no domain was scored. */
  gapBand: z.strictObject({ best: Rank, worst: Rank }).nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  badges: z.array(z.enum(['provisional', 'scope-limited', 'stale'])),
  /** Flags that stand, and those that would stand in the worst case. */
  flags: z.strictObject({ stop: count, openStop: count, high: count, openHigh: count }),
  findingCount: count,
  answeredCount: count,
  shownCount: count,
  canFinalise: z.boolean(),
  reassessOn: Day,
  /** When an answer or the screening was saved last, else when the assessment was started. */
  changedAt: Instant,
})
export type AssessmentOutcome = z.infer<typeof AssessmentOutcome>
