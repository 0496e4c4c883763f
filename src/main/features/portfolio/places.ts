// Where on the heat map the assessments that count stand, and how many. Gathering them reads them all, so it is done once, and then only what changed.
import type { InputOf } from '#shared/contract/contract.ts'
import { tierRank } from '#shared/domain/tier.ts'
import { createPartyKeeper } from '#main/records/kept-by-party.ts'
import { type PlaceRow, readPlaces, readPlacesOf } from './queries.ts'

type Filter = Omit<InputOf<'portfolio.list'>['filter'], 'search'>
type PlacesOf = readonly PlaceRow[]

/** A place and how many stand in it. Ranks and bands are 1 to 4. */
export interface CountedPlace extends Omit<PlaceRow, 'number'> {
  readonly count: number
}

/** Where each third party stands that is not put aside, in each of its relationships. */
export function createPlacesKeeper() {
  return createPartyKeeper<PlacesOf>({
    all: (db) => {
      const byParty = new Map<string, PlacesOf>()
      for (const { partyIds, ...place } of db.all(readPlaces))
        for (const id of partyIds.split(',')) byParty.set(id, [...(byParty.get(id) ?? []), place])
      return byParty
    },
    one: (db, id) => {
      const places = db.all(readPlacesOf, { id })
      return places.length === 0 ? undefined : places
    },
  })
}

/** How many stand in each place. */
export function countPlaces(byParty: ReadonlyMap<string, PlacesOf>): CountedPlace[] {
  const counted = new Map<number, { readonly place: PlaceRow; count: number }>()
  for (const places of byParty.values())
    for (const place of places) {
      const known = counted.get(place.number)
      if (known === undefined) counted.set(place.number, { place, count: 1 })
      else known.count += 1
    }
  return [...counted]
    .toSorted(([one], [other]) => one - other)
    .map(([, { place, count }]) => {
      const { number: _, ...rest } = place
      return { ...rest, count }
    })
}

/** The places that a filter leaves. */
export function placesIn(places: readonly CountedPlace[], { cell, tier, relationship, status }: Filter): CountedPlace[] {
  return places.filter(
    (row) =>
      (relationship === undefined || row.relationship === relationship) &&
      (status === undefined || row.status === status) &&
      (tier === undefined || row.tier === tierRank(tier)) &&
      (cell === undefined || (row.inherent === tierRank(cell.inherent) && row.band === cell.band)),
  )
}

export const sumOf = (places: readonly CountedPlace[]) => places.reduce((sum, { count }) => sum + count, 0)

/** Tier and whether it is unconfirmed: what the list is sorted by before names. */
export interface Rank {
  readonly tier: number
  readonly isUnconfirmed: number
  readonly count: number
}

/** The ranks of the assessed among these places, the most serious first. */
export function ranksOf(places: readonly CountedPlace[]): Rank[] {
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
