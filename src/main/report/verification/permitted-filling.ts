// Decides whether an update does nothing but sign in a place that was prepared for it: an allow-list, object by object.
import type { PdfDocument } from './pdf-document.ts'
import { readIndirectObject } from './pdf-object.ts'
import { newReading } from './pdf-document.ts'
import {
  integerOf,
  nameOf,
  pdfDictionary,
  pdfReference,
  PdfSyntaxError,
  withEntries,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.ts'
import { cutFacts, drawnBlock, type BlockFacts } from './drawn-block.ts'
import { preparedBlock, type PreparedBlock } from './prepared-block.ts'
import { latin1 } from './pdf-lexer.ts'
import { locksEverything, preparedFields, type PreparedField } from './prepared-fields.ts'
import { isSameValue } from './same-value.ts'
import type { XrefEntry, XrefSection } from './pdf-xref.ts'

/** What an update must be: the revision before it, the one it makes, and the object that holds the new signature. */
export type Update = {
  readonly before: PdfDocument
  readonly after: PdfDocument
  readonly signatureNumber: number | null
  /** What the new signature states; null when it cannot be read. */
  readonly facts: BlockFacts | null
}

export type Filling =
  /** `isCut`: its place on the page has no room for all that it states. */
  | { readonly isPermitted: true; readonly closesDocument: boolean; readonly isCut: boolean }
  | { readonly isPermitted: false; readonly sentence: string }

/**
 * Whether `after` is `before` and one signature in one empty prepared field: nothing else added, changed, removed,
 * or hidden between the objects. Where the field has a place on a page, exactly what the signature states is drawn there. Source: ISO 32000-1, 12.8.2.2 (P = 2), read as narrowly as it can be.
 */
export function judgeFilling(update: Update): Filling {
  try {
    return judge(update)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return refused(error.message)
    throw error
  }
}

function refused(sentence: string): Filling {
  return { isPermitted: false, sentence }
}

function judge(update: Update): Filling {
  const { before, after, signatureNumber } = update
  const [section, previous] = after.sections
  if (section === undefined || previous?.offset !== before.startXref)
    return refused('The further signature does not build on the signed revision.')
  if (!isSameTrailer(before, after)) return refused('The trailer of the file was changed with the further signature.')
  const own = ownNumber(section, after)
  if (own !== null && isInUse(before.entryOf(own)))
    return refused('The cross-reference of the further signature took the place of another object.')
  const listed = [...section.entries].filter(([number, entry]) => !(number === own && isAt(entry, section.offset)))
  const field = preparedFields(before).find(({ objectNumber }) => section.entries.has(objectNumber))
  if (field === undefined) return refused('The further signature is not in a place that was prepared for one.')
  const block = preparedBlock(before, field.dictionary)
  const added = listed.map(([number]) => number).filter((number) => number !== field.objectNumber)
  const drawn = added.filter((number) => number !== signatureNumber)
  const isExpected = signatureNumber !== null && listed.length === added.length + 1 && added.includes(signatureNumber)
  if (!isExpected || drawn.length > (block === null ? 0 : 1)) return refused('More than the further signature was added or changed.')
  if (block !== null && drawn.length === 0) return refused('The further signature does not show on its page what it states.')
  if (added.some((number) => isInUse(before.entryOf(number)))) return refused('The further signature took the place of another object.')
  const [drawnNumber = null] = drawn
  return judgeObjects(update, field, { signatureNumber, drawnNumber, block })
}

/** The numbers of the new objects, and what was prepared for the drawing. */
type Added = { readonly signatureNumber: number; readonly drawnNumber: number | null; readonly block: PreparedBlock | null }

function judgeObjects(update: Update, field: PreparedField, { signatureNumber, drawnNumber, block }: Added): Filling {
  const { after, facts } = update
  const value = after.resolve({ kind: 'reference', objectNumber: field.objectNumber, generation: field.generation })
  const signature = after.resolve({ kind: 'reference', objectNumber: signatureNumber, generation: 0 })
  if (!isFilled(field.dictionary, value, { signatureNumber, drawnNumber }))
    return refused('The prepared place itself was changed by the further signature.')
  if (signature.kind !== 'dictionary' || !isPlainSignature(signature, field, after)) {
    return refused('The further signature carries more than a signature.')
  }
  if (
    drawnNumber !== null &&
    (block === null || facts === null || !isDrawn(after, drawnNumber, drawnBlock(facts, block.size, block.font)))
  ) {
    return refused('What is drawn in the place of the further signature is not what that signature states.')
  }
  const isCut = block !== null && facts !== null && cutFacts(facts, block.size, block.font).length > 0
  return hasOnlyObjects(update, [field.objectNumber, signatureNumber, ...(drawnNumber === null ? [] : [drawnNumber])])
    ? { isPermitted: true, closesDocument: locksEverything(field), isCut }
    : refused('There are bytes between or inside the objects of the further signature that do not belong to it.')
}

/** Whether the object is, byte by byte, this body. */
function isDrawn(document: PdfDocument, objectNumber: number, body: string): boolean {
  const { start, end } = spanOf(document, objectNumber)
  return latin1(document.bytes.subarray(start, end)) === `${objectNumber} 0 obj\n${body}\nendobj`
}

/** The number of the object that a cross-reference stream is; null for a table, which is none. */
function ownNumber({ isStream, offset }: XrefSection, { bytes }: PdfDocument): number | null {
  return isStream ? readIndirectObject({ bytes, budget: newReading().budget, lengthOf: () => null }, offset).objectNumber : null
}

function isAt(entry: XrefEntry, offset: number): boolean {
  return entry.kind === 'offset' && entry.offset === offset
}

function isInUse(entry: XrefEntry | undefined): boolean {
  return entry !== undefined && entry.kind !== 'free'
}

function isSameTrailer(before: PdfDocument, after: PdfDocument): boolean {
  const [old, fresh] = [before.trailer.entries, after.trailer.entries]
  const firstId = (value: PdfValue | undefined) => (value?.kind === 'array' ? value.items[0] : undefined)
  // Objects at and above /Size are none, so that a smaller one would take objects away.
  const [size, freshSize] = [old, fresh].map((entries) => integerOf(entries.get('Size')))
  const own = new Set(['Size', 'Root', 'Info', 'Prev', 'ID', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms'])
  return (
    typeof size === 'number' &&
    typeof freshSize === 'number' &&
    freshSize >= size &&
    isSameValue(old.get('Root'), fresh.get('Root')) &&
    isSameValue(old.get('Info'), fresh.get('Info')) &&
    isSameValue(firstId(before.resolve(old.get('ID'))), firstId(after.resolve(fresh.get('ID')))) &&
    [...fresh.keys()].every((key) => own.has(key))
  )
}

/** Exactly what it was, and /V; where something is drawn, its one appearance is the new object. */
function isFilled(before: PdfDictionary, after: PdfValue, { signatureNumber, drawnNumber }: Omit<Added, 'block'>): boolean {
  if (after.kind !== 'dictionary') return false
  const expected = withEntries(before, {
    V: pdfReference(signatureNumber),
    ...(drawnNumber === null ? {} : { AP: pdfDictionary({ N: pdfReference(drawnNumber) }) }),
  })
  return isSameValue(expected, after)
}

const KINDS: ReadonlyMap<string, PdfValue['kind']> = new Map([
  ['Type', 'name'],
  ['Filter', 'name'],
  ['SubFilter', 'name'],
  ['ByteRange', 'array'],
  ['Contents', 'string'],
  ['M', 'string'],
  ['Name', 'string'],
  ['XXRole', 'string'],
  ['Reason', 'string'],
  ['Location', 'string'],
  ['Prop_Build', 'dictionary'],
  ['Reference', 'array'],
] as const)

function isPlainSignature({ entries }: PdfDictionary, { lock }: PreparedField, document: PdfDocument): boolean {
  const isListed = [...entries].every(([key, value]) => KINDS.get(key) === value.kind && (key === 'Reference' || !hasReference(value)))
  return isListed && nameOf(entries.get('Type')) === 'Sig' && isSameLock(entries.get('Reference'), lock, document)
}

function hasReference(value: PdfValue): boolean {
  if (value.kind === 'reference') return true
  if (value.kind === 'array') return value.items.some(hasReference)
  return value.kind === 'dictionary' && [...value.entries.values()].some(hasReference)
}

/** The signature repeats the field's lock, and nothing else. */
function isSameLock(references: PdfValue | undefined, lock: PdfDictionary | null, document: PdfDocument): boolean {
  if (lock === null || references === undefined) return lock === null && references === undefined
  const [reference, ...others] = references.kind === 'array' ? references.items : []
  if (reference?.kind !== 'dictionary' || others.length > 0) return false
  const parameters = reference.entries.get('TransformParams')
  const isKnown = [...reference.entries.keys()].every((key) => ['Type', 'TransformMethod', 'TransformParams', 'Data'].includes(key))
  if (!isKnown || nameOf(reference.entries.get('TransformMethod')) !== 'FieldMDP' || parameters?.kind !== 'dictionary') return false
  return (
    isSameValue(reference.entries.get('Data'), document.trailer.entries.get('Root')) &&
    ['Action', 'Fields', 'P'].every((key) => isSameValue(parameters.entries.get(key), lock.entries.get(key)))
  )
}

/**
 * Whether the appended bytes are these objects, the cross-reference section and the ending, with white space between them. A program that
 * repairs a file takes whatever looks like the head of an object for one, inside a text or a comment, too: none may stand there.
 */
function hasOnlyObjects({ before, after }: Update, numbers: readonly number[]): boolean {
  const [section] = after.sections
  if (section === undefined) return false
  const spans = numbers.map((number) => spanOf(after, number)).toSorted((left, right) => left.start - right.start)
  const ordered = [{ start: before.end, end: before.end }, ...spans, { start: section.offset, end: section.end }]
  const hasGaps = ordered.slice(1).some(({ start }, index) => {
    const from = ordered[index]?.end ?? start
    return start < from || latin1(after.bytes.subarray(from, start)).trim() !== ''
  })
  const appended = Buffer.from(after.bytes.subarray(before.end)).toString('latin1')
  const hidesNone =
    appended.match(OBJECT_HEADS)?.length === numbers.length + (section.isStream ? 1 : 0) &&
    (appended.match(TRAILER_HEADS)?.length ?? 0) === (section.isStream ? 0 : 1)
  return (
    !hasGaps &&
    hidesNone &&
    isPlainTable(section, after) &&
    /^\s*startxref\s+\d+\s+%%EOF\s*$/.test(latin1(after.bytes.subarray(section.end)))
  )
}

/** Whether every program reads the table alike, so that none takes the file for damaged and looks for objects by itself. */
function isPlainTable({ isStream, offset, end }: XrefSection, { bytes }: PdfDocument): boolean {
  const text = Buffer.from(bytes.subarray(offset, end)).toString('latin1')
  return isStream || /^xref\n(?:\d+ \d+\n(?:\d{10} \d{5} n \n)+)+trailer\n<< /.test(text)
}

// Wider than the syntax: some programs look for no white space, word boundary or line end where there must be one.
const OBJECT_HEADS = /\d[\0\s]+\d+[\0\s]+obj|(?<![A-Za-z])obj(?![A-Za-z])/g
const TRAILER_HEADS = /trailer[\0\s]*<</g

type Span = { readonly start: number; readonly end: number }

function spanOf(document: PdfDocument, objectNumber: number): Span {
  const entry = document.entryOf(objectNumber)
  if (entry?.kind !== 'offset') throw new PdfSyntaxError('An object of the further signature is not where it should be.')
  const { budget } = newReading()
  const { generation, end } = readIndirectObject({ bytes: document.bytes, budget, lengthOf: () => null }, entry.offset)
  if (generation !== entry.generation) throw new PdfSyntaxError('An object of the further signature is not the one that its table names.')
  return { start: entry.offset, end }
}
