// The shape of a result as the first version of the method stated it. It is read in what was signed then, never written.
import { z } from 'zod'
import { Badge, DomainResult, Result, ScoreIssue } from '../scoring/result.ts'

const IssueVersion1 = z.strictObject({
  questionId: ScoreIssue.shape.questionId,
  code: ScoreIssue.shape.code.extract(['unknown-question', 'wrong-kind', 'unknown-option', 'hidden', 'not-asked']),
})
export type IssueVersion1 = z.infer<typeof IssueVersion1>

/** A result without findings, clear flags and a date to look again, and with bare badges and issues. */
export const ResultVersion1 = Result.omit({ clearFlags: true, findings: true, nextReassessment: true }).extend({
  badges: z.array(Badge),
  domains: z.array(DomainResult.omit({ countedWeight: true })),
  issues: z.array(IssueVersion1),
})
export type ResultVersion1 = z.infer<typeof ResultVersion1>
