// One question of a pack: what it asks, why, how it may be answered and what the answer does.
import { z } from 'zod'
import { Condition } from './condition.ts'
import { DomainId, QuestionId } from './ids.ts'
import { requiredLine } from './text.ts'

const OptionId = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an option id such as source-code')
const Rank = z.int().min(1).max(4)

/** Which axis of the inherent tier a fact feeds. */
export const Axis = z.enum(['impact', 'exposure'])
export type Axis = z.infer<typeof Axis>

export const Option = z.strictObject({
  id: OptionId,
  label: requiredLine(300),
  /** Rank 1–4 this option gives on its question's axis; absent when it gives none. */
  rank: Rank.optional(),
  /** For a count by kind: the rank when the count is more than `thresholdCount`, else `rank`. */
  rankAbove: Rank.optional(),
  thresholdCount: z.int().min(0).optional(),
})
export type Option = z.infer<typeof Option>

const options = z.array(Option).min(2).max(40)

/**
 * How a question may be answered.
 * `practice` is Yes, Partly or No, and `badAnswer` says which end is bad. All others are facts.
 */
export const AnswerType = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('practice'), badAnswer: z.enum(['no', 'yes']) }),
  z.strictObject({ kind: z.literal('choice'), axis: Axis.optional(), options }),
  z.strictObject({
    kind: z.literal('several'),
    axis: Axis.optional(),
    options,
    /** The option that means "none of these" and excludes all others. */
    noneOption: OptionId.optional(),
    /** With this many or more options besides `noneOption`, the rank rises by one, to 4 at most. */
    breadthBonusFrom: z.int().min(2).optional(),
  }),
  z.strictObject({
    kind: z.literal('counts'),
    /** A `several` question whose chosen options are counted. */ of: QuestionId,
    unit: requiredLine(60),
  }),
  z.strictObject({ kind: z.literal('percent') }),
  z.strictObject({ kind: z.literal('number'), unit: requiredLine(60), max: z.int().min(1) }),
  z.strictObject({ kind: z.literal('date') }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({
    kind: z.literal('countries'),
    /** In what role a country is named. */ roles: z
      .array(z.strictObject({ id: OptionId, label: requiredLine(120) }))
      .min(1)
      .max(12),
  }),
  z.strictObject({ kind: z.literal('owners') }),
  z.strictObject({ kind: z.literal('jewels'), axis: Axis.optional() }),
])
export type AnswerType = z.infer<typeof AnswerType>
export type AnswerKind = AnswerType['kind']

/** From the milder to the graver. */
export const flagLevels = ['high', 'stop'] as const
export const FlagLevel = z.enum(flagLevels)
export type FlagLevel = z.infer<typeof FlagLevel>

/**
 * A floor under the tier. Without `when` it fires on the bad answer of its own practice question; any other question needs one.
 * It is unresolved while an answer that `when` looks at is open, and also where `unresolvedWhen` may hold, such as "could not screen".
 */
export const Flag = z.strictObject({
  level: FlagLevel,
  when: Condition.optional(),
  unresolvedWhen: Condition.optional(),
  reason: requiredLine(400),
  sources: z.array(z.string()).min(1),
})
export type Flag = z.infer<typeof Flag>

/** A rank on an axis. A practice question gives it when answered badly and `when`, if present, holds; any other question needs `when` and gives it when that holds. */
export const RankRule = z.strictObject({ axis: Axis, rank: Rank, when: Condition.optional() })
export type RankRule = z.infer<typeof RankRule>

const weights: readonly number[] = [1, 2, 3, 5]
/** Weight of a practice in its domain's gap. */
const Weight = z
  .int()
  .refine((weight) => weights.includes(weight), 'is not a weight; use 1, 2, 3 or 5')
  .meta({ enum: weights })

export const Help = z.strictObject({
  why: requiredLine(800),
  good: requiredLine(800),
  proof: requiredLine(800),
  firstStep: requiredLine(800),
})

/** Controls of other catalogues that the question bears on: NIST CSF 2.0, SP 800-53 r5, SP 800-161 r1 and SP 800-171 r3. */
const controlIds = z.array(z.string().min(2).max(20)).max(60)
export const Mappings = z.strictObject({
  csf20: controlIds,
  sp80053r5: controlIds,
  sp800161r1: controlIds.optional(),
  sp800171r3: controlIds.optional(),
})
export type Mappings = z.infer<typeof Mappings>

const Audience = z.enum(['supplier', 'partner', 'investor', 'organization'])

export const Question = z.strictObject({
  id: QuestionId,
  /** Rises when the question's meaning changes, so that old and new answers are not compared. */
  meaning: z.int().min(1),
  domain: DomainId,
  /** `organization` questions are about the firm itself and belong to every relationship. */
  audience: z.array(Audience).min(1).max(4),
  isLite: z.boolean(),
  /** The third party may be asked this itself, in a request file. Absent: the assessor's own to find out. */
  answeredBy: z.literal('third-party').optional(),
  text: requiredLine(400),
  help: Help,
  answer: AnswerType,
  /** Weight of a practice in its domain's gap; absent for facts and for practices that only feed exposure or flags. */
  weight: Weight.optional(),
  /** The gate question whose group this one belongs to. */
  gate: QuestionId.optional(),
  shownIf: Condition.optional(),
  flags: z.array(Flag).max(20).default([]),
  ranks: z.array(RankRule).max(20).default([]),
  mappings: Mappings,
  sources: z.array(z.string()).min(1),
})
export type Question = z.infer<typeof Question>
