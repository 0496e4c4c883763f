// Where on the heat map the assessments that count stand, and how many; kept until something changes, because gathering them reads them all.
import type { InputOf } from '#shared/contract/contract.ts'
import { tierRank } from '#shared/domain/tier.ts'
import type { ReadDb } from '#main/store/database.ts'
import { countPlaces, countPlacesPutAside, type PlaceRow } from './queries.ts'

type Filter = Omit<InputOf<'portfolio.list'>['filter'], 'search'>

const keyOf = (row: PlaceRow) => JSON.stringify({ ...row, count: 0 })

/** How many stand in each place, without those of third parties put aside. Ranks and bands are 1 to 4. */
export function gatherPlaces(db: ReadDb): PlaceRow[] {
  const putAside = new Map(db.all(countPlacesPutAside).map((row) => [keyOf(row), row.count]))
  return db
    .all(countPlaces)
    .map((row) => ({ ...row, count: row.count - (putAside.get(keyOf(row)) ?? 0) }))
    .filter(({ count }) => count > 0)
}

/** The places that a filter leaves. */
export function placesIn(places: readonly PlaceRow[], { cell, tier, relationship, status }: Filter): PlaceRow[] {
  return places.filter(
    (row) =>
      (relationship === undefined || row.relationship === relationship) &&
      (status === undefined || row.status === status) &&
      (tier === undefined || row.tier === tierRank(tier)) &&
      (cell === undefined || (row.inherent === tierRank(cell.inherent) && row.band === cell.band)),
  )
}

export const sumOf = (places: readonly PlaceRow[]) => places.reduce((sum, { count }) => sum + count, 0)

/** Tier and whether it is unconfirmed: what the list is sorted by before names. */
export interface Rank {
  readonly tier: number
  readonly isUnconfirmed: number
  readonly count: number
}

/** The ranks of the assessed among these places, the most serious first. */
export function ranksOf(places: readonly PlaceRow[]): Rank[] {
  const every = [4, 3, 2, 1].flatMap((tier) => [1, 0].map((isUnconfirmed) => ({ tier, isUnconfirmed })))
  return every
    .map((rank) => ({
      ...rank,
      count: sumOf(places.filter((row) => row.isAssessed === 1 && row.tier === rank.tier && row.isUnconfirmed === rank.isUnconfirmed)),
    }))
    .filter(({ count }) => count > 0)
}

/** A part of the rows of one rank. */
export interface RankPart extends Omit<Rank, 'count'> {
  readonly offset: number
  readonly limit: number
}

/** Which rows of which ranks make up the page of `limit` rows after the first `offset`. */
export function partsOfPage(ranks: readonly Rank[], offset: number, limit: number): RankPart[] {
  const parts: RankPart[] = []
  let [skip, left] = [offset, limit]
  for (const { count, ...rank } of ranks) {
    const length = Math.min(Math.max(0, count - skip), left)
    if (length > 0) parts.push({ ...rank, offset: skip, limit: length })
    skip = Math.max(0, skip - count)
    left -= length
  }
  return parts
}
