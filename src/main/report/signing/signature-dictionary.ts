// Writes the signature dictionary with room for its value, and fills that room in afterwards.
import { pdfArray, pdfDictionary, pdfName, pdfNumber, pdfText, type PdfValue } from '#main/report/verification/pdf-value.ts'
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

/** The body of the signature object: certifying, no changes permitted, value and byte range still blank. */
export function blankSignature(facts: SigningFacts): string {
  const blank = `<${'0'.repeat(RESERVED_BYTES * 2)}>`
  const rest = [...statements(facts)].map(([key, value]) => `/${key} ${writeValue(value)}`).join(' ')
  return `${DICTIONARY_START}${' '.repeat(RANGE_WIDTH)}${BEFORE_CONTENTS}${blank} ${rest} >>`
}

function statements(facts: SigningFacts): ReadonlyMap<string, PdfValue> {
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
    ['Reference', pdfArray(noChangesPermitted())],
  ])
}

function noChangesPermitted(): PdfValue {
  return pdfDictionary({
    Type: pdfName('SigRef'),
    TransformMethod: pdfName('DocMDP'),
    TransformParams: pdfDictionary({ Type: pdfName('TransformParams'), P: pdfNumber(1), V: pdfName('1.2') }),
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
