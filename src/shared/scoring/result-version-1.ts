// Today's result as the first version of the method would have stated it, so that what was signed then still recomputes to the same bytes.
import type { IssueVersion1, ResultVersion1 } from '../domain/assessment-result-version-1.ts'
import type { Result } from './result.ts'

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
  const { clearFlags: _clear, findings: _findings, nextReassessment: _next, badges, domains, issues, ...rest } = result
  return {
    ...rest,
    badges: badges.map(({ badge }) => badge),
    domains: domains.map(({ countedWeight: _counted, ...domain }) => domain),
    issues: issues.flatMap(({ questionId, path, code }) => {
      // It knew issues of whole answers only.
      const old = path === `answers.${questionId}` ? oldCodes[code] : null
      return old === null ? [] : [{ questionId, code: old }]
    }),
  }
}
