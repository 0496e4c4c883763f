// The values a PDF object is made of, and the narrow accessors that refuse anything of the wrong type.

/** Thrown for bytes that are not strict PDF syntax or not the expected structure. */
export class PdfSyntaxError extends Error {
  override name = 'PdfSyntaxError'
}

/** Thrown for a file that is built in a way that is not read here: nothing need be wrong with it, so nothing is claimed about it. */
export class PdfUnreadError extends PdfSyntaxError {
  override name = 'PdfUnreadError'
}

/** Thrown for an encrypted file: its objects cannot be read. */
export class PdfEncryptedError extends PdfUnreadError {
  override name = 'PdfEncryptedError'
}

export type PdfReference = { readonly kind: 'reference'; readonly objectNumber: number; readonly generation: number }
export type PdfName = { readonly kind: 'name'; readonly value: string }
export type PdfNumber = { readonly kind: 'number'; readonly value: number; readonly source: string }
export type PdfString = {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  readonly isHex: boolean
  /** Where the token lies in the file, delimiters included; -1 for a string that was not read from the file itself. */
  readonly start: number
  readonly end: number
}
export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] }
export type PdfDictionary = { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
export type PdfStream = {
  readonly kind: 'stream'
  readonly dictionary: PdfDictionary
  readonly data: Uint8Array
}
export type PdfValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | PdfNumber
  | PdfString
  | PdfName
  | PdfArray
  | PdfDictionary
  | PdfStream
  | PdfReference

export const PDF_NULL: PdfValue = { kind: 'null' }

export function pdfName(value: string): PdfName {
  return { kind: 'name', value }
}

export function pdfNumber(value: number): PdfNumber {
  return { kind: 'number', value, source: String(value) }
}

export function pdfReference(objectNumber: number): PdfReference {
  return { kind: 'reference', objectNumber, generation: 0 }
}

export function pdfArray(...items: readonly PdfValue[]): PdfArray {
  return { kind: 'array', items }
}

export function pdfDictionary(entries: Readonly<Record<string, PdfValue>>): PdfDictionary {
  return { kind: 'dictionary', entries: new Map(Object.entries(entries)) }
}

/** A copy of `dictionary` with some entries replaced or added, in stable order. */
export function withEntries(dictionary: PdfDictionary, changes: Readonly<Record<string, PdfValue>>): PdfDictionary {
  return { kind: 'dictionary', entries: new Map([...dictionary.entries, ...Object.entries(changes)]) }
}

/** The integer a value holds, or null when it is anything else. */
export function integerOf(value: PdfValue | undefined): number | null {
  return value?.kind === 'number' && Number.isSafeInteger(value.value) && !value.source.includes('.') ? value.value : null
}

/** The name a value holds, without the slash, or null. */
export function nameOf(value: PdfValue | undefined): string | null {
  return value?.kind === 'name' ? value.value : null
}

/**
 * A text string as Unicode: UTF-16BE or UTF-8 by byte order mark, otherwise PDFDocEncoding, of which only
 * the part equal to Latin-1 is read (other bytes become U+FFFD). Null when the value is not a string.
 */
export function textOf(value: PdfValue | undefined): string | null {
  if (value?.kind !== 'string') return null
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(3))
  return Array.from(bytes, (octet) =>
    (octet >= 0x20 && octet < 0x7f) || octet >= 0xa1 || octet === 0x0a || octet === 0x0d || octet === 0x09
      ? String.fromCharCode(octet)
      : '\u{FFFD}',
  ).join('')
}

/** A text string value: plain ASCII where possible, UTF-16BE with byte order mark otherwise. */
export function pdfText(text: string): PdfString {
  const isAscii = /^[\x20-\x7e]*$/.test(text)
  const bytes = isAscii ? new TextEncoder().encode(text) : utf16BigEndian(text)
  return { kind: 'string', bytes, isHex: !isAscii, start: -1, end: -1 }
}

function utf16BigEndian(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  bytes.set([0xfe, 0xff])
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    bytes.set([unit >> 8, unit & 0xff], 2 + index * 2)
  }
  return bytes
}
