// Reads cross-reference tables and streams and follows their chain back to the first revision.
import { decodeStream } from './pdf-filters.ts'
import { latin1, readValue, readWord, skipSpace, spend, spendBytes, type Cursor, type ValueBudget } from './pdf-lexer.ts'
import { readIndirectObject } from './pdf-object.ts'
import { integerOf, PdfEncryptedError, PdfSyntaxError, PdfUnreadError, type PdfDictionary, type PdfValue } from './pdf-value.ts'

export type XrefEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'compressed'; readonly container: number; readonly index: number }

export type XrefSection = {
  readonly offset: number
  /** Offset just behind the section's trailer or stream object. */
  readonly end: number
  readonly isStream: boolean
  readonly entries: ReadonlyMap<number, XrefEntry>
  readonly trailer: PdfDictionary
}

const MAX_SECTIONS = 256
const MAX_OBJECTS = 1_000_000
const MAX_XREF_STREAM_BYTES = 20 * 1024 * 1024
const TAIL_BYTES = 64
const ENTRY_BYTES = 20
const LINE_ENDS = new Set([0x200d, 0x200a, 0x0d0a])

/**
 * Where the last cross-reference section of the revision that ends at `end` starts.
 * Throws PdfSyntaxError unless the revision ends in startxref, a number and %%EOF, with at most one line end behind.
 */
export function readStartXref(bytes: Uint8Array, end: number): number {
  const tail = latin1(bytes.subarray(Math.max(0, end - TAIL_BYTES), end))
  const match = /startxref[\r\n ]+(\d{1,10})[\r\n ]+%%EOF(?:\r\n|\r|\n)?$/.exec(tail)
  if (match === null) throw new PdfSyntaxError('The file does not end the way a PDF must end.')
  const offset = Number(match[1])
  if (offset >= end) throw new PdfSyntaxError('The cross-reference table is said to lie behind the end of the file.')
  return offset
}

/** Sections that were read already, by offset: revisions of one file share their older ones. */
export type KnownSections = Map<number, XrefSection>

export type XrefSource = {
  readonly bytes: Uint8Array
  readonly budget: ValueBudget
  readonly known: KnownSections
}

/** All sections that the one at `startXref` builds on, newest first. */
export function readXrefChain({ bytes, budget, known }: XrefSource, startXref: number): readonly XrefSection[] {
  const sections: XrefSection[] = []
  const seen = new Set<number>()
  let next: number | null = startXref
  while (next !== null) {
    if (seen.has(next) || sections.length === MAX_SECTIONS) throw new PdfSyntaxError('The revisions form a loop.')
    seen.add(next)
    const before = known.get(next)
    // A revision may only rest on sections that lie wholly inside it.
    const section = before !== undefined && before.end <= bytes.length ? before : readSection({ bytes, budget, at: next })
    known.set(next, section)
    sections.push(section)
    next = previousOffset(section.trailer, bytes.length)
  }
  return sections
}

function previousOffset(trailer: PdfDictionary, fileBytes: number): number | null {
  const value = trailer.entries.get('Prev')
  if (value === undefined) return null
  const offset = integerOf(value)
  if (offset === null || offset < 0 || offset >= fileBytes) {
    throw new PdfSyntaxError('The link to the previous revision is wrong.')
  }
  return offset
}

function readSection(cursor: Cursor): XrefSection {
  const offset = cursor.at
  const section = latin1(cursor.bytes.subarray(offset, offset + 4)) === 'xref' ? readTable(cursor) : readStream(cursor)
  if (section.trailer.entries.has('Encrypt')) throw new PdfEncryptedError('The file is encrypted.')
  if (section.trailer.entries.has('XRefStm')) throw new PdfUnreadError('The file mixes two kinds of cross-reference.')
  return { ...section, offset }
}

function readTable(cursor: Cursor): XrefSection {
  const offset = cursor.at
  const entries = new Map<number, XrefEntry>()
  cursor.at += 4
  for (;;) {
    skipSpace(cursor)
    const word = readWord(cursor)
    if (word === 'trailer') break
    skipSpace(cursor)
    const counted = readWord(cursor)
    const [first, count] = [Number(word), Number(counted)]
    if (![word, counted].every((number) => /^\d{1,10}$/.test(number)) || first + count > MAX_OBJECTS) {
      throw new PdfSyntaxError('The cross-reference table is damaged.')
    }
    skipSpace(cursor)
    spend(cursor.budget, count)
    readSubsection(cursor, { first, count, entries })
  }
  const trailer = readValue(cursor)
  if (trailer.kind !== 'dictionary') throw new PdfSyntaxError('The trailer of the file is missing.')
  return { offset, end: cursor.at, isStream: false, entries, trailer }
}

type Subsection = { readonly first: number; readonly count: number; readonly entries: Map<number, XrefEntry> }

function readSubsection(cursor: Cursor, { first, count, entries }: Subsection): void {
  if (cursor.at + count * ENTRY_BYTES > cursor.bytes.length) throw new PdfSyntaxError('The cross-reference table is cut short.')
  for (let index = 0; index < count; index += 1) {
    addEntry(entries, first + index, tableEntry(cursor))
    cursor.at += ENTRY_BYTES
  }
}

const FREE: XrefEntry = { kind: 'free' }

// "0000000016 00000 n" and a two-byte line end: exactly twenty bytes (ISO 32000-1, 7.5.4).
function tableEntry({ bytes, at }: Cursor): XrefEntry {
  const offset = digitsAt(bytes, at, 10)
  const generation = digitsAt(bytes, at + 11, 5)
  const type = bytes[at + 17]
  const isSpaced = bytes[at + 10] === 0x20 && bytes[at + 16] === 0x20
  const lineEnd = ((bytes[at + 18] ?? 0) << 8) | (bytes[at + 19] ?? 0)
  if (!isSpaced || offset < 0 || generation < 0 || !LINE_ENDS.has(lineEnd) || (type !== 0x6e && type !== 0x66)) {
    throw new PdfSyntaxError('An entry of the cross-reference table is malformed.')
  }
  return type === 0x6e ? { kind: 'offset', offset, generation } : FREE
}

/** The number that `count` decimal digits spell, or -1. */
function digitsAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let index = at; index < at + count; index += 1) {
    const digit = (bytes[index] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function addEntry(entries: Map<number, XrefEntry>, objectNumber: number, entry: XrefEntry): void {
  if (entries.has(objectNumber)) throw new PdfSyntaxError(`Object ${objectNumber} is listed twice in one table.`)
  entries.set(objectNumber, entry)
}

function readStream(cursor: Cursor): XrefSection {
  const { value, end } = readIndirectObject({ bytes: cursor.bytes, budget: cursor.budget, lengthOf: () => null }, cursor.at)
  if (value.kind !== 'stream') throw new PdfSyntaxError('There is no cross-reference table where one should be.')
  const trailer = value.dictionary
  const type = trailer.entries.get('Type')
  const size = integerOf(trailer.entries.get('Size'))
  if (type?.kind !== 'name' || type.value !== 'XRef' || size === null || size > MAX_OBJECTS) {
    throw new PdfSyntaxError('The cross-reference stream is malformed.')
  }
  const widths = integerList(trailer.entries.get('W'))
  const ranges = trailer.entries.has('Index') ? integerList(trailer.entries.get('Index')) : [0, size]
  const rows = decodeStream(value, MAX_XREF_STREAM_BYTES)
  spendBytes(cursor.budget, rows.length * 16)
  return { offset: cursor.at, end, isStream: true, entries: streamEntries(rows, widths, ranges), trailer }
}

function integerList(value: PdfValue | undefined): readonly number[] {
  if (value?.kind !== 'array') throw new PdfSyntaxError('The cross-reference stream is malformed.')
  return value.items.map((item) => {
    const number = integerOf(item)
    if (number === null || number < 0) throw new PdfSyntaxError('The cross-reference stream is malformed.')
    return number
  })
}

function streamEntries(rows: Uint8Array, widths: readonly number[], ranges: readonly number[]): ReadonlyMap<number, XrefEntry> {
  const [typeWidth, secondWidth, thirdWidth] = widths
  const isUsable = widths.length === 3 && widths.every((width) => width <= 6) && ranges.length % 2 === 0
  if (!isUsable || typeWidth === undefined || secondWidth === undefined || thirdWidth === undefined) {
    throw new PdfSyntaxError('The cross-reference stream is malformed.')
  }
  const entries = new Map<number, XrefEntry>()
  let at = 0
  const take = (width: number): number => {
    const field = rows.subarray(at, at + width)
    if (field.length < width) throw new PdfSyntaxError('The cross-reference stream is cut short.')
    at += width
    return field.reduce((sum, octet) => sum * 256 + octet, 0)
  }
  for (let pair = 0; pair < ranges.length; pair += 2) {
    const [first = 0, count = 0] = ranges.slice(pair, pair + 2)
    if (first + count > MAX_OBJECTS) throw new PdfSyntaxError('The cross-reference stream is malformed.')
    for (let index = 0; index < count; index += 1) {
      const type = typeWidth === 0 ? 1 : take(typeWidth)
      addEntry(entries, first + index, streamEntry(type, take(secondWidth), take(thirdWidth)))
    }
  }
  return entries
}

function streamEntry(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: 'offset', offset: second, generation: third }
  if (type === 2) return { kind: 'compressed', container: second, index: third }
  if (type === 0) return { kind: 'free' }
  throw new PdfSyntaxError('The cross-reference stream has an entry of an unknown kind.')
}
