// Reads what a prepared place on a page offers: its size, and the font that the first signer put into the file for it.
import { dictionaryAt, itemsAt, streamAt, type PdfDocument } from './pdf-document.ts'
import { decodeStream } from './pdf-filters.ts'
import { latin1 } from './pdf-lexer.ts'
import type { PdfDictionary } from './pdf-value.ts'
import { rounded, type BlockFont, type BlockSize } from './drawn-block.ts'

export type PreparedBlock = { readonly size: BlockSize; readonly font: BlockFont }

const MAX_MAP_BYTES = 1024 * 1024

/** Null for a place of zero size, or one that was prepared in another way; throws PdfSyntaxError on malformed objects. */
export function preparedBlock(document: PdfDocument, field: PdfDictionary): PreparedBlock | null {
  const rectangle = itemsAt(document, field.entries.get('Rect')).map((value) => (value.kind === 'number' ? value.value : Number.NaN))
  const [left = Number.NaN, bottom = Number.NaN, right = Number.NaN, top = Number.NaN] = rectangle
  const size = { widthPt: rounded(right - left), heightPt: rounded(top - bottom) }
  const isPlaced = rectangle.length === 4 && size.widthPt > 0 && size.heightPt > 0
  const empty = streamAt(document, dictionaryAt(document, field.entries.get('AP'))?.entries.get('N'))
  const fonts = dictionaryAt(document, dictionaryAt(document, empty?.dictionary.entries.get('Resources'))?.entries.get('Font'))
  const reference = fonts?.entries.get('F1')
  const map = streamAt(document, dictionaryAt(document, reference)?.entries.get('ToUnicode'))
  if (!isPlaced || reference?.kind !== 'reference' || reference.generation !== 0 || map === null) return null
  return { size, font: { objectNumber: reference.objectNumber, glyphs: glyphsIn(latin1(decodeStream(map, MAX_MAP_BYTES))) } }
}

/** Glyph by code point, out of the lines `<0041> <0061>` of a character map. */
function glyphsIn(map: string): ReadonlyMap<number, number> {
  const lines = map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]{4})>$/gm)
  return new Map(Array.from(lines, ([, glyph = '', code = '']) => [Number.parseInt(code, 16), Number.parseInt(glyph, 16)] as const))
}
