// Splits a rounded whole into whole parts that sum to it exactly (largest remainder).

/** `part / whole` in basis points, rounded half up. Both are whole numbers, `whole` > 0. */
export function basisPoints(part: number, whole: number): number {
  return Math.floor((20_000 * part + whole) / (2 * whole))
}

/**
 * Splits a whole number of points in proportion to the parts, so that they sum exactly to it: each is rounded down, then the points
 * left over go to the largest remainders, ties to the earlier part. Parts are whole numbers; when all are 0, so are the shares.
 */
export function share(parts: readonly number[], points: number): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return whole === 0 ? parts.map(() => 0) : dealt(parts, points, { points, whole })
}

/** Basis points of each part of the whole, dealt in the same way; they sum exactly to `basisPoints(sum of parts, whole)`. */
export function apportion(parts: readonly number[], whole: number): number[] {
  const total = basisPoints(
    parts.reduce((sum, part) => sum + part, 0),
    whole,
  )
  return dealt(parts, total, { points: 10_000, whole })
}

function dealt(parts: readonly number[], total: number, scale: { readonly points: number; readonly whole: number }): number[] {
  const shares = parts.map((part) => Math.floor((scale.points * part) / scale.whole))
  const left = total - shares.reduce((sum, one) => sum + one, 0)
  if (left === 0) return shares
  const remainders = parts.map((part, index) => ({ index, remainder: (scale.points * part) % scale.whole }))
  remainders.sort((one, two) => two.remainder - one.remainder)
  for (const { index } of remainders.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
