// The result as the first version of the method stated it, so that what was signed then still recomputes to the same bytes.
import { z } from 'zod'
import { Badge, Result, ScoreIssue } from './result.ts'

const IssueVersion1 = z.strictObject({
  questionId: ScoreIssue.shape.questionId,
  code: ScoreIssue.shape.code.extract(['unknown-question', 'wrong-kind', 'unknown-option', 'hidden', 'not-asked']),
})
type IssueVersion1 = z.infer<typeof IssueVersion1>

/** A result without findings, clear flags and a date to look again, and with bare badges and issues. */
export const ResultVersion1 = Result.omit({ clearFlags: true, findings: true, nextReassessment: true }).extend({
  badges: z.array(Badge),
  issues: z.array(IssueVersion1),
})
export type ResultVersion1 = z.infer<typeof ResultVersion1>

/** Codes that were told apart later, as they were called; null for what was not listed. */
const oldCodes = {
  'unknown-question': 'unknown-question',
  'wrong-kind': 'wrong-kind',
  'answered-twice': 'wrong-kind',
  'unknown-option': 'unknown-option',
  'out-of-range': 'unknown-option',
  'shares-over-whole': 'unknown-option',
  'not-applicable-without-reason': null,
  hidden: 'hidden',
  'not-asked': 'not-asked',
} as const satisfies Record<Result['issues'][number]['code'], IssueVersion1['code'] | null>

/** What the first version would have stated of this result. */
export function asVersion1(result: Result): ResultVersion1 {
  const { clearFlags: _clear, findings: _findings, nextReassessment: _next, badges, issues, ...rest } = result
  return {
    ...rest,
    badges: badges.map(({ badge }) => badge),
    issues: issues.flatMap(({ questionId, code }) => {
      const old = oldCodes[code]
      return old === null ? [] : [{ questionId, code: old }]
    }),
  }
}
