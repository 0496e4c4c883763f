// The method's look-up tables: gap bands, inherent tier and residual tier. Source: docs/method.md §2, §4 and §5.
import { tierRank, type Tier } from '../domain/tier.ts'

const L: Tier = 'low'
const M: Tier = 'moderate'
const H: Tier = 'high'
const C: Tier = 'critical'

/** Rows are impact 1–4, columns exposure 1–4. */
export const inherentTable = [
  [L, L, M, M],
  [L, M, M, H],
  [M, M, H, C],
  [M, H, C, C],
] as const

/** Rows are the inherent tier from Low to Critical, columns the gap bands 1–4. */
export const residualTable = [
  [L, L, M, M],
  [L, M, M, H],
  [M, M, H, H],
  [M, H, H, C],
] as const

/** Upper ends of gap bands 1–3 in tenths of the whole, each included in its band. Band 4 is all above. */
export const bandEndsTenths = [2, 4, 7] as const

function cell(table: readonly (readonly Tier[])[], row: number, column: number): Tier {
  return table[row - 1]?.[column - 1] ?? C
}

/** Tier before safeguards, from ranks 1–4. A rank outside 1–4 gives Critical. */
export function inherentTier(impact: number, exposure: number): Tier {
  return cell(inherentTable, impact, exposure)
}

/** Tier of one domain after safeguards, from the inherent tier and a gap band 1–4. A band outside 1–4 gives Critical. */
export function residualTier(inherent: Tier, band: number): Tier {
  return cell(residualTable, tierRank(inherent), band)
}

/** Gap band 1–4 of the fraction `part / whole`, compared by cross-multiplication; both are whole numbers, `whole` > 0. */
export function gapBand(part: number, whole: number): number {
  const ends: readonly number[] = bandEndsTenths
  return 1 + ends.filter((end) => 10 * part > end * whole).length
}

/** The more serious of two tiers. */
export function worseTier(left: Tier, right: Tier): Tier {
  return tierRank(left) < tierRank(right) ? right : left
}
