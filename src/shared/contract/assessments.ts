// Procedures about assessments: start, read, answer, decide.
import { z } from 'zod'
import { Answer, AnswerInput } from '../domain/answer.ts'
import { Assessment } from '../domain/assessment.ts'
import { AssessmentOutcome } from '../domain/assessment-outcome.ts'
import { Screening } from '../domain/assessment-screening.ts'
import { Decision, DecisionToMake } from '../domain/decision.ts'
import { AssessmentId, QuestionId, ReportId, Sha256Hex, ThirdPartyId } from '../domain/ids.ts'
import { Pack } from '../domain/pack.ts'
import { Profile, RelationshipKind } from '../domain/relationship.ts'
import { Supersession } from '../domain/supersession.ts'
import { ThirdParty } from '../domain/third-party.ts'
import { line } from '../domain/text.ts'
import { TierRange } from '../domain/tier.ts'
import { Day, Instant } from '../domain/time.ts'
import { Result } from '../scoring/result.ts'
import { ComparedAssessments } from './comparison.ts'
import { procedure } from './procedure.ts'

/** A row of the list: enough to show and sort it without reading its answers. Until an outcome was worked out, it is null. */
export const AssessmentSummary = z.strictObject({
  assessment: Assessment,
  thirdPartyName: z.string(),
  answeredCount: z.int(),
  shownCount: z.int(),
  tier: TierRange,
  isAssessed: z.boolean(),
  /** True when this one counts for its third party and relationship. */
  isStanding: z.boolean(),
  outcome: AssessmentOutcome.nullable(),
  reportId: ReportId.nullable(),
  /** When the assessment that takes its place was signed; null while none is. */
  supersededAt: Instant.nullable(),
})
export type AssessmentSummary = z.infer<typeof AssessmentSummary>

export const AssessmentDetail = z.strictObject({
  assessment: Assessment,
  thirdParty: ThirdParty,
  pack: Pack,
  answers: z.array(Answer),
  /** Null when names were not checked with lists. */
  screening: Screening.nullable(),
  decision: Decision.nullable(),
  result: Result,
  reportId: ReportId.nullable(),
})
export type AssessmentDetail = z.infer<typeof AssessmentDetail>

export const assessmentProcedures = {
  /** Started last first, at most `limit` of them (100 when absent); `nextCursor` asks for those after them. */
  'assessments.list': procedure({
    side: 'engine',
    input: z.strictObject({
      thirdPartyId: ThirdPartyId.optional(),
      status: z.enum(['draft', 'signed']).optional(),
      /** True leaves out those of third parties that are put aside. */
      isCurrent: z.boolean().optional(),
      /** Only these, whatever else is asked. */
      ids: z.array(AssessmentId).max(10).optional(),
      /** Words in the names of the third party. */
      search: line(200).optional(),
      limit: z.int().min(1).max(500).optional(),
      cursor: z.string().max(100).optional(),
    }),
    output: z.strictObject({
      assessments: z.array(AssessmentSummary),
      nextCursor: z.string().nullable(),
      /** How many outcomes are still being worked out; `outcomes.refresh` goes on with it. */
      staleCount: z.int(),
    }),
    refusals: ['vault-locked'],
  }),
  /** Works out outcomes that became stale, for a moment; to be called until none is left. */
  'outcomes.refresh': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ staleCount: z.int() }),
    refusals: ['vault-locked'],
  }),
  'assessments.start': procedure({
    side: 'engine',
    /** `asOf` is the day on which dated rules are judged, today when absent; `packSha256` a pack of `packs.list`, the current one when absent. */
    input: z.strictObject({
      thirdPartyId: ThirdPartyId,
      relationship: RelationshipKind,
      profile: Profile,
      asOf: Day.optional(),
      packSha256: Sha256Hex.optional(),
      /** The signed assessment whose place the new one takes, and why. */
      supersedes: Supersession.optional(),
    }),
    output: z.strictObject({ assessment: Assessment }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'no-organization', 'relationship-missing', 'pack-unknown', 'not-to-supersede'],
  }),
  /** Judges dated rules and the age of evidence on today's day from now on, instead of the day the draft was started. */
  'assessments.bringToToday': procedure({
    side: 'engine',
    input: z.strictObject({ id: AssessmentId }),
    output: z.strictObject({ assessment: Assessment, changedAt: Instant, result: Result }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen'],
  }),
  'assessments.read': procedure({
    side: 'engine',
    input: z.strictObject({ id: AssessmentId }),
    output: AssessmentDetail,
    refusals: ['vault-locked', 'not-found'],
  }),
  /** What differs in the second, seen from the first: the same party earlier and later, or two parties side by side. */
  'assessments.compare': procedure({
    side: 'engine',
    input: z.strictObject({ firstId: AssessmentId, secondId: AssessmentId }),
    output: ComparedAssessments,
    refusals: ['vault-locked', 'not-found'],
  }),
  /**
   * Saves one answer and returns the new revision with the new result. `baseRevision` is the revision the page had
   * (0 for none): a different one in the vault is refused as `answer-changed`, so that two windows never overwrite each other.
   */
  'answer.save': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, baseRevision: z.int().min(0), answer: AnswerInput }),
    output: z.strictObject({ answer: Answer, result: Result }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen', 'answer-changed', 'unknown-question', 'wrong-answer-type'],
  }),
  /** Takes an answer back to blank. Its history stays. */
  'answer.clear': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, questionId: QuestionId, baseRevision: z.int().min(1) }),
    output: z.strictObject({ clearedAt: Instant, result: Result }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen', 'answer-changed'],
  }),
  /** Keeps what screening against lists gave, or with null that it was not done. It sets a floor beside the answers and clears none. */
  'screening.save': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, screening: Screening.nullable() }),
    output: z.strictObject({ savedAt: Instant, result: Result }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen'],
  }),
  'decision.save': procedure({
    side: 'engine',
    input: z.strictObject({ assessmentId: AssessmentId, decision: DecisionToMake }),
    output: z.strictObject({ decision: Decision, savedAt: Instant }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'frozen'],
  }),
} as const
