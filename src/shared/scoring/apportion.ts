// Splits a rounded whole into whole parts that sum to it exactly (largest remainder).

/** `part / whole` in basis points, rounded half up. Both are whole numbers, `whole` > 0. */
export function basisPoints(part: number, whole: number): number {
  return Math.floor((20_000 * part + whole) / (2 * whole))
}

/** An item and the basis points it gets. */
export interface Portion<T> {
  readonly item: T
  readonly bp: number
}

/**
 * Splits a whole number of points in proportion to the parts of the items, so that they sum exactly to it: each is rounded down, then the
 * points left over go to the largest remainders, ties to the earlier item. Parts are whole numbers; when all are 0, so are the portions.
 */
export function share<T>(items: readonly T[], partOf: (item: T) => number, points: number): Portion<T>[] {
  const whole = sumOf(items, partOf)
  return whole === 0 ? items.map((item) => ({ item, bp: 0 })) : deal(items, partOf, { scale: points, whole, total: points })
}

/** Basis points of each item's part of the whole, dealt in the same way; they sum exactly to `basisPoints(sum of parts, whole)`; `whole` > 0. */
export function apportion<T>(items: readonly T[], partOf: (item: T) => number, whole: number): Portion<T>[] {
  return deal(items, partOf, { scale: 10_000, whole, total: basisPoints(sumOf(items, partOf), whole) })
}

function sumOf<T>(items: readonly T[], partOf: (item: T) => number): number {
  let sum = 0
  for (const item of items) sum += partOf(item)
  return sum
}

interface Deal {
  readonly scale: number
  readonly whole: number
  readonly total: number
}

function deal<T>(items: readonly T[], partOf: (item: T) => number, { scale, whole, total }: Deal): Portion<T>[] {
  const portions = items.map((item) => ({ item, bp: Math.floor((scale * partOf(item)) / whole) }))
  const left = total - sumOf(portions, (portion) => portion.bp)
  if (left === 0) return portions
  const byRemainder = portions.map((portion) => ({ portion, remainder: (scale * partOf(portion.item)) % whole }))
  byRemainder.sort((one, two) => two.remainder - one.remainder)
  for (const { portion } of byRemainder.slice(0, left)) portion.bp += 1
  return portions
}
