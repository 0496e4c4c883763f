// Writes the signature dictionary with room for its value, and fills that room in afterwards.
import {
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfNumber,
  pdfText,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from '#main/report/verification/pdf-value.ts'
import { formatPdfDate } from '#main/report/verification/pdf-date.ts'
import { ROLE_KEY } from '#main/report/verification/signer-verdict.ts'
import { writeValue } from './pdf-writer.ts'

export type SigningFacts = {
  readonly name: string
  readonly role?: string | undefined
  readonly reason: string
  readonly location?: string | undefined
  /** The signer's clock; PDF dates have whole seconds. */
  readonly signedAt: Date
}

// 16 KiB of signature, written as 32 KiB of hex: room for a time-stamp with its chain, and inside PDF/A's limit of
// 32,767 bytes for one string.
const RESERVED_BYTES = 16 * 1024
const RANGE_WIDTH = 40

const DICTIONARY_START = '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange '
const BEFORE_CONTENTS = ' /Contents '

/** What a signature says about changes after it. */
export type SignaturePermission =
  /** The first signature: 1 permits no change, 2 permits signing in the prepared fields. */
  | { readonly kind: 'certifying'; readonly level: 1 | 2 }
  /** A further signature: repeats the lock of its field; null when that has none. */
  | { readonly kind: 'further'; readonly lock: PdfDictionary | null; readonly catalog: PdfReference }

/** The body of the signature object, value and byte range still blank. */
export function blankSignature(facts: SigningFacts, permission: SignaturePermission): string {
  const blank = `<${'0'.repeat(RESERVED_BYTES * 2)}>`
  const rest = [...statements(facts, permission)].map(([key, value]) => `/${key} ${writeValue(value)}`).join(' ')
  return `${DICTIONARY_START}${' '.repeat(RANGE_WIDTH)}${BEFORE_CONTENTS}${blank} ${rest} >>`
}

function statements(facts: SigningFacts, permission: SignaturePermission): ReadonlyMap<string, PdfValue> {
  const reference = permission.kind === 'certifying' ? changesPermitted(permission.level) : fieldLock(permission)
  const optional: readonly (readonly [string, string | undefined])[] = [
    ['Name', facts.name],
    [ROLE_KEY, facts.role],
    ['Reason', facts.reason],
    ['Location', facts.location],
  ]
  return new Map<string, PdfValue>([
    ['M', pdfText(formatPdfDate(facts.signedAt))],
    ...optional.flatMap(([key, text]) => (text === undefined || text === '' ? [] : [[key, pdfText(text)] as const])),
    ['Prop_Build', pdfDictionary({ App: pdfDictionary({ Name: pdfName('Gatehouse') }) })],
    ...(reference === null ? [] : [['Reference', pdfArray(reference)] as const]),
  ])
}

function changesPermitted(level: 1 | 2): PdfValue {
  return pdfDictionary({
    Type: pdfName('SigRef'),
    TransformMethod: pdfName('DocMDP'),
    TransformParams: pdfDictionary({ Type: pdfName('TransformParams'), P: pdfNumber(level), V: pdfName('1.2') }),
  })
}

// ISO 32000-1, 12.8.2.4: a signature in a field with a lock states the same lock over the whole document.
function fieldLock({ lock, catalog }: Extract<SignaturePermission, { kind: 'further' }>): PdfValue | null {
  if (lock === null) return null
  const kept = [...lock.entries].filter(([key]) => key === 'Action' || key === 'Fields' || key === 'P')
  return pdfDictionary({
    Type: pdfName('SigRef'),
    TransformMethod: pdfName('FieldMDP'),
    Data: catalog,
    TransformParams: pdfDictionary({ Type: pdfName('TransformParams'), ...Object.fromEntries(kept), V: pdfName('1.2') }),
  })
}

export type SignatureRoom = {
  /** Offsets of the /Contents token in the file, delimiters included. */
  readonly start: number
  readonly end: number
  /** What the byte range covers: everything but the token. */
  readonly ranges: readonly Uint8Array[]
}

/** Writes the byte range into `file` (changed in place) and returns the two parts to sign. */
export function fillByteRange(file: Uint8Array, bodyOffset: number): SignatureRoom {
  const start = bodyOffset + DICTIONARY_START.length + RANGE_WIDTH + BEFORE_CONTENTS.length
  const end = start + RESERVED_BYTES * 2 + 2
  const range = `[0 ${start} ${end} ${file.length - end}]`
  if (range.length > RANGE_WIDTH) throw new Error('The file is too large to sign.')
  file.set(Buffer.from(range.padEnd(RANGE_WIDTH), 'latin1'), bodyOffset + DICTIONARY_START.length)
  return { start, end, ranges: [file.subarray(0, start), file.subarray(end)] }
}

/** Writes the signature value into the room left for it (in place); false when it does not fit. */
export function fillContents(file: Uint8Array, room: SignatureRoom, cms: Uint8Array): boolean {
  if (cms.length > RESERVED_BYTES) return false
  const digits = Buffer.from(cms)
    .toString('hex')
    .padEnd(RESERVED_BYTES * 2, '0')
  file.set(Buffer.from(digits, 'latin1'), room.start + 1)
  return true
}
