// Reads single PDF values from bytes, strictly: duplicate keys, odd hex strings and deep nesting are refused.
import { PDF_NULL, PdfSyntaxError, type PdfDictionary, type PdfString, type PdfValue } from './pdf-value.ts'

const MAX_DEPTH = 64
const WHITESPACE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const DELIMITERS = new Set(Array.from('()<>[]{}/%', (char) => char.charCodeAt(0)))
const ESCAPES = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
])

const MAX_WORD_CHARACTERS = 256
const MAX_STRING_BYTES = 8 * 1024 * 1024

/** How many more values one document may hold in memory; shared by all its cursors. */
export type ValueBudget = { valuesLeft: number }

/** Counts `values` against the budget; throws PdfSyntaxError when it is used up, so that no file can fill the memory. */
export function spend(budget: ValueBudget, values: number): void {
  budget.valuesLeft -= values
  if (budget.valuesLeft < 0) throw new PdfSyntaxError('The file holds too many values.')
}

/** The same for bytes: sixty-four weigh about as much as one value. */
export function spendBytes(budget: ValueBudget, bytes: number): void {
  spend(budget, Math.ceil(bytes / 64))
}

/** A reading position in a byte array; the functions of this file move `at`. */
export type Cursor = { readonly bytes: Uint8Array; readonly budget: ValueBudget; at: number }

export function isWhitespace(octet: number | undefined): boolean {
  return octet !== undefined && WHITESPACE.has(octet)
}

function isRegular(octet: number | undefined): octet is number {
  return octet !== undefined && !WHITESPACE.has(octet) && !DELIMITERS.has(octet)
}

/** Moves past white space and comments. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const octet = cursor.bytes[cursor.at]
    if (octet === 0x25) {
      while (cursor.at < cursor.bytes.length && !isLineEnd(cursor.bytes[cursor.at])) cursor.at += 1
    } else if (isWhitespace(octet)) cursor.at += 1
    else return
  }
}

function isLineEnd(octet: number | undefined): boolean {
  return octet === 0x0a || octet === 0x0d
}

/** The run of regular characters at the cursor, as Latin-1; empty at a delimiter. */
export function readWord(cursor: Cursor): string {
  let word = ''
  for (let octet = cursor.bytes[cursor.at]; isRegular(octet); octet = cursor.bytes[cursor.at]) {
    word += String.fromCharCode(octet)
    cursor.at += 1
    if (word.length > MAX_WORD_CHARACTERS) throw new PdfSyntaxError('A word in the file is too long.')
  }
  return word
}

/** Latin-1 text of a short byte run. */
export function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

/** The next value; throws PdfSyntaxError when there is none. */
export function readValue(cursor: Cursor, depthLeft: number = MAX_DEPTH): PdfValue {
  if (depthLeft === 0) throw new PdfSyntaxError('An object is nested too deeply.')
  spend(cursor.budget, 1)
  skipSpace(cursor)
  const octet = cursor.bytes[cursor.at]
  if (octet === 0x2f) return { kind: 'name', value: readName(cursor) }
  if (octet === 0x28) return readLiteralString(cursor)
  if (octet === 0x5b) return readArray(cursor, depthLeft - 1)
  if (octet === 0x3c) {
    return cursor.bytes[cursor.at + 1] === 0x3c ? readDictionary(cursor, depthLeft - 1) : readHexString(cursor)
  }
  return readWordValue(cursor)
}

function readWordValue(cursor: Cursor): PdfValue {
  const word = readWord(cursor)
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' }
  if (word === 'null') return PDF_NULL
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfSyntaxError('The file holds something that is not a PDF value.')
  const reference = /^\d{1,10}$/.test(word) ? readReferenceTail(cursor, Number(word)) : null
  return reference ?? { kind: 'number', value: Number(word), source: word }
}

function readReferenceTail(cursor: Cursor, objectNumber: number): PdfValue | null {
  const start = cursor.at
  skipSpace(cursor)
  const generation = readWord(cursor)
  if (/^\d{1,5}$/.test(generation)) {
    skipSpace(cursor)
    if (readWord(cursor) === 'R') return { kind: 'reference', objectNumber, generation: Number(generation) }
  }
  cursor.at = start
  return null
}

function readName(cursor: Cursor): string {
  cursor.at += 1
  const word = readWord(cursor)
  if (/#(?![0-9A-Fa-f]{2})/.test(word)) throw new PdfSyntaxError('A name in the file is malformed.')
  return word.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function readArray(cursor: Cursor, depthLeft: number): PdfValue {
  const items: PdfValue[] = []
  cursor.at += 1
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === 0x5d) break
    items.push(readValue(cursor, depthLeft))
  }
  cursor.at += 1
  return { kind: 'array', items }
}

function readDictionary(cursor: Cursor, depthLeft: number): PdfDictionary {
  const entries = new Map<string, PdfValue>()
  cursor.at += 2
  for (;;) {
    skipSpace(cursor)
    const octet = cursor.bytes[cursor.at]
    if (octet === 0x3e && cursor.bytes[cursor.at + 1] === 0x3e) break
    if (octet !== 0x2f) throw new PdfSyntaxError('A dictionary in the file is malformed.')
    const key = readName(cursor)
    if (entries.has(key)) throw new PdfSyntaxError(`A dictionary has the key ${key} twice.`)
    entries.set(key, readValue(cursor, depthLeft))
  }
  cursor.at += 2
  return { kind: 'dictionary', entries }
}

function readHexString(cursor: Cursor): PdfString {
  const start = cursor.at
  const close = cursor.bytes.indexOf(0x3e, start)
  if (close === -1) throw new PdfSyntaxError('A hex string in the file is not closed.')
  if (close - start > MAX_STRING_BYTES) throw new PdfSyntaxError('A hex string in the file is too long.')
  spendBytes(cursor.budget, close - start)
  const digits = longLatin1(cursor.bytes.subarray(start + 1, close)).replace(/[\0\t\n\f\r ]+/g, '')
  if (!/^(?:[0-9A-Fa-f]{2})*$/.test(digits)) throw new PdfSyntaxError('A hex string in the file is malformed.')
  cursor.at = close + 1
  return { kind: 'string', bytes: Uint8Array.from(Buffer.from(digits, 'hex')), isHex: true, start, end: cursor.at }
}

function longLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function readLiteralString(cursor: Cursor): PdfString {
  const start = cursor.at
  const out: number[] = []
  let depth = 0
  for (;;) {
    const octet = cursor.bytes[cursor.at]
    if (octet === undefined) throw new PdfSyntaxError('A string in the file is not closed.')
    if (out.length > MAX_STRING_BYTES) throw new PdfSyntaxError('A string in the file is too long.')
    cursor.at += 1
    if (octet === 0x5c) out.push(...readEscape(cursor))
    else if (octet === 0x28) {
      if (depth > 0) out.push(octet)
      depth += 1
    } else if (octet === 0x29) {
      depth -= 1
      if (depth === 0) break
      out.push(octet)
    } else out.push(octet)
  }
  spendBytes(cursor.budget, out.length)
  return { kind: 'string', bytes: Uint8Array.from(out), isHex: false, start, end: cursor.at }
}

function readEscape(cursor: Cursor): readonly number[] {
  const octet = cursor.bytes[cursor.at]
  if (octet === undefined) throw new PdfSyntaxError('A string in the file is not closed.')
  const digits = /^[0-7]{1,3}/.exec(latin1(cursor.bytes.subarray(cursor.at, cursor.at + 3)))?.[0]
  if (digits !== undefined) {
    cursor.at += digits.length
    return [Number.parseInt(digits, 8) & 0xff]
  }
  cursor.at += 1
  if (octet === 0x0d && cursor.bytes[cursor.at] === 0x0a) cursor.at += 1
  if (isLineEnd(octet)) return []
  return [ESCAPES.get(octet) ?? octet]
}
