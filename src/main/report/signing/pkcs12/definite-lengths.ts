// Turns BER, which some programs write key files in, into DER-like definite lengths that the strict reader takes.
import { der } from '../der-writer.ts'

/** Thrown for bytes that are not even BER, or that are nested or numerous beyond reason. */
export class BerSyntaxError extends Error {
  override name = 'BerSyntaxError'
}

const MAX_DEPTH = 40
const MAX_NODES = 50_000
const OCTET_STRING = 0x04
const CONSTRUCTED = 0x20
const NUMBER_BITS = 0x1f

type Cursor = { readonly bytes: Uint8Array; at: number; nodesLeft: number }

/**
 * The one BER value in `bytes` with definite minimal lengths and with octet strings in one piece.
 * Throws BerSyntaxError on anything else, and on bytes that follow the value.
 */
export function withDefiniteLengths(bytes: Uint8Array): Uint8Array {
  const cursor: Cursor = { bytes, at: 0, nodesLeft: MAX_NODES }
  const value = readValue(cursor, MAX_DEPTH)
  if (cursor.at !== bytes.length) throw new BerSyntaxError('There are bytes after the value.')
  return value.encoded
}

type Value = { readonly tag: number; readonly encoded: Uint8Array; readonly content: Uint8Array }

function nextByte(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.at]
  if (byte === undefined) throw new BerSyntaxError('The value is cut short.')
  cursor.at += 1
  return byte
}

function readValue(cursor: Cursor, depthLeft: number): Value {
  cursor.nodesLeft -= 1
  if (depthLeft === 0 || cursor.nodesLeft < 0) throw new BerSyntaxError('The value is nested too deeply or has too many parts.')
  const tag = nextByte(cursor)
  if ((tag & NUMBER_BITS) === NUMBER_BITS) throw new BerSyntaxError('Long tags are not accepted.')
  const length = readLength(cursor)
  if ((tag & CONSTRUCTED) === 0) {
    if (length === null || cursor.at + length > cursor.bytes.length) throw new BerSyntaxError('The value is cut short.')
    const content = cursor.bytes.subarray(cursor.at, cursor.at + length)
    cursor.at += length
    return { tag, encoded: der(tag, content), content }
  }
  const children = length === null ? untilEndMark(cursor, depthLeft) : untilOffset(cursor, cursor.at + length, depthLeft)
  return inOnePiece(tag, children)
}

/** A length in octets; null for an indefinite one. */
function readLength(cursor: Cursor): number | null {
  const first = nextByte(cursor)
  if (first < 0x80) return first
  if (first === 0x80) return null
  const count = first & 0x7f
  if (count > 4) throw new BerSyntaxError('A length is too large.')
  let length = 0
  for (let index = 0; index < count; index += 1) length = length * 256 + nextByte(cursor)
  return length
}

function untilOffset(cursor: Cursor, end: number, depthLeft: number): readonly Value[] {
  if (end > cursor.bytes.length) throw new BerSyntaxError('The value is cut short.')
  const children: Value[] = []
  while (cursor.at < end) children.push(readValue(cursor, depthLeft - 1))
  if (cursor.at !== end) throw new BerSyntaxError('A part is longer than the whole.')
  return children
}

function untilEndMark(cursor: Cursor, depthLeft: number): readonly Value[] {
  const children: Value[] = []
  for (;;) {
    if (cursor.bytes[cursor.at] === 0 && cursor.bytes[cursor.at + 1] === 0) {
      cursor.at += 2
      return children
    }
    children.push(readValue(cursor, depthLeft - 1))
  }
}

function inOnePiece(tag: number, children: readonly Value[]): Value {
  if (tag !== (OCTET_STRING | CONSTRUCTED))
    return joined(
      tag,
      children.map((child) => child.encoded),
    )
  if (children.some((child) => child.tag !== OCTET_STRING)) throw new BerSyntaxError('A string has parts that are no strings.')
  return joined(
    OCTET_STRING,
    children.map((child) => child.content),
  )
}

function joined(tag: number, parts: readonly Uint8Array[]): Value {
  const content = Buffer.concat(parts)
  return { tag, encoded: der(tag, content), content }
}
