// What the organization decides about the third party, and on which conditions.
import { z } from 'zod'
import { prose, requiredLine } from './text.ts'

export const DecisionOutcome = z.enum(['proceed', 'proceed-with-conditions', 'escalate', 'decline'])
export type DecisionOutcome = z.infer<typeof DecisionOutcome>

export const Decision = z
  .strictObject({
    outcome: DecisionOutcome,
    rationale: prose(10_000),
    conditions: z.array(requiredLine(500)).max(50),
    decidedBy: requiredLine(200),
  })
  .refine((decision) => decision.outcome !== 'proceed-with-conditions' || decision.conditions.length > 0, {
    path: ['conditions'],
    message: 'lists no condition; add one or choose "proceed"',
  })
export type Decision = z.infer<typeof Decision>

/** A decision as it may be made today. Kept and signed ones of earlier versions may list conditions beside `proceed`. */
export const DecisionToMake = Decision.refine((decision) => decision.outcome !== 'proceed' || decision.conditions.length === 0, {
  path: ['conditions'],
  message: 'does not go with "proceed"; choose "proceed with conditions", or remove each condition',
})
