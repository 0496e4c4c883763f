// What stands beside an answer: what the third party says to it, and where it was taken over from.
import { z } from 'zod'
import { QuestionId } from './ids.ts'
import { line, prose } from './text.ts'
import { Day } from './time.ts'

/** The third party's own words to an answer. They change no score. */
export const ThirdPartyComment = z.strictObject({
  questionId: QuestionId,
  text: prose(5_000),
  saidBy: line(200),
  saidOn: Day,
})
export type ThirdPartyComment = z.infer<typeof ThirdPartyComment>

/** An answer that was taken over: from what the organization says of itself, or from the assessment before. `answeredOn` is when it was first given. */
export const CarriedOver = z.strictObject({
  questionId: QuestionId,
  source: z.enum(['organization', 'previous-assessment']),
  answeredOn: Day,
})
export type CarriedOver = z.infer<typeof CarriedOver>
