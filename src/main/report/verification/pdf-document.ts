// One revision of a PDF as a table of objects that are read strictly, when asked for.
import { decodeStream } from './pdf-filters.ts'
import { latin1, readValue, spendBytes, type Cursor, type ValueBudget } from './pdf-lexer.ts'
import { readIndirectObject } from './pdf-object.ts'
import {
  integerOf,
  nameOf,
  PDF_NULL,
  PdfSyntaxError,
  type PdfDictionary,
  type PdfReference,
  type PdfStream,
  type PdfValue,
} from './pdf-value.ts'
import { readStartXref, readXrefChain, type KnownSections, type XrefEntry, type XrefSection } from './pdf-xref.ts'

/** Largest file that is looked at, bytes. */
export const MAX_PDF_BYTES = 256 * 1024 * 1024
const MAX_OBJECT_STREAM_BYTES = 64 * 1024 * 1024
const MAX_VALUES = 3_000_000
const MAX_REFERENCE_HOPS = 16

export type PdfDocument = {
  /** The bytes up to this revision's end. */
  readonly bytes: Uint8Array
  readonly end: number
  readonly startXref: number
  /** Newest first. */
  readonly sections: readonly XrefSection[]
  readonly trailer: PdfDictionary
  readonly entryOf: (objectNumber: number) => XrefEntry | undefined
  /** The value behind any chain of references; null objects and missing ones are PDF null. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue
}

/** What several revisions of one file share while they are read. */
export type Reading = { readonly budget: ValueBudget; readonly known: KnownSections }

export function newReading(): Reading {
  return { budget: { valuesLeft: MAX_VALUES }, known: new Map() }
}

/**
 * The revision of `file` that ends at `end` bytes.
 * Throws PdfSyntaxError when the header, the ending, the cross-reference chain or an object asked for is malformed.
 */
export function openPdf(file: Uint8Array, end: number = file.length, reading: Reading = newReading()): PdfDocument {
  const bytes = file.subarray(0, end)
  if (!/^%PDF-[12]\.\d[\r\n]/.test(latin1(bytes.subarray(0, 9)))) {
    throw new PdfSyntaxError('The file does not start the way a PDF must start.')
  }
  const startXref = readStartXref(bytes, end)
  const sections = readXrefChain({ bytes, ...reading }, startXref)
  return documentOf(bytes, sections, reading.budget)
}

function documentOf(bytes: Uint8Array, sections: readonly XrefSection[], budget: ValueBudget): PdfDocument {
  const [newest] = sections
  if (newest === undefined) throw new PdfSyntaxError('The file has no cross-reference table.')
  const entryOf = newestEntry(sections)
  const read = objectReader({ bytes, entryOf, budget })
  return {
    bytes,
    end: bytes.length,
    startXref: newest.offset,
    sections,
    trailer: newest.trailer,
    entryOf,
    resolve: (value) => resolveWith(read, value),
  }
}

type EntryOf = PdfDocument['entryOf']

/** The newest entry for an object number. Nothing is merged: a file may have hundreds of sections. */
function newestEntry(sections: readonly XrefSection[]): EntryOf {
  return (objectNumber) => {
    for (const { entries } of sections) {
      const entry = entries.get(objectNumber)
      if (entry !== undefined) return entry
    }
    return undefined
  }
}

type Reader = (reference: PdfReference) => PdfValue

function resolveWith(read: Reader, value: PdfValue | undefined): PdfValue {
  let current = value ?? PDF_NULL
  for (let hops = 0; current.kind === 'reference'; hops += 1) {
    if (hops === MAX_REFERENCE_HOPS) throw new PdfSyntaxError('References in the file form a loop.')
    current = read(current)
  }
  return current
}

type ReaderInput = {
  readonly bytes: Uint8Array
  readonly entryOf: EntryOf
  readonly budget: ValueBudget
}

function objectReader({ bytes, entryOf, budget }: ReaderInput): Reader {
  const known = new Map<number, PdfValue>()
  const containers = new Map<number, ReadonlyMap<number, PdfValue>>()
  const lengthOf = (reference: PdfReference): number | null => {
    const entry = entryOf(reference.objectNumber)
    if (entry?.kind !== 'offset') return null
    const found = readIndirectObject({ bytes, budget, lengthOf: () => null }, entry.offset)
    return found.objectNumber === reference.objectNumber ? integerOf(found.value) : null
  }
  const readAt = (objectNumber: number, offset: number, generation: number): PdfValue => {
    const found = readIndirectObject({ bytes, budget, lengthOf }, offset)
    if (found.objectNumber !== objectNumber || found.generation !== generation) {
      throw new PdfSyntaxError(`Object ${objectNumber} is not where the cross-reference table says.`)
    }
    return found.value
  }
  const readCompressed = (objectNumber: number, container: number): PdfValue => {
    const entry = entryOf(container)
    if (entry?.kind !== 'offset') throw new PdfSyntaxError('An object stream is missing.')
    const objects = containers.get(container) ?? readObjectStream(readAt(container, entry.offset, 0), budget)
    containers.set(container, objects)
    return objects.get(objectNumber) ?? PDF_NULL
  }
  return (reference) => {
    const entry = entryOf(reference.objectNumber)
    if (entry === undefined || entry.kind === 'free') return PDF_NULL
    const cached = known.get(reference.objectNumber)
    if (cached !== undefined) return cached
    const value =
      entry.kind === 'offset'
        ? readAt(reference.objectNumber, entry.offset, reference.generation)
        : readCompressed(reference.objectNumber, entry.container)
    known.set(reference.objectNumber, value)
    return value
  }
}

function readObjectStream(value: PdfValue, budget: ValueBudget): ReadonlyMap<number, PdfValue> {
  if (value.kind !== 'stream' || nameOf(value.dictionary.entries.get('Type')) !== 'ObjStm') {
    throw new PdfSyntaxError('An object stream is malformed.')
  }
  const count = integerOf(value.dictionary.entries.get('N'))
  const first = integerOf(value.dictionary.entries.get('First'))
  if (count === null || first === null || count < 0 || first < 0) {
    throw new PdfSyntaxError('An object stream is malformed.')
  }
  const data = decodeStream(value, MAX_OBJECT_STREAM_BYTES)
  spendBytes(budget, data.length)
  const header: Cursor = { bytes: data.subarray(0, first), budget, at: 0 }
  const places = Array.from({ length: Math.min(count, data.length) }, () => ({
    objectNumber: integerOf(readValue(header)),
    offset: integerOf(readValue(header)),
  }))
  return new Map(places.map(({ objectNumber, offset }) => readPlaced(data, { objectNumber, offset, first, budget })))
}

type Placed = {
  readonly objectNumber: number | null
  readonly offset: number | null
  readonly first: number
  readonly budget: ValueBudget
}

function readPlaced(data: Uint8Array, placed: Placed): [number, PdfValue] {
  const { objectNumber, offset, first, budget } = placed
  if (objectNumber === null || offset === null || offset < 0) throw new PdfSyntaxError('An object stream is malformed.')
  return [objectNumber, withoutPlaces(readValue({ bytes: data, budget, at: first + offset }))]
}

/** Offsets inside a decompressed stream must never be taken for offsets in the file. */
function withoutPlaces(value: PdfValue): PdfValue {
  if (value.kind === 'string') return { ...value, start: -1, end: -1 }
  if (value.kind === 'array') return { kind: 'array', items: value.items.map(withoutPlaces) }
  if (value.kind !== 'dictionary') return value
  const entries = new Map(Array.from(value.entries, ([key, item]) => [key, withoutPlaces(item)] as const))
  return { kind: 'dictionary', entries }
}

/** Every object number that any section lists, ascending; free ones included. */
export function objectNumbersOf(document: PdfDocument): readonly number[] {
  const numbers = new Set(document.sections.flatMap((section) => [...section.entries.keys()]))
  return [...numbers].toSorted((left, right) => left - right)
}

/** The document catalog; throws PdfSyntaxError when there is none. */
export function catalogOf(document: PdfDocument): PdfDictionary {
  const catalog = document.resolve(document.trailer.entries.get('Root'))
  if (catalog.kind !== 'dictionary') throw new PdfSyntaxError('The file has no document catalog.')
  return catalog
}

/** The dictionary behind a value, a stream's own dictionary included, or null. */
export function dictionaryAt(document: PdfDocument, value: PdfValue | undefined): PdfDictionary | null {
  const found = document.resolve(value)
  if (found.kind === 'stream') return found.dictionary
  return found.kind === 'dictionary' ? found : null
}

/** The items of the array behind a value; empty when it is not an array. */
export function itemsAt(document: PdfDocument, value: PdfValue | undefined): readonly PdfValue[] {
  const found = document.resolve(value)
  return found.kind === 'array' ? found.items : []
}

/** The stream behind a value, or null. */
export function streamAt(document: PdfDocument, value: PdfValue | undefined): PdfStream | null {
  const found = document.resolve(value)
  return found.kind === 'stream' ? found : null
}
