// Splits a rounded whole into whole parts that sum to it exactly (largest remainder).

/** `part / whole` in basis points, rounded half up. Both are whole numbers, `whole` > 0. */
export function basisPoints(part: number, whole: number): number {
  return Math.floor((20_000 * part + whole) / (2 * whole))
}

/**
 * Basis points of each part, summing exactly to `basisPoints(sum of parts, whole)`.
 * Each is rounded down, then the points left over go to the largest remainders, ties to the earlier part.
 * A part of 0 always gets 0.
 */
export function apportion(parts: readonly number[], whole: number): number[] {
  const shares = parts.map((part) => Math.floor((10_000 * part) / whole))
  const remainders = parts.map((part) => (10_000 * part) % whole)
  const total = basisPoints(parts.reduce((sum, part) => sum + part, 0), whole)
  const left = total - shares.reduce((sum, share) => sum + share, 0)
  const order = parts.map((_, index) => index).toSorted((one, two) => (remainders[two] ?? 0) - (remainders[one] ?? 0) || one - two)
  const lucky = new Set(order.slice(0, left))
  return shares.map((share, index) => (lucky.has(index) ? share + 1 : share))
}
