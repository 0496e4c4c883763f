// Answers the portfolio: how many assessments stand where on the heat map, and which.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { PortfolioRow } from '#shared/contract/portfolio.ts'
import { tierRank } from '#shared/domain/tier.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { tierOfRank } from '#main/records/assessment-outcome.ts'
import { createKeeper } from '#main/records/kept-reading.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { searchKey } from '#main/records/third-party-summary.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { type CountedPlace, countPlaces, createPlacesKeeper, partsOfPage, placesIn, ranksOf, sumOf } from './places.ts'
import { countMatching, readMatching, readRankByName, readRankByTier } from './queries.ts'

type PortfolioHandlers = Pick<EngineHandlers, 'portfolio.read' | 'portfolio.list'>
type ListInput = InputOf<'portfolio.list'>

/** Milliseconds that one reading may spend on outcomes that became stale. */
const refreshMs = 150
/** Of a tier that no more than one in so many have, all are read and sorted. */
const rareOneIn = 8

const literally = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

function mapOf(places: readonly CountedPlace[]): Omit<OutputOf<'portfolio.read'>, 'staleCount'> {
  const assessed = places.filter(({ isAssessed }) => isAssessed === 1)
  const cells = new Map<string, { readonly inherent: number; readonly band: number | null; readonly count: number }>()
  for (const { inherent, band, count } of assessed) {
    const key = `${inherent} ${band}`
    cells.set(key, { inherent, band, count: (cells.get(key)?.count ?? 0) + count })
  }
  return {
    cells: [...cells.values()].map(({ inherent, ...rest }) => ({ ...rest, inherent: tierOfRank(inherent) })),
    assessedCount: sumOf(assessed),
    unassessedCount: sumOf(places) - sumOf(assessed),
  }
}

function parametersOf({ cell, relationship, status }: ListInput['filter']) {
  return {
    relationship: relationship ?? null,
    status: status ?? null,
    inherent: cell === undefined ? null : tierRank(cell.inherent),
    band: cell === undefined ? null : (cell.band ?? 0),
  }
}

/** The rows that a search leaves. Also says which there are while tiers of third parties are still stale. */
function searched(db: ReadDb, { filter, offset, limit }: ListInput) {
  const pattern = `%${literally(searchKey(filter.search ?? '')).replaceAll(' ', '%')}%`
  const parameters = { ...parametersOf(filter), pattern, tier: filter.tier === undefined ? null : tierRank(filter.tier) }
  return {
    rows: db.all(readMatching, { ...parameters, offset, limit }),
    matchCount: db.first(countMatching, parameters)?.count ?? 0,
  }
}

/** The rows of a page, rank by rank: how many each rank has is known already. */
function ranked(db: ReadDb, places: readonly CountedPlace[], { filter, offset, limit }: ListInput) {
  const ranks = ranksOf(placesIn(places, filter))
  const parameters = parametersOf(filter)
  const rows = partsOfPage(ranks, offset, limit).flatMap((part) => {
    const isRare = sumOf(places.filter(({ tier }) => tier === part.tier)) * rareOneIn <= sumOf(places)
    return db.all(isRare ? readRankByTier : readRankByName, { ...parameters, ...part })
  })
  return { rows, matchCount: ranks.reduce((sum, { count }) => sum + count, 0) }
}

export function portfolioHandlers(context: FeatureContext): PortfolioHandlers {
  const titleOf = (id: string | null) => context.packs.current.pack.domains.find((domain) => domain.id === id)?.title ?? null
  const rowOf = (row: ReturnType<typeof searched>['rows'][number]): PortfolioRow => {
    const { tierBest, tierWorst, isUnconfirmed, driverKind, driverId, inherent, reassessOn, ...rest } = row
    return {
      ...rest,
      tier: { best: tierOfRank(tierBest), worst: tierOfRank(tierWorst) },
      isUnconfirmed: isUnconfirmed === 1,
      driver: driverKind === null || driverId === null ? null : { kind: driverKind, id: driverId },
      driverTitle: driverKind === 'domain' ? titleOf(driverId) : null,
      inherent: tierOfRank(inherent),
      dueOn: row.status === 'signed' ? reassessOn : null,
      isOverdue: row.status === 'signed' && reassessOn < calendarDayOf(context.now()),
    }
  }
  const keeper = createKeeper<CountedPlace[]>()
  const placesOf = createPlacesKeeper()
  const fresh = () => {
    const store = requireStore(context)
    const { packs, applicationVersion } = context
    const staleCount = refreshOutcomes({ store, packs, applicationVersion }, refreshMs)
    const count = () => countPlaces(placesOf(store))
    const places = () => (staleCount === 0 ? keeper.keep(store, '', count) : count())
    return { store, staleCount, places }
  }
  return {
    'portfolio.read': (filter) => {
      const { places, staleCount } = fresh()
      return { ...mapOf(placesIn(places(), filter)), staleCount }
    },
    'portfolio.list': (input) => {
      const { store, places, staleCount } = fresh()
      const isSearch = searchKey(input.filter.search ?? '') !== ''
      const { rows, matchCount } = isSearch || staleCount > 0 ? searched(store, input) : ranked(store, places(), input)
      return { rows: rows.map(rowOf), matchCount }
    },
  }
}
