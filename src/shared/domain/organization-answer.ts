// What the organization answered about itself, once, to be taken over into its assessments.
import { z } from 'zod'
import { AnswerInput } from './answer.ts'
import { Day, Instant } from './time.ts'

/**
 * `answeredOn` is the day on which it was given, or confirmed as still true. `meaning` is that of the question at that time:
 * where a pack asks the question with another meaning, the answer is not taken over.
 */
export const OrganizationAnswer = AnswerInput.extend({
  revision: z.int().min(1),
  meaning: z.int().min(1),
  answeredOn: Day,
  savedAt: Instant,
})
export type OrganizationAnswer = z.infer<typeof OrganizationAnswer>

/** An own answer older than this is still taken over, with a hint to look at it again. */
export const staleAfterMonths = 12
