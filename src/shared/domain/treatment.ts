// What is done about a finding: who does it, until when, and how far it is.
import { z } from 'zod'
import { FindingId, QuestionId, TreatmentId } from './ids.ts'
import { line, prose, requiredLine } from './text.ts'
import { Day, Instant } from './time.ts'

/** The four classical ways to treat a risk (ISO 31000, NIST SP 800-39). */
export const TreatmentResponse = z.enum(['mitigate', 'accept', 'avoid', 'transfer'])
export type TreatmentResponse = z.infer<typeof TreatmentResponse>

export const TreatmentStatus = z.enum(['open', 'in-progress', 'done'])
export type TreatmentStatus = z.infer<typeof TreatmentStatus>

/**
 * What is treated: a finding that an answer left, one of a rule (a combination of answers, or screening), one of one's own, or a
 * condition of the decision, by its words.
 */
export const TreatedFinding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('question'), questionId: QuestionId }),
  z.strictObject({ kind: z.literal('rule'), ruleId: requiredLine(40) }),
  z.strictObject({ kind: z.literal('manual'), findingId: FindingId }),
  z.strictObject({ kind: z.literal('condition'), condition: requiredLine(500) }),
])
export type TreatedFinding = z.infer<typeof TreatedFinding>

export const TreatmentDetails = z
  .strictObject({
    finding: TreatedFinding,
    response: TreatmentResponse,
    action: prose(2_000),
    ownerName: line(200),
    dueOn: Day.nullable(),
    /** How far it is; without meaning when the risk is accepted. */
    status: TreatmentStatus,
    /** Who accepts the risk, and the last day on which that holds; asked for when the response is `accept`. */
    acceptedBy: line(200),
    acceptedUntil: Day.nullable(),
  })
  .refine((treatment) => treatment.response !== 'accept' || treatment.acceptedBy.trim() !== '', {
    path: ['acceptedBy'],
    message: 'names nobody; say who accepts this risk',
  })
  .refine((treatment) => treatment.response !== 'accept' || treatment.acceptedUntil !== null, {
    path: ['acceptedUntil'],
    message: 'is missing; a risk is accepted until a day, then looked at again',
  })
export type TreatmentDetails = z.infer<typeof TreatmentDetails>

export const Treatment = TreatmentDetails.safeExtend({ id: TreatmentId, changedAt: Instant })
export type Treatment = z.infer<typeof Treatment>

/** How a finding stands on a day. `lapsed`: its risk was accepted until a day that has passed, so it is open again. */
export const PlanState = z.enum(['untreated', 'open', 'in-progress', 'done', 'accepted', 'lapsed'])
export type PlanState = z.infer<typeof PlanState>

/** How a treated finding stands on a day. The last day of an acceptance still counts. */
export function treatedStateOf(
  treatment: Pick<Treatment, 'response' | 'status' | 'acceptedUntil'>,
  today: Day,
): Exclude<PlanState, 'untreated'> {
  if (treatment.response !== 'accept') return treatment.status
  return treatment.acceptedUntil !== null && treatment.acceptedUntil < today ? 'lapsed' : 'accepted'
}

/** How a finding with this treatment, or with none, stands on a day. */
export function planStateOf(treatment: Parameters<typeof treatedStateOf>[0] | null, today: Day): PlanState {
  return treatment === null ? 'untreated' : treatedStateOf(treatment, today)
}

/** The day on which somebody has to look at it: of the treatment, or the last one of an acceptance. Null when it is done or has no day. */
export function dayDueOf(treatment: Pick<Treatment, 'response' | 'status' | 'dueOn' | 'acceptedUntil'>): Day | null {
  if (treatment.response === 'accept') return treatment.acceptedUntil
  return treatment.status === 'done' ? null : treatment.dueOn
}

/** The part of a finding that tells it from others of its kind. */
export function findingKey(finding: TreatedFinding): string {
  switch (finding.kind) {
    case 'question':
      return finding.questionId
    case 'rule':
      return finding.ruleId
    case 'manual':
      return finding.findingId
    case 'condition':
      return finding.condition
  }
}

/** The finding of a kind and a key. Throws when there is none like it. */
export function findingOf(kind: string, key: string): TreatedFinding {
  const fields = { question: 'questionId', rule: 'ruleId', manual: 'findingId', condition: 'condition' }
  const field = Object.entries(fields).find(([name]) => name === kind)?.[1] ?? ''
  return TreatedFinding.parse({ kind, [field]: key })
}
