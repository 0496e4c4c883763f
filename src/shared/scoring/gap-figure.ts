// A gap as a number that a person reads, never on the other side of a band's end than the gap itself.
import { gapBand } from './tables.ts'

const whole = 10_000

/**
 * Basis points 0–10,000 in percent, half up: whole (6071 is `61`), but with one decimal where rounding would put the gap into another
 * band (2037 is `20.4`, as 20 is the end of a band), or with two where one does not do (2004 is `20.04`).
 */
export function gapFigure(basisPoints: number): string {
  const band = gapBand(basisPoints, whole)
  for (const [decimals, step] of [100, 10].entries()) {
    const rounded = Math.floor(basisPoints / step + 0.5) * step
    if (gapBand(rounded, whole) === band) return (rounded / 100).toFixed(decimals)
  }
  return (basisPoints / 100).toFixed(2)
}
