// The list of findings: reads a page of it, and says what each finding is in words of its pack.
import { z } from 'zod'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { FindingFilter, FindingOrder, ListedFinding } from '#shared/contract/findings.ts'
import { findingOf, planStateOf } from '#shared/domain/treatment.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { daysAfter } from '#shared/scoring/calendar.ts'
import { firstStepOf, pressureOf, titleOf } from '#main/records/finding-lines.ts'
import { findTreatment } from '#main/records/findings.ts'
import { findPackByHash } from '#main/records/pack.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { searchKey } from '#main/records/third-party-summary.ts'
import type { SqlParameters } from '#main/store/statement.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import { countStatement, type FindingRow, listStatement, parametersOf } from './queries.ts'

/** A list that is longer is not counted to its end. */
const longestCount = 1_000
const soonDays = 30
const refreshBudgetMs = 150

function daysOf(context: FeatureContext): { readonly today: string; readonly soon: string } {
  const today = calendarDayOf(context.now())
  return { today, soon: daysAfter(today, soonDays) }
}

/** Where a page ended: the columns that the orders go by. */
const Cursor = z.tuple([z.int(), z.string(), z.string(), z.string(), z.string(), z.string(), z.string()])

function cursorOf(row: FindingRow): string {
  return JSON.stringify([row.weight, row.dueOn, row.nameKey, row.thirdPartyId, row.relationship, row.kind, row.key])
}

/** Nulls when there is no cursor, or one that this program did not make: then the list begins anew. */
function afterCursor(cursor: string | null): SqlParameters | null {
  if (cursor === null) return null
  try {
    const read = Cursor.safeParse(JSON.parse(cursor))
    if (!read.success) return null
    const [weight, afterDue, afterName, afterParty, afterRelationship, afterKind, afterKey] = read.data
    return { weight, afterDue, afterName, afterParty, afterRelationship, afterKind, afterKey }
  } catch {
    return null
  }
}

function listed(context: FeatureContext, row: FindingRow, today: string): ListedFinding {
  const store = requireStore(context)
  const finding = findingOf(row.kind, row.key)
  const treatment = findTreatment(store, row, finding)
  const pack = findPackByHash(store, context.packs, row.packSha256)?.pack
  return {
    assessmentId: row.assessmentId,
    isSigned: row.status === 'signed',
    thirdPartyId: row.thirdPartyId,
    thirdPartyName: row.thirdPartyName,
    relationship: row.relationship,
    finding,
    title: titleOf(finding, pack, row.manualTitle),
    firstStep: firstStepOf(finding, pack, row.manualStep),
    domainId: row.domainId,
    ...pressureOf(row),
    state: planStateOf(treatment, today),
    treatment,
  }
}

interface Page {
  readonly filter: FindingFilter
  readonly order: FindingOrder
  readonly limit: number
  readonly cursor: string | null
}

/** The findings of one page, and where the next one begins. */
export function readPage(context: FeatureContext, page: Page): { readonly findings: ListedFinding[]; readonly nextCursor: string | null } {
  const { filter, order, limit } = page
  const days = daysOf(context)
  const after = afterCursor(page.cursor)
  const statement = listStatement(filter, order, after !== null)
  const parameters = { ...parametersOf(filter, days, searchKey(filter.search)), ...after, limit: limit + 1 }
  const rows = requireStore(context).all(statement, parameters)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    findings: rows.slice(0, limit).map((row) => listed(context, row, days.today)),
    nextCursor: last === undefined ? null : cursorOf(last),
  }
}

export function bringUpToDate(context: FeatureContext, budgetMs = refreshBudgetMs): number {
  const { packs, applicationVersion } = context
  return refreshOutcomes({ store: requireStore(context), packs, applicationVersion }, budgetMs)
}

export function listFindings(context: FeatureContext, input: InputOf<'findings.list'>): OutputOf<'findings.list'> {
  const store = requireStore(context)
  const staleCount = bringUpToDate(context)
  const { filter } = input
  const days = daysOf(context)
  const parameters = { ...parametersOf(filter, days, searchKey(filter.search)), limit: longestCount }
  const count = store.first(countStatement(filter), parameters)?.count ?? 0
  return { ...readPage(context, input), count, staleCount, today: days.today }
}
