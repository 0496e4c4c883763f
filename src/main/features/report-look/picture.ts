// What a picture for a report may be, and why one is not taken.
import type { LogoFormat } from '#shared/domain/report-look.ts'

export interface Picture {
  readonly format: LogoFormat
  readonly widthPx: number
  readonly heightPx: number
  /** The file anew, with the picture in it and nothing else. */
  readonly content: Uint8Array
}

/** A picture, or one sentence on why the file is not taken. */
export type PictureOutcome = { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly why: string }

/** Longest side; a logo prints at 52 mm, where this is over 1,900 dots per inch. */
const longestSidePx = 4_000
const mostPixels = 4_000_000

export function refused(why: string): PictureOutcome {
  return { ok: false, why }
}

/** Why a picture of this size is not taken; null when it is. */
export function whyWrongSize(widthPx: number, heightPx: number): string | null {
  if (widthPx < 1 || heightPx < 1) return 'The picture has no size. Save it again with a picture program.'
  if (widthPx <= longestSidePx && heightPx <= longestSidePx && widthPx * heightPx <= mostPixels) return null
  return 'The picture is larger than a logo needs. Make it at most 2,000 pixels wide and high, then choose it again.'
}
