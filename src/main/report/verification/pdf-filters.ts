// Undoes the stream filters this app needs (none or Flate, with the row predictors of xref streams), with a size cap.
import { inflateSync } from 'node:zlib'
import { integerOf, PdfSyntaxError, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-value.ts'

/** Thrown when decompressed data would pass the cap. */
export class PdfSizeError extends PdfSyntaxError {
  override name = 'PdfSizeError'
}

/**
 * The decoded bytes of a stream.
 * Throws PdfSyntaxError for other filters or damaged data, PdfSizeError beyond `maxBytes`.
 */
export function decodeStream(stream: PdfStream, maxBytes: number): Uint8Array {
  const filter = onlyItem(stream.dictionary.entries.get('Filter'))
  const parameters = onlyItem(stream.dictionary.entries.get('DecodeParms'))
  if (filter === undefined || filter.kind === 'null') {
    if (stream.data.length > maxBytes) throw new PdfSizeError('A stream in the file is too large.')
    return stream.data
  }
  if (filter.kind !== 'name' || filter.value !== 'FlateDecode') {
    throw new PdfSyntaxError('A stream in the file uses a filter that is not read here.')
  }
  const bytes = inflate(stream.data, maxBytes)
  return parameters?.kind === 'dictionary' ? undoPredictor(bytes, parameters) : bytes
}

function onlyItem(value: PdfValue | undefined): PdfValue | undefined {
  if (value?.kind !== 'array') return value
  if (value.items.length > 1) throw new PdfSyntaxError('A stream in the file uses several filters.')
  return value.items[0]
}

function inflate(data: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: maxBytes })
  } catch (cause) {
    if (cause instanceof RangeError) throw new PdfSizeError('A stream in the file is too large.', { cause })
    throw new PdfSyntaxError('A compressed stream in the file is damaged.', { cause })
  }
}

function undoPredictor(bytes: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const predictor = integerOf(parameters.entries.get('Predictor')) ?? 1
  if (predictor === 1) return bytes
  const columns = integerOf(parameters.entries.get('Columns')) ?? 1
  const hasOnlyByteColumns = !parameters.entries.has('Colors') && !parameters.entries.has('BitsPerComponent')
  if (predictor < 10 || columns < 1 || columns > 4096 || !hasOnlyByteColumns) {
    throw new PdfSyntaxError('A stream in the file uses a predictor that is not read here.')
  }
  return undoPngRows(bytes, columns)
}

function undoPngRows(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = bytes.length / (columns + 1)
  if (!Number.isInteger(rows)) throw new PdfSyntaxError('A predicted stream in the file is cut short.')
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const type = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const raw = bytes[row * (columns + 1) + 1 + column] ?? 0
      const at = row * columns + column
      const left = column > 0 ? (out[at - 1] ?? 0) : 0
      const up = row > 0 ? (out[at - columns] ?? 0) : 0
      const upLeft = column > 0 && row > 0 ? (out[at - columns - 1] ?? 0) : 0
      out[at] = raw + predicted(type, { left, up, upLeft })
    }
  }
  return out
}

function predicted(type: number, near: { left: number; up: number; upLeft: number }): number {
  if (type === 0) return 0
  if (type === 1) return near.left
  if (type === 2) return near.up
  if (type === 3) return (near.left + near.up) >> 1
  if (type !== 4) throw new PdfSyntaxError('A stream in the file uses an unknown predictor row.')
  const estimate = near.left + near.up - near.upLeft
  const [byLeft, byUp, byUpLeft] = [near.left, near.up, near.upLeft].map((value) => Math.abs(estimate - value))
  if (byLeft === undefined || byUp === undefined || byUpLeft === undefined) return 0
  if (byLeft <= byUp && byLeft <= byUpLeft) return near.left
  return byUp <= byUpLeft ? near.up : near.upLeft
}
