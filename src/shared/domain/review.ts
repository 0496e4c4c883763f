// What a second person said of an assessment before it was signed.
import { z } from 'zod'
import { line, prose, requiredLine } from './text.ts'
import { Instant } from './time.ts'

export const ReviewVerdict = z.enum(['agrees', 'asks-for-changes'])
export type ReviewVerdict = z.infer<typeof ReviewVerdict>

export const ReviewDetails = z.strictObject({
  reviewerName: requiredLine(200),
  reviewerRole: line(200),
  verdict: ReviewVerdict,
  note: prose(5_000),
})
export type ReviewDetails = z.infer<typeof ReviewDetails>

export const Review = ReviewDetails.extend({ reviewedAt: Instant })
export type Review = z.infer<typeof Review>
