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

/** What is treated: a finding that an answer left, one of one's own, or a condition of the decision, by its words. */
export const TreatedFinding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('question'), questionId: QuestionId }),
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
    status: TreatmentStatus,
    /** Who accepts the risk, and the last day on which that holds; asked for when the response is `accept`. */
    acceptedBy: line(200),
    acceptedUntil: Day.nullable(),
  })
  .refine((treatment) => treatment.response !== 'accept' || treatment.acceptedBy !== '', {
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
