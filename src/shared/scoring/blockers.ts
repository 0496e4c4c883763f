// Why an assessment cannot be signed yet. Source: docs/method.md §9.
import type { Blocker, DomainResult } from './result.ts'
import type { Run } from './run.ts'

/** Empty when the assessment may be signed. An open answer does not block: it is scored as the worst case. */
export function blockersOf(run: Run, domains: readonly DomainResult[], answeredCount: number): Blocker[] {
  const blockers: Blocker[] = answeredCount === 0 ? [{ code: 'nothing-answered', id: '' }] : []
  for (const domain of domains) {
    if (domain.state === 'not-assessed') blockers.push({ code: 'domain-not-assessed', id: domain.domainId })
  }
  for (const { question, unusable } of run.shown) {
    if (unusable === 'not-applicable-without-reason') blockers.push({ code: unusable, id: question.id })
    else if (unusable !== null) blockers.push({ code: 'invalid-answer', id: question.id })
  }
  return blockers
}
