// The assessment as the third party may see it: what is said about them, and nothing of the organization's own.
import { z } from 'zod'
import { AnswerValue } from '../domain/answer.ts'
import { ThirdPartyComment } from '../domain/answer-context.ts'
import { DecisionOutcome } from '../domain/decision.ts'
import { AssessmentId, DomainId, QuestionId } from '../domain/ids.ts'
import { PackReference } from '../domain/pack.ts'
import { Profile, RelationshipKind } from '../domain/relationship.ts'
import { ThirdParty } from '../domain/third-party.ts'
import { TierRange } from '../domain/tier.ts'
import { Day, Instant } from '../domain/time.ts'
import { Badge, Confidence, DomainResult, FlagResult } from '../scoring/result.ts'

/** An answer without the assessor's note; of N/A only that it does not apply, without the reason and who countersigned. */
export const ShownAnswer = z.strictObject({
  questionId: QuestionId,
  revision: z.int().min(1),
  value: z.union([AnswerValue, z.strictObject({ kind: z.literal('not-applicable') })]),
})
export type ShownAnswer = z.infer<typeof ShownAnswer>

export const RedactedDocument = z.strictObject({
  format: z.literal('gatehouse.assessment-redacted'),
  formatVersion: z.literal(1),
  assessmentId: AssessmentId,
  /** Who assessed. */
  organization: z.string(),
  thirdParty: ThirdParty.omit({ note: true }),
  relationship: RelationshipKind,
  profile: Profile,
  pack: PackReference,
  asOf: Day,
  signedAt: Instant,
  answers: z.array(ShownAnswer),
  /** Their own words to those answers. */
  comments: z.array(ThirdPartyComment.omit({ saidBy: true })),
  result: z.strictObject({
    tier: TierRange,
    isUnconfirmed: z.boolean(),
    confidence: Confidence,
    badges: z.array(Badge),
    /** Only domains that the third party answers for. The overall tier may rest on others too. */
    domains: z.array(DomainResult.pick({ domainId: true, gap: true, band: true, residual: true, state: true, contributions: true })),
    flags: z.array(FlagResult),
  }),
  decision: z.strictObject({ outcome: DecisionOutcome, conditions: z.array(z.string()) }),
  /** What was left out, by name, so that nobody takes this for the whole. */
  leftOut: z.array(z.string()).min(1),
  domainsLeftOut: z.array(DomainId),
})
export type RedactedDocument = z.infer<typeof RedactedDocument>
