// The evidence behind an answer as it counts on the as-of day, and until when it holds.
import type { Answer, EvidenceGrade } from '#shared/domain/answer.ts'
import { effectiveGrade, hasExpired } from '#shared/scoring/evidence.ts'
import { fill } from '../words.ts'
import type { QuestionFile } from './case-file.ts'
import { writtenDate } from './written.ts'

export interface PrintedEvidence {
  readonly grade: EvidenceGrade
  /** Such as `valid until 30 April 2027`; empty when no day was given. */
  readonly remark: string
}

/** An answer that is missing has no evidence. */
export function printedEvidence(answer: Answer | undefined, file: QuestionFile): PrintedEvidence {
  if (answer === undefined) return { grade: 'U', remark: '' }
  const { asOf } = file.document
  const { evidenceGrade, evidenceExpiresOn = null } = answer
  const grade = effectiveGrade(answer, asOf)
  if (evidenceExpiresOn === null || evidenceGrade === 'U') return { grade, remark: '' }
  const { evidenceValid, evidenceExpired } = file.words.sentence
  const values = { grade: evidenceGrade, date: writtenDate(evidenceExpiresOn, file.words) }
  return { grade, remark: fill(hasExpired(answer, asOf) ? evidenceExpired : evidenceValid, values) }
}
