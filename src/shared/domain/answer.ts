// What was answered to one question: the value, its evidence grade and the assessor's note.
import { z } from 'zod'
import { CountryCode } from './country.ts'
import { JewelId, QuestionId } from './ids.ts'
import { line, prose, proseMaxLength, requiredLine } from './text.ts'
import { Day, Instant } from './time.ts'

/** An owner of the third party: share in hundredths of a percent, 0–10,000; layer 1 holds it directly. */
export const Owner = z.strictObject({
  name: requiredLine(300),
  country: CountryCode.or(z.literal('')),
  shareBp: z.int().min(0).max(10_000),
  layer: z.int().min(1).max(20),
})
export type Owner = z.infer<typeof Owner>

export const PracticeChoice = z.enum(['yes', 'partly', 'no'])
export type PracticeChoice = z.infer<typeof PracticeChoice>

/** The value of an answer. `unknown` and `declined` score alike; `not-applicable` needs a reason. */
export const AnswerValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('practice'), choice: PracticeChoice }),
  z.strictObject({ kind: z.literal('choice'), option: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('several'), options: z.array(z.string().min(1).max(80)).min(1).max(40) }),
  z.strictObject({ kind: z.literal('counts'), counts: z.record(z.string().max(80), z.int().min(0).max(1_000_000_000_000)) }),
  z.strictObject({ kind: z.literal('percent'), shareBp: z.int().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal('number'), count: z.int().min(0).max(1_000_000_000_000) }),
  z.strictObject({ kind: z.literal('date'), on: Day }),
  z.strictObject({ kind: z.literal('text'), text: prose(proseMaxLength) }),
  z.strictObject({
    kind: z.literal('countries'),
    countries: z.array(z.strictObject({ code: CountryCode, roles: z.array(z.string().max(80)).min(1).max(12) })).max(250),
  }),
  z.strictObject({ kind: z.literal('owners'), owners: z.array(Owner).max(200) }),
  z.strictObject({ kind: z.literal('jewels'), jewelIds: z.array(JewelId).max(500) }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('declined') }),
  z.strictObject({ kind: z.literal('not-applicable'), reason: requiredLine(1_000), countersignedBy: line(200) }),
])
export type AnswerValue = z.infer<typeof AnswerValue>

/** A document checked by the assessor, B independent attestation in scope, C supplier statement, D assessor's inference, U none. */
export const EvidenceGrade = z.enum(['A', 'B', 'C', 'D', 'U'])
export type EvidenceGrade = z.infer<typeof EvidenceGrade>

/** What the assessor gives: everything of an answer but its history. */
export const AnswerInput = z.strictObject({
  questionId: QuestionId,
  value: AnswerValue,
  note: prose(proseMaxLength),
  evidenceGrade: EvidenceGrade,
  /** The last day on which the evidence holds; absent or null when it has none. */
  evidenceExpiresOn: Day.nullable().optional(),
})
export type AnswerInput = z.infer<typeof AnswerInput>

/** A stored answer. `revision` counts from 1 and is printed beside the answer in the report. */
export const Answer = AnswerInput.extend({ revision: z.int().min(1), savedAt: Instant })
export type Answer = z.infer<typeof Answer>
