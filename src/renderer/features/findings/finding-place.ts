// Where a finding stands and what it is called in short.
import type { FindingLine } from '#shared/contract/findings.ts'
import { findingKey, type TreatedFinding } from '#shared/domain/treatment.ts'

/** A text of its own for each finding, for lists. */
export function findingId(finding: TreatedFinding): string {
  return `${finding.kind} ${findingKey(finding)}`
}

/** The id a person knows it by; null for what has only words. */
export function findingCode(finding: TreatedFinding): string | null {
  if (finding.kind === 'question') return finding.questionId
  return finding.kind === 'rule' && finding.ruleId !== 'screening' ? finding.ruleId : null
}

/** The code, or the beginning of its words, for the name of a button. */
export function shortName({ finding, title }: Pick<FindingLine, 'finding' | 'title'>): string {
  return findingCode(finding) ?? (title.length > 60 ? `${title.slice(0, 59)}…` : title)
}
