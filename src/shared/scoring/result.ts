// What score() returns: the verdict and everything needed to recompute it by hand.
import { z } from 'zod'
import { EvidenceGrade } from '../domain/answer.ts'
import { DomainId, QuestionId } from '../domain/ids.ts'
import { Axis, FlagLevel } from '../domain/question.ts'
import { Profile, RelationshipKind } from '../domain/relationship.ts'
import { TierRange } from '../domain/tier.ts'
import { Day } from '../domain/time.ts'

/** Basis points of one domain's weight: 10,000 is the whole. */
const BasisPoints = z.int().min(0).max(10_000)
/** A gap as a range: `loBp` when every unknown turns out good, `hiBp` when every unknown turns out bad. */
export const GapRange = z.strictObject({ loBp: BasisPoints, hiBp: BasisPoints })
export type GapRange = z.infer<typeof GapRange>
/** Gap bands: 1 is 0–20 %, 2 over 20 to 40 %, 3 over 40 to 70 %, 4 over 70 %. */
const Band = z.int().min(1).max(4)
/** A rank 1–4 for the best and the worst case. */
export const RankRange = z.strictObject({ best: z.int().min(1).max(4), worst: z.int().min(1).max(4) })
export type RankRange = z.infer<typeof RankRange>

/** One fact's share in the inherent tier. */
export const FactRank = z.strictObject({ questionId: QuestionId, axis: Axis, best: z.int().min(1).max(4), worst: z.int().min(1).max(4) })
export type FactRank = z.infer<typeof FactRank>

export const Inherent = z.strictObject({ impact: RankRange, exposure: RankRange, tier: TierRange, facts: z.array(FactRank) })
export type Inherent = z.infer<typeof Inherent>

/** How one scored question (or gate group) contributes to its domain's gap; contributions to `hiBp` sum exactly to the domain's `hiBp`. */
export const Contribution = z.strictObject({
  questionId: QuestionId,
  weight: z.int().min(1),
  loBp: BasisPoints,
  hiBp: BasisPoints,
  /** Children that share this gate's weight; empty for a question of its own. */
  children: z.array(QuestionId),
})
export type Contribution = z.infer<typeof Contribution>

export const DomainResult = z.strictObject({
  domainId: DomainId,
  /** Null when no question of the domain was scored: not assessed, or nothing applies. */
  gap: GapRange.nullable(),
  band: z.strictObject({ best: Band, worst: Band }).nullable(),
  /** The residual tier of this domain before floors. */
  residual: TierRange.nullable(),
  /** `assessed`; `not-assessed` blocks finalising; `nothing-applies` when no question of the domain is shown or all are N/A. */
  state: z.enum(['assessed', 'not-assessed', 'nothing-applies']),
  /** Weight of all questions that show, or may show, and are not N/A. */
  weightTotal: z.int().min(0),
  /** The weight over which each end is taken: less than `weightTotal` where a question that may not apply would narrow the gap. */
  countedWeight: z.strictObject({ lo: z.int().min(0), hi: z.int().min(0) }),
  notApplicableWeight: z.int().min(0),
  contributions: z.array(Contribution),
})
export type DomainResult = z.infer<typeof DomainResult>

/** The rule id of the floor that list screening sets; all others are question ids or combination ids. */
export const screeningRuleId = 'screening'

/** A floor that stands (`fired`) or would stand in the worst case (`unresolved`). `ruleId` is a question id, a combination id or `screening`. */
export const FlagResult = z.strictObject({
  ruleId: z.string(),
  questionId: QuestionId.nullable(),
  level: FlagLevel,
  state: z.enum(['fired', 'unresolved']),
  reason: z.string(),
})
export type FlagResult = z.infer<typeof FlagResult>

/** A floor of a question that shows, or of a combination over one, that does not stand. */
export const ClearFlag = FlagResult.extend({ state: z.literal('clear') })
export type ClearFlag = z.infer<typeof ClearFlag>

/**
 * What the answer behind a finding is: a practice that is `bad` or `partly`; an open answer that is `unknown`, `declined`, `blank` or
 * `unusable`; a `fact` whose flag stands; `none` for a combination or for screening, which rest on no single answer.
 */
export const FindingAnswer = z.enum(['bad', 'partly', 'unknown', 'declined', 'blank', 'unusable', 'fact', 'none'])
export type FindingAnswer = z.infer<typeof FindingAnswer>

/**
 * Something to act on. One for each shown practice that is bad, partly or open, for each other question whose flag stands, for each
 * standing combination, and for screening. `loBp` and `hiBp` are the points it adds to its domain; those of a domain sum exactly to its gap.
 */
export const Finding = z.strictObject({
  /** The question id, or the rule id of a combination or of screening: unique in a result. */
  id: z.string(),
  questionId: QuestionId.nullable(),
  domainId: DomainId.nullable(),
  answer: FindingAnswer,
  /** As it counts on the as-of day: one lower than given when the evidence has expired. Null where no answer is behind the finding. */
  evidenceGrade: EvidenceGrade.nullable(),
  loBp: BasisPoints,
  hiBp: BasisPoints,
  /** Standing floors of this question, and standing combinations that look at it. */
  flags: z.array(FlagResult.omit({ questionId: true, reason: true })),
  /** Questions whose help says why it matters and what to do first. */
  helpIds: z.array(QuestionId),
})
export type Finding = z.infer<typeof Finding>

/** An unanswered or unknown question and what answering it could change: how many tiers the worst case could fall, and how many basis points of its domain. */
export const AskFirst = z.strictObject({
  questionId: QuestionId,
  tierSteps: z.int().min(0),
  gapBp: BasisPoints,
  couldClearFlag: z.boolean(),
})
export type AskFirst = z.infer<typeof AskFirst>

export const Badge = z.enum(['provisional', 'scope-limited', 'stale'])
export type Badge = z.infer<typeof Badge>

/**
 * Why a badge is shown, and what `ids` are.
 * `gap-open`, `fact-open`: question ids · `flag-unresolved`: rule ids · `mostly-not-applicable`: domain ids · `not-countersigned`: question ids ·
 * `evidence-expired`: question ids · `source-due`: source ids · `list-old`: list ids.
 */
export const BadgeReason = z.strictObject({
  code: z.enum([
    'gap-open',
    'fact-open',
    'flag-unresolved',
    'mostly-not-applicable',
    'not-countersigned',
    'evidence-expired',
    'source-due',
    'list-old',
  ]),
  ids: z.array(z.string()).min(1),
})
export type BadgeReason = z.infer<typeof BadgeReason>

/** A warning beside the tier, with at least one reason. */
export const BadgeResult = z.strictObject({ badge: Badge, reasons: z.array(BadgeReason).min(1) })
export type BadgeResult = z.infer<typeof BadgeResult>
export const Confidence = z.enum(['high', 'medium', 'low'])

/** Why the assessment cannot be signed yet. `code` is stable; the words are the reader's language's affair. */
export const Blocker = z.strictObject({
  code: z.enum(['nothing-answered', 'domain-not-assessed', 'not-applicable-without-reason', 'invalid-answer']),
  id: z.string(),
})
export type Blocker = z.infer<typeof Blocker>

/** Input that could not be used, where it stands and why; scoring goes on without it as if it were unanswered. */
export const ScoreIssue = z.strictObject({
  questionId: z.string(),
  /** Such as `answers.AD-02`. */
  path: z.string(),
  code: z.enum([
    'unknown-question',
    'wrong-kind',
    'unknown-option',
    'out-of-range',
    'shares-over-whole',
    'answered-twice',
    'not-applicable-without-reason',
    'hidden',
    'not-asked',
  ]),
})
export type ScoreIssue = z.infer<typeof ScoreIssue>

/** When to look again: the longest gap that the tier allows, or the date that the answers name (`questionId`) when that comes first. */
export const Reassessment = z.strictObject({
  on: Day,
  reason: z.discriminatedUnion('code', [
    z.strictObject({ code: z.literal('tier'), months: z.int().min(1) }),
    z.strictObject({ code: z.literal('planned'), questionId: QuestionId }),
  ]),
})
export type Reassessment = z.infer<typeof Reassessment>

export const Result = z.strictObject({
  packId: z.string(),
  packVersion: z.string(),
  relationship: RelationshipKind,
  profile: Profile,
  asOf: Day,
  /** After floors. The decision uses `worst`. */
  tier: TierRange,
  /** The domain (or flag rule) that sets the worst tier; null when nothing was assessed. */
  driver: z.strictObject({ kind: z.enum(['domain', 'flag']), id: z.string() }).nullable(),
  /** True when the tier is Low but confidence is too low to print it as such: "Low (unconfirmed)", sorts with Moderate. */
  isUnconfirmed: z.boolean(),
  inherent: Inherent,
  domains: z.array(DomainResult),
  /** Floors that stand: flags of questions in pack order, then combinations, then screening. */
  flags: z.array(FlagResult),
  /** The floors of this run that do not stand. */
  clearFlags: z.array(ClearFlag),
  /** Most pressing first. */
  findings: z.array(Finding),
  confidence: Confidence,
  badges: z.array(BadgeResult),
  nextReassessment: Reassessment,
  askFirst: z.array(AskFirst),
  /** Questions that show, in pack order, and whether each is answered. */
  shown: z.array(QuestionId),
  answeredCount: z.int().min(0),
  canFinalise: z.boolean(),
  blockers: z.array(Blocker),
  issues: z.array(ScoreIssue),
  vector: z.string(),
})
export type Result = z.infer<typeof Result>
