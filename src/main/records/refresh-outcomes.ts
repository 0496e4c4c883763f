// Works out again what became stale: after a change to a crown jewel, an import, a new version of the program, or a vault of an older one.
import { z } from 'zod'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import type { PackLibrary } from '#main/packs/pack-library.ts'
import type { WriteDb } from '#main/store/database.ts'
import { command, query } from '#main/store/statement.ts'
import type { Store } from '#main/store/store.ts'
import { VaultProblem } from '#main/store/vault-problem.ts'
import { findPack, readAnswers, readAssessment, readScreeningTime, resultOf } from './assessment.ts'
import { keepOutcome, markFresh } from './assessment-outcome.ts'
import { keepOpenFindings } from './open-findings.ts'
import { keepSummary } from './third-party-summary.ts'

/** Raise it when the method or what an outcome holds changes within one version of the program. */
const outcomeEdition = 1

const CountRow = z.strictObject({ count: z.int() })
export const readOrigin = query('SELECT worked_out_by AS workedOutBy FROM outcome_origin', z.strictObject({ workedOutBy: z.string() }))
export const saveOrigin = command('INSERT OR REPLACE INTO outcome_origin (one, worked_out_by) VALUES (1, :workedOutBy)')
export const markAllDraftsStale = command("INSERT OR IGNORE INTO stale_outcome SELECT id FROM assessment WHERE status = 'draft'")
export const readStaleOutcomes = query('SELECT assessment_id AS id FROM stale_outcome LIMIT 20', z.strictObject({ id: AssessmentId }))
export const readStaleSummaries = query('SELECT third_party_id AS id FROM stale_summary LIMIT 200', z.strictObject({ id: ThirdPartyId }))
export const countStale = query('SELECT (SELECT count(*) FROM stale_outcome) + (SELECT count(*) FROM stale_summary) AS count', CountRow)

export interface OutcomeSource {
  readonly store: Store
  readonly packs: PackLibrary
  readonly applicationVersion: string
}

/** Works one outcome out from what the vault holds now. An assessment that is gone has none. */
function renewOutcome(tx: WriteDb, packs: PackLibrary, id: AssessmentId): void {
  const assessment = tx.first(readAssessment, { id })
  if (assessment === undefined) {
    tx.run(markFresh, { id })
    return
  }
  const answers = tx.all(readAnswers, { id })
  const times = [
    assessment.startedAt,
    ...answers.map(({ savedAt }) => savedAt),
    ...tx.all(readScreeningTime, { id }).map(({ savedAt }) => savedAt),
  ]
  const result = resultOf(tx, assessment, findPack(tx, packs, assessment))
  const changedAt = times.toSorted().at(-1) ?? assessment.startedAt
  keepOutcome(tx, { id, thirdPartyId: assessment.thirdPartyId, result, answers, changedAt })
  keepOpenFindings(tx, assessment, result)
}

function noteOrigin({ store, applicationVersion }: OutcomeSource): void {
  const workedOutBy = `${applicationVersion}/${outcomeEdition}`
  if (store.first(readOrigin)?.workedOutBy === workedOutBy) return
  store.derive((tx) => {
    tx.run(markAllDraftsStale)
    tx.run(saveOrigin, { workedOutBy })
  })
}

/** Renews a handful; false when nothing was stale. */
function renewSome({ store, packs }: OutcomeSource): boolean {
  const outcomes = store.all(readStaleOutcomes)
  const summaries = outcomes.length > 0 ? [] : store.all(readStaleSummaries)
  if (outcomes.length + summaries.length === 0) return false
  store.derive((tx) => {
    for (const { id } of outcomes) renewOutcome(tx, packs, id)
    for (const { id } of summaries) keepSummary(tx, id)
  })
  return true
}

/** A disk that takes no writes keeps nobody from reading what stands. */
function isUnwritable(error: unknown): boolean {
  return error instanceof VaultProblem && (error.code === 'write-failed' || error.code === 'disk-full')
}

/**
 * Brings outcomes and summaries up to date for at most about `budgetMs`, and returns how many are still stale: nearly always 0, after
 * reading three empty tables. Lists call it before they read. A vault that cannot be written keeps what it has.
 */
export function refreshOutcomes(source: OutcomeSource, budgetMs: number): number {
  const endsAtMs = performance.now() + budgetMs
  try {
    noteOrigin(source)
    while (renewSome(source)) if (performance.now() > endsAtMs) break
  } catch (error) {
    if (!isUnwritable(error)) throw error
  }
  return source.store.first(countStale)?.count ?? 0
}
