// What the evidence of an answer is worth on the as-of day. Source: docs/method.md §7.
import type { AnswerInput, EvidenceGrade } from '../domain/answer.ts'
import type { Day } from '../domain/time.ts'

type Evidence = Pick<AnswerInput, 'evidenceGrade' | 'evidenceExpiresOn'>

const oneLower = { A: 'B', B: 'C', C: 'D', D: 'U', U: 'U' } as const satisfies Record<EvidenceGrade, EvidenceGrade>

/** True once the last day on which the evidence holds is over. Where there is no evidence (U), nothing expires. */
export function hasExpired({ evidenceGrade, evidenceExpiresOn }: Evidence, asOf: Day): boolean {
  return evidenceGrade !== 'U' && evidenceExpiresOn !== undefined && evidenceExpiresOn !== null && evidenceExpiresOn < asOf
}

/** The grade given, one lower when the evidence has expired. */
export function effectiveGrade(evidence: Evidence, asOf: Day): EvidenceGrade {
  return hasExpired(evidence, asOf) ? oneLower[evidence.evidenceGrade] : evidence.evidenceGrade
}
