// Splits a rounded whole into whole parts that sum to it exactly (largest remainder).

/** `part / whole` in basis points, rounded half up. Both are whole numbers, `whole` > 0. */
export function basisPoints(part: number, whole: number): number {
  return Math.floor((20_000 * part + whole) / (2 * whole))
}

/**
 * The items in their order, each with the basis points of its part; they sum exactly to `basisPoints(sum of parts, whole)`.
 * Each is rounded down, then the points left over go to the largest remainders, ties to the earlier item. A part of 0 gets 0.
 */
export function apportion<T>(items: readonly T[], partOf: (item: T) => number, whole: number): { readonly item: T; readonly bp: number }[] {
  const shares = items.map((item) => ({
    item,
    bp: Math.floor((10_000 * partOf(item)) / whole),
    remainder: (10_000 * partOf(item)) % whole,
  }))
  const total = basisPoints(
    items.reduce((sum, item) => sum + partOf(item), 0),
    whole,
  )
  const left = total - shares.reduce((sum, share) => sum + share.bp, 0)
  const lucky = new Set(shares.toSorted((one, two) => two.remainder - one.remainder).slice(0, left))
  return shares.map((share) => ({ item: share.item, bp: lucky.has(share) ? share.bp + 1 : share.bp }))
}
