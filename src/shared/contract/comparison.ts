// What differs between two assessments, with what the page needs to say it in words.
import { z } from 'zod'
import { Answer, EvidenceGrade } from '../domain/answer.ts'
import { Assessment } from '../domain/assessment.ts'
import { DomainId, QuestionId } from '../domain/ids.ts'
import { FlagLevel, Question } from '../domain/question.ts'
import { TierRange } from '../domain/tier.ts'
import { Confidence, GapRange } from '../scoring/result.ts'

/** What an answer amounts to; `hidden` when the question does not show. */
const AnswerStanding = z.enum(['good', 'partly', 'bad', 'fact', 'blank', 'unknown', 'declined', 'unusable', 'not-applicable', 'hidden'])

/** `absent` when that assessment does not have the rule, or does not show its question. */
export const FlagStanding = z.enum(['fired', 'unresolved', 'clear', 'absent'])
export type FlagStanding = z.infer<typeof FlagStanding>

/** Steps are tiers by which the second is worse; negative when it is better. */
const TierChange = z.strictObject({ first: TierRange, second: TierRange, bestSteps: z.int(), worstSteps: z.int() })
const AnswerSide = z.strictObject({ state: AnswerStanding, grade: EvidenceGrade.nullable() })
const AnswerChange = z.strictObject({
  questionId: QuestionId,
  first: AnswerSide,
  second: AnswerSide,
  isSameAnswer: z.boolean(),
  direction: z.enum(['better', 'worse', 'other']),
})
export type AnswerChange = z.infer<typeof AnswerChange>
const FlagChange = z.strictObject({ ruleId: z.string(), level: FlagLevel, first: FlagStanding, second: FlagStanding })
/** Differences in basis points, second less first; null where one side has no gap. */
const DomainChange = z.strictObject({
  domainId: DomainId,
  first: GapRange.nullable(),
  second: GapRange.nullable(),
  loBp: z.int().nullable(),
  hiBp: z.int().nullable(),
})

/** Of the whole assessments: tiers, confidence, flags. Of the shared questions alone: gaps. Lists are sorted by id. */
const Comparison = z.strictObject({
  isSame: z.boolean(),
  tier: TierChange,
  inherent: TierChange,
  confidence: z.strictObject({ first: Confidence, second: Confidence }),
  domains: z.array(DomainChange),
  answers: z.array(AnswerChange),
  flags: z.array(FlagChange),
  onlyFirst: z.array(QuestionId),
  onlySecond: z.array(QuestionId),
  /** Asked by both in another sense or place. */
  notComparable: z.array(QuestionId),
  reweighed: z.array(QuestionId),
})

/** One of the two, with the questions and answers that the comparison names. */
export const ComparedSide = z.strictObject({
  assessment: Assessment,
  thirdPartyName: z.string(),
  packTitle: z.string(),
  questions: z.array(Question),
  answers: z.array(Answer),
  /** What each rule says that the comparison names, by rule id. */
  reasons: z.record(z.string(), z.string()),
})
export type ComparedSide = z.infer<typeof ComparedSide>

export const ComparedAssessments = z.strictObject({
  first: ComparedSide,
  second: ComparedSide,
  domainTitles: z.record(z.string(), z.string()),
  /** Names of the crown jewels that answers name, by id. */
  jewelNames: z.record(z.string(), z.string()),
  comparison: Comparison,
})
export type ComparedAssessments = z.infer<typeof ComparedAssessments>
