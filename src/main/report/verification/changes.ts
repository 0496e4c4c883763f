// Lists what a file holds beyond its signed revision; every appended byte counts, whether it can be read or not.
import { dictionaryAt, itemsAt, objectNumbersOf, type PdfDocument } from './pdf-document.ts'
import { nameOf, PdfSyntaxError, type PdfDictionary, type PdfReference } from './pdf-value.ts'
import type { Revisions } from './revisions.ts'
import type { Change, ChangesAfter } from './verdict.ts'
import type { XrefEntry } from './pdf-xref.ts'

const MAX_LISTED = 50

/**
 * What came after `signed`. Nothing is allowed: the list explains, it does not excuse.
 * At most 50 objects are named one by one.
 */
export function changesAfter(signed: PdfDocument, file: Uint8Array, revisions: Revisions): ChangesAfter {
  const appendedBytes = file.length - signed.end
  if (appendedBytes === 0) return { state: 'none' }
  const appended: Change = {
    kind: 'bytes-appended',
    sentence: `${appendedBytes} bytes were appended after the part that was signed.`,
  }
  const { current } = revisions
  const details = current === null ? [damaged(revisions.damage?.message ?? null)] : compare(signed, current)
  return { state: 'changed', changes: [appended, ...details], appendedBytes }
}

function damaged(cause: string | null): Change {
  return { kind: 'file-damaged', sentence: `What was appended cannot be read as a PDF revision. ${cause ?? ''}`.trim() }
}

function compare(signed: PdfDocument, current: PdfDocument): readonly Change[] {
  const numbers = [...new Set([...objectNumbersOf(signed), ...objectNumbersOf(current)])]
  const differing = numbers.filter((number) => !isSameEntry(signed.entryOf(number), current.entryOf(number)))
  const listed = differing.slice(0, MAX_LISTED).map((number) => describeSafely(number, signed, current))
  const more = differing.length - listed.length
  const rest: readonly Change[] =
    more > 0 ? [{ kind: 'object-changed', sentence: `${more} more objects were added, changed or removed.` }] : []
  return [...rootChange(signed, current), ...listed, ...rest]
}

function rootChange(signed: PdfDocument, current: PdfDocument): readonly Change[] {
  const [before, after] = [signed, current].map((document) => document.trailer.entries.get('Root'))
  const isSame = before?.kind === 'reference' && after?.kind === 'reference' && before.objectNumber === after.objectNumber
  return isSame ? [] : [{ kind: 'catalog-changed', sentence: 'The document catalog was replaced by another one.' }]
}

function isSameEntry(left: XrefEntry | undefined, right: XrefEntry | undefined): boolean {
  if (left?.kind === 'offset' && right?.kind === 'offset') return left.offset === right.offset
  if (left?.kind === 'compressed' && right?.kind === 'compressed') {
    return left.container === right.container && left.index === right.index
  }
  return isAbsent(left) && isAbsent(right)
}

function isAbsent(entry: XrefEntry | undefined): boolean {
  return entry === undefined || entry.kind === 'free'
}

function describeSafely(number: number, signed: PdfDocument, current: PdfDocument): Change {
  try {
    return describe(number, signed, current)
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    return { kind: 'object-changed', sentence: `Object ${number} was changed and cannot be read.` }
  }
}

function describe(objectNumber: number, signed: PdfDocument, current: PdfDocument): Change {
  const reference = referenceTo(objectNumber, current)
  const before = dictionaryAt(signed, referenceTo(objectNumber, signed))
  const after = dictionaryAt(current, reference)
  const isAdded = isAbsent(signed.entryOf(objectNumber))
  if (isAbsent(current.entryOf(objectNumber))) return removed(objectNumber, before)
  if (isRootOf(current, objectNumber)) {
    return { kind: 'catalog-changed', sentence: 'The document catalog was changed.' }
  }
  if (nameOf(after?.entries.get('Type')) === 'Page') return describePage(objectNumber, isAdded, current)
  if (isAdded) return added(objectNumber, after)
  const kind = nameOf(after?.entries.get('Type')) ?? nameOf(before?.entries.get('Type'))
  return { kind: 'object-changed', sentence: `Object ${objectNumber}${kind === null ? '' : ` (${kind})`} was changed.` }
}

function referenceTo(objectNumber: number, document: PdfDocument): PdfReference {
  const entry = document.entryOf(objectNumber)
  return { kind: 'reference', objectNumber, generation: entry?.kind === 'offset' ? entry.generation : 0 }
}

function isRootOf(document: PdfDocument, objectNumber: number): boolean {
  const root = document.trailer.entries.get('Root')
  return root?.kind === 'reference' && root.objectNumber === objectNumber
}

function removed(objectNumber: number, before: PdfDictionary | null): Change {
  return before?.entries.has('ByteRange') === true
    ? { kind: 'signature-removed', sentence: `The signature in object ${objectNumber} was removed.` }
    : { kind: 'object-removed', sentence: `Object ${objectNumber} was removed.` }
}

function added(objectNumber: number, after: PdfDictionary | null): Change {
  if (after?.entries.has('ByteRange') === true) {
    return { kind: 'signature-added', sentence: `A further signature was added in object ${objectNumber}.` }
  }
  const isAnnotation = nameOf(after?.entries.get('Type')) === 'Annot' || after?.entries.has('Rect') === true
  return isAnnotation
    ? { kind: 'annotation-added', sentence: `An annotation was added in object ${objectNumber}.` }
    : { kind: 'object-added', sentence: `Object ${objectNumber} was added.` }
}

function describePage(objectNumber: number, isAdded: boolean, current: PdfDocument): Change {
  const page = pageNumbers(current).get(objectNumber)
  const where = page === undefined ? `object ${objectNumber}` : `page ${page}`
  return { kind: 'page-changed', sentence: `A page was ${isAdded ? 'added' : 'changed'}: ${where}.` }
}

function pageNumbers(document: PdfDocument): ReadonlyMap<number, number> {
  const root = dictionaryAt(document, document.trailer.entries.get('Root'))
  const pages = dictionaryAt(document, root?.entries.get('Pages'))
  const kids = itemsAt(document, pages?.entries.get('Kids')).slice(0, 10_000)
  return new Map(kids.flatMap((kid, index) => (kid.kind === 'reference' ? [[kid.objectNumber, index + 1] as const] : [])))
}
