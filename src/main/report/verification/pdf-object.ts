// Reads one indirect object ("12 0 obj … endobj") at a given place, stream data included.
import { isWhitespace, readValue, readWord, skipSpace, type Cursor, type ValueBudget } from './pdf-lexer.ts'
import { integerOf, PdfSyntaxError, type PdfDictionary, type PdfReference, type PdfValue } from './pdf-value.ts'

export type IndirectObject = {
  readonly objectNumber: number
  readonly generation: number
  readonly value: PdfValue
  /** Offset just behind the keyword endobj. */
  readonly end: number
}

/** The bytes of one revision, from the start of the file to that revision's end. */
export type ObjectSource = {
  readonly bytes: Uint8Array
  readonly budget: ValueBudget
  /** Finds an indirect /Length; it must be a plain integer. */
  readonly lengthOf: (reference: PdfReference) => number | null
}

/** The object at `offset`; throws PdfSyntaxError when there is no well-formed object exactly there. */
export function readIndirectObject(source: ObjectSource, offset: number): IndirectObject {
  const cursor: Cursor = { bytes: source.bytes, budget: source.budget, at: offset }
  const objectNumber = readInteger(cursor)
  const generation = readInteger(cursor)
  expectWord(cursor, 'obj')
  const value = readValue(cursor)
  skipSpace(cursor)
  const start = cursor.at
  const word = readWord(cursor)
  if (word === 'endobj') return { objectNumber, generation, value, end: cursor.at }
  if (word !== 'stream' || value.kind !== 'dictionary') {
    throw new PdfSyntaxError(`Object ${objectNumber} is not closed properly near byte ${start}.`)
  }
  const data = readStreamData(source, cursor, value)
  expectWord(cursor, 'endstream')
  expectWord(cursor, 'endobj')
  return { objectNumber, generation, value: { kind: 'stream', dictionary: value, data }, end: cursor.at }
}

function readInteger(cursor: Cursor): number {
  skipSpace(cursor)
  const word = readWord(cursor)
  if (!/^\d{1,10}$/.test(word)) throw new PdfSyntaxError(`There is no object at byte ${cursor.at}.`)
  return Number(word)
}

function expectWord(cursor: Cursor, expected: string): void {
  skipSpace(cursor)
  const at = cursor.at
  if (readWord(cursor) !== expected) throw new PdfSyntaxError(`The word ${expected} is missing at byte ${at}.`)
}

function readStreamData(source: ObjectSource, cursor: Cursor, dictionary: PdfDictionary): Uint8Array {
  const { bytes } = source
  if (bytes[cursor.at] === 0x0d) cursor.at += 1
  if (bytes[cursor.at] !== 0x0a) throw new PdfSyntaxError('The start of a stream is malformed.')
  const start = cursor.at + 1
  const stated = dictionary.entries.get('Length')
  const length = stated?.kind === 'reference' ? source.lengthOf(stated) : integerOf(stated)
  if (length === null || length < 0 || start + length > bytes.length) {
    throw new PdfSyntaxError('The length of a stream is missing or wrong.')
  }
  cursor.at = start + length
  // The end-of-line marker before endstream is not part of the data.
  if (!isWhitespace(bytes[cursor.at]) && bytes[cursor.at] !== 0x65) {
    throw new PdfSyntaxError('The length of a stream is wrong.')
  }
  return bytes.subarray(start, start + length)
}
