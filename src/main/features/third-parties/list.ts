// A part of the list of third parties, filtered and sorted by the database.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { tierRank } from '#shared/domain/tier.ts'
import type { ListedThirdParty, ThirdPartyFilter, ThirdPartySort } from '#shared/domain/third-party-view.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { daysAfter } from '#shared/scoring/calendar.ts'
import { tierOfRank } from '#main/records/assessment-outcome.ts'
import { createKeeper, type Keeper, partyTables } from '#main/records/kept-reading.ts'
import { findPackByHash } from '#main/records/pack.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { readTagsOf, relationshipBit, relationshipsOfBits, searchKey } from '#main/records/third-party-summary.ts'
import type { ReadDb } from '#main/store/database.ts'
import type { SqlParameters } from '#main/store/statement.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'
import * as sql from './queries.ts'

const usualLimit = 100
/** How long a list may work on stale outcomes before it answers. */
const refreshBudgetMs = 40
const soonDays = 60

const statements = {
  name: [sql.listByName, sql.listByNameBackwards],
  country: [sql.listByCountry, sql.listByCountryBackwards],
  tier: [sql.listByTier, sql.listByTierBackwards],
  assessed: [sql.listByAssessed, sql.listByAssessedBackwards],
  due: [sql.listByDue, sql.listByDueBackwards],
  status: [sql.listByStatus, sql.listByStatusBackwards],
} as const

/** The words of a search, at most three: what follows the second stays together. */
function searchWords(search: string): readonly [string, string, string] {
  const [one = '', two = '', ...rest] = searchKey(search).split(' ')
  return [one, two, rest.join(' ')]
}

/** The parameters of a filter, on the day of `now`. */
export function filterParameters(filter: ThirdPartyFilter, now: string): SqlParameters {
  const [one, two, three] = searchWords(filter.search ?? '')
  const today = calendarDayOf(now)
  const { tier, relationship } = filter
  return {
    one,
    two,
    three,
    bit: relationship === undefined ? 0 : relationshipBit(relationship),
    tier: tier === undefined ? null : tier === 'none' ? 0 : tierRank(tier),
    status: filter.status ?? null,
    country: filter.country ?? null,
    due: filter.due ?? null,
    tag: filter.tag ?? null,
    isArchived: filter.isArchived === true ? 1 : 0,
    today,
    soonUntil: daysAfter(today, soonDays),
  }
}

function driverOf(context: FeatureContext, row: sql.ListRow): ListedThirdParty['driver'] {
  const { driverKind: kind, driverId: id, driverAssessmentId: assessmentId, packSha256 } = row
  if ((kind !== 'domain' && kind !== 'flag') || id === null || assessmentId === null || packSha256 === null) return null
  const pack = findPackByHash(requireStore(context), context.packs, packSha256)?.pack
  const title = pack?.domains.find((domain) => domain.id === id)?.title ?? id
  return { kind, id, title, assessmentId }
}

function rowOf(context: FeatureContext, row: sql.ListRow): ListedThirdParty {
  const { id, legalName, nativeName, country, stopCount, status, assessedOn, dueOn, due, tierBest, tierWorst } = row
  return {
    id,
    legalName,
    nativeName,
    country,
    relationships: relationshipsOfBits(row.relationships),
    tags: requireStore(context)
      .all(readTagsOf, { id })
      .map(({ tag }) => tag),
    isArchived: row.isArchived === 1,
    tier: tierBest === null || tierWorst === null ? null : { best: tierOfRank(tierBest), worst: tierOfRank(tierWorst) },
    isUnconfirmed: row.isUnconfirmed === 1,
    driver: driverOf(context, row),
    stopCount,
    status,
    assessedOn,
    dueOn,
    due,
  }
}

interface Part {
  readonly filter: ThirdPartyFilter
  readonly sort: ThirdPartySort
  readonly offset: number
  readonly limit: number
}

/** The rows of a part of the list. */
export function readPart(context: FeatureContext, { filter, sort, offset, limit }: Part): ListedThirdParty[] {
  const [forwards, backwards] = statements[sort.by]
  const statement = sort.isDescending ? backwards : forwards
  const parameters = { ...filterParameters(filter, context.now()), offset, limit }
  return requireStore(context)
    .all(statement, parameters)
    .map((row) => rowOf(context, row))
}

/** How many there are in all, put aside and not. */
function countBoth(db: ReadDb) {
  const everybody = db.first(sql.countAll)?.count ?? 0
  const archivedCount = db.first(sql.countArchived)?.count ?? 0
  return { allCount: everybody - archivedCount, archivedCount }
}

type Counts = ReturnType<typeof countBoth>

/** How many fit the filter: everybody but those put aside, or those, when nothing else narrows the list. */
function countMatching(db: ReadDb, parameters: SqlParameters, { filter, allCount, archivedCount }: Counts & Pick<Part, 'filter'>): number {
  const isNarrowed = Object.entries(filter).some(([name, value]) => name !== 'isArchived' && value !== '')
  if (isNarrowed) return db.first(sql.countMatching, parameters)?.count ?? 0
  return filter.isArchived === true ? archivedCount : allCount
}

const counts = createKeeper<Counts>(partyTables)
const lists = createKeeper<Omit<OutputOf<'thirdParties.list'>, 'staleCount'>>(partyTables)

export function listThirdParties(context: FeatureContext, input: InputOf<'thirdParties.list'>): OutputOf<'thirdParties.list'> {
  const { filter = {}, sort = { by: 'name', isDescending: false }, offset = 0, limit = usualLimit } = input
  const store = requireStore(context)
  const { packs, applicationVersion } = context
  const staleCount = refreshOutcomes({ store, packs, applicationVersion }, refreshBudgetMs)
  const keep = <Value>(keeper: Keeper<Value>, key: string, read: () => Value) => (staleCount === 0 ? keeper.keep(store, key, read) : read())
  const read = () => {
    const both = keep(counts, '', () => countBoth(store))
    const matchCount = countMatching(store, filterParameters(filter, context.now()), { filter, ...both })
    return { thirdParties: readPart(context, { filter, sort, offset, limit }), matchCount, ...both }
  }
  // What is due depends on the day.
  const key = JSON.stringify([filter, sort, offset, limit, calendarDayOf(context.now())])
  return { ...keep(lists, key, read), staleCount }
}

const facets = createKeeper<OutputOf<'thirdParties.facets'>>(partyTables)

/** What there is to choose from, with how many third parties each choice has. */
export function listFacets(context: FeatureContext, input: InputOf<'thirdParties.facets'>): OutputOf<'thirdParties.facets'> {
  const store = requireStore(context)
  const { packs, applicationVersion } = context
  const which = { isArchived: input.isArchived === true ? 1 : 0 }
  const read = () => ({ countries: store.all(sql.countCountries, which), tags: store.all(sql.countTags, which) })
  const isFresh = refreshOutcomes({ store, packs, applicationVersion }, refreshBudgetMs) === 0
  return isFresh ? facets.keep(store, JSON.stringify(which), read) : read()
}
