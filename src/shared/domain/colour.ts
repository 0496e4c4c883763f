// How well a colour can be read on white, after WCAG 2.2.
import { z } from 'zod'

/** A colour as `#14506b`. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/, 'is not a colour such as #14506b')

function channel(value: number): number {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Contrast ratio against white, 1 to 21, of a colour such as `#14506b`. Source: WCAG 2.2, relative luminance and contrast ratio. */
export function contrastOnWhite(colour: string): number {
  const part = (from: number) => channel(Number.parseInt(colour.slice(from, from + 2), 16))
  return 1.05 / (0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) + 0.05)
}
