// A page of the list of assessments, with their outcomes as they were worked out last.
import type { AssessmentSummary } from '#shared/contract/assessments.ts'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { assessmentFrom } from '#main/records/assessment.ts'
import { findStandingOutcome } from '#main/records/assessment-outcome.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { searchKey } from '#main/records/third-party-summary.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { readPage, readPageOfIds, readPageOfNames, readPageOfParty } from './queries.ts'

const usualLimit = 100
/** How long a list may work on stale outcomes before it answers. */
const refreshBudgetMs = 60

type ListInput = InputOf<'assessments.list'>

function readRows(db: ReadDb, input: ListInput) {
  const [beforeStart = null, beforeId = null] = input.cursor?.split('|') ?? []
  const parameters = {
    beforeStart,
    beforeId,
    status: input.status ?? null,
    isCurrent: Number(input.isCurrent === true),
    limit: (input.limit ?? usualLimit) + 1,
  }
  const { thirdPartyId, ids, search = '' } = input
  const words = searchKey(search)
  if (ids !== undefined) return db.all(readPageOfIds, { ...parameters, ids: JSON.stringify(ids) })
  if (thirdPartyId !== undefined) return db.all(readPageOfParty, { ...parameters, thirdPartyId })
  return words === '' ? db.all(readPage, parameters) : db.all(readPageOfNames, { ...parameters, words })
}

type Row = ReturnType<typeof readRows>[number]

function summaryOf(db: ReadDb, row: Row): AssessmentSummary {
  const { thirdPartyName, reportId, supersededAt, ...cells } = row
  const kept = findStandingOutcome(db, row.id)
  const outcome = kept?.outcome ?? null
  return {
    assessment: assessmentFrom(cells),
    thirdPartyName,
    answeredCount: outcome?.answeredCount ?? 0,
    shownCount: outcome?.shownCount ?? 0,
    tier: outcome?.tier ?? { best: 'low', worst: 'critical' },
    isAssessed: outcome?.isAssessed ?? false,
    isStanding: kept?.isStanding ?? false,
    outcome,
    reportId,
    supersededAt,
  }
}

/** Works out what became stale since the last list, for a moment, and says how much is left. */
export function refreshForMoment(context: FeatureContext): number {
  const { packs, applicationVersion } = context
  return refreshOutcomes({ store: requireStore(context), packs, applicationVersion }, refreshBudgetMs)
}

export function listAssessments(context: FeatureContext, input: ListInput): OutputOf<'assessments.list'> {
  const store = requireStore(context)
  const staleCount = refreshForMoment(context)
  const limit = input.limit ?? usualLimit
  const rows = readRows(store, input)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    assessments: shown.map((row) => summaryOf(store, row)),
    nextCursor: last === undefined ? null : `${last.startedAt}|${last.id}`,
    staleCount,
  }
}
