// Scores a draft after a change and writes its outcome in the same transaction: what every writer of answers ends with.
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { score } from '#shared/scoring/score.ts'
import type { WriteDb } from '#main/store/database.ts'
import { scoreInputOf } from './assessment.ts'
import { keepOutcome } from './assessment-outcome.ts'
import { keepOpenFindings } from './open-findings.ts'
import { keepSummary } from './third-party-summary.ts'

/** The result of a draft as the transaction leaves it, kept with the draft and in the row of its third party. Once for each transaction. */
export function settleOutcome(tx: WriteDb, draft: { readonly assessment: Assessment; readonly pack: Pack }, changedAt: string): Result {
  const { assessment, pack } = draft
  const input = scoreInputOf(tx, assessment, pack)
  const result = score(input)
  const { id, thirdPartyId } = assessment
  keepOutcome(tx, { id, thirdPartyId, result, answers: input.answers, changedAt })
  keepOpenFindings(tx, assessment, result)
  keepSummary(tx, thirdPartyId)
  return result
}
