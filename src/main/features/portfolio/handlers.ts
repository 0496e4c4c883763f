// The portfolio: how many assessments stand where on the heat map, and which.
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import type { PortfolioRow } from '#shared/contract/portfolio.ts'
import { tierRank } from '#shared/domain/tier.ts'
import { tierOfRank } from '#main/records/assessment-outcome.ts'
import { createKeeper } from '#main/records/kept-reading.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { searchKey } from '#main/records/third-party-summary.ts'
import type { ReadDb } from '#main/store/database.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { countMatching, readCells, readMatching } from './queries.ts'

type PortfolioHandlers = Pick<EngineHandlers, 'portfolio.read' | 'portfolio.list'>

/** Milliseconds that one reading may spend on outcomes that became stale. */
const refreshMs = 150

const literally = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

function readMap(db: ReadDb, { relationship, status }: InputOf<'portfolio.read'>): Omit<OutputOf<'portfolio.read'>, 'staleCount'> {
  const rows = db.all(readCells, { relationship: relationship ?? null, status: status ?? null })
  const sum = (isAssessed: number) => rows.reduce((total, row) => total + (row.isAssessed === isAssessed ? row.count : 0), 0)
  const cells = rows.flatMap(({ isAssessed, inherent, band, count }) =>
    isAssessed === 1 ? [{ inherent: tierOfRank(inherent), band, count }] : [],
  )
  return { cells, assessedCount: sum(1), unassessedCount: sum(0) }
}

function parametersOf({ cell, tier, relationship, status, search }: InputOf<'portfolio.list'>['filter']) {
  const wanted = literally(searchKey(search ?? ''))
  return {
    relationship: relationship ?? null,
    status: status ?? null,
    tier: tier === undefined ? null : tierRank(tier),
    inherent: cell === undefined ? null : tierRank(cell.inherent),
    band: cell === undefined ? null : (cell.band ?? 0),
    pattern: wanted === '' ? null : `%${wanted.replaceAll(' ', '%')}%`,
  }
}

export function portfolioHandlers(context: FeatureContext): PortfolioHandlers {
  const titleOf = (id: string | null) => context.packs.current.pack.domains.find((domain) => domain.id === id)?.title ?? null
  const rowsOf = (db: ReadDb, { filter, offset, limit }: InputOf<'portfolio.list'>): PortfolioRow[] =>
    db.all(readMatching, { ...parametersOf(filter), offset, limit }).map((row) => {
      const { tierBest, tierWorst, isUnconfirmed, driverKind, driverId, inherent, reassessOn, ...rest } = row
      return {
        ...rest,
        tier: { best: tierOfRank(tierBest), worst: tierOfRank(tierWorst) },
        isUnconfirmed: isUnconfirmed === 1,
        driver: driverKind === null || driverId === null ? null : { kind: driverKind, id: driverId },
        driverTitle: driverKind === 'domain' ? titleOf(driverId) : null,
        inherent: tierOfRank(inherent),
        dueOn: row.status === 'signed' ? reassessOn : null,
      }
    })
  const maps = createKeeper<ReturnType<typeof readMap>>()
  const lists = createKeeper<OutputOf<'portfolio.list'>>()
  const freshStore = () => {
    const store = requireStore(context)
    const { packs, applicationVersion } = context
    return { store, staleCount: refreshOutcomes({ store, packs, applicationVersion }, refreshMs) }
  }
  return {
    'portfolio.read': (input) => {
      const { store, staleCount } = freshStore()
      const read = () => readMap(store, input)
      return { ...(staleCount === 0 ? maps.keep(store, JSON.stringify(input), read) : read()), staleCount }
    },
    'portfolio.list': (input) => {
      const { store, staleCount } = freshStore()
      const read = () => ({ rows: rowsOf(store, input), matchCount: store.first(countMatching, parametersOf(input.filter))?.count ?? 0 })
      return staleCount === 0 ? lists.keep(store, JSON.stringify(input), read) : read()
    },
  }
}
