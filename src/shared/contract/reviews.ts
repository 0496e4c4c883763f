// Procedures about what stands beside a decision: the plan, what second persons say, and which assessment takes the place of which.
import { z } from 'zod'
import { AssessmentId } from '../domain/ids.ts'
import { ManualFinding } from '../domain/manual-finding.ts'
import { Review, ReviewDetails } from '../domain/review.ts'
import { Supersession } from '../domain/supersession.ts'
import { Day, Instant } from '../domain/time.ts'
import { FindingLine } from './findings.ts'
import { procedure } from './procedure.ts'

export const KeptReview = Review.extend({
  /** True when an answer, the screening, the decision or the plan was changed after it. */
  isOutdated: z.boolean(),
})
export type KeptReview = z.infer<typeof KeptReview>

/** Everything beside the answers and the decision that is signed with them. */
export const DecisionCase = z.strictObject({
  /** What this assessment found and what is done about it, the most pressing first. */
  findings: z.array(FindingLine),
  manualFindings: z.array(ManualFinding),
  reviews: z.array(KeptReview),
  supersedes: Supersession.extend({ signedAt: Instant }).nullable(),
  /** What takes its place, signed or begun; null when nothing does. */
  supersededBy: z
    .strictObject({ assessmentId: AssessmentId, status: z.enum(['draft', 'signed']), startedAt: Instant, signedAt: Instant.nullable() })
    .nullable(),
  /** The day on which states and dates are judged. */
  today: Day,
})
export type DecisionCase = z.infer<typeof DecisionCase>

export const reviewProcedures = {
  'decision.readCase': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId }),
    output: DecisionCase,
    refusals: ['vault-locked', 'not-found'],
  }),
  /** Keeps what a second person says, before the signature. It is never changed or taken back; the same person may say something else later. */
  'reviews.add': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, review: ReviewDetails }),
    output: z.strictObject({ review: Review }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen'],
  }),
} as const
