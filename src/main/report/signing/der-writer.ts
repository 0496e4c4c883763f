// Writes DER, the exact encoding that certificates and signatures are hashed in.
import { DER } from '#main/report/verification/der-reader.ts'

/** One DER value: identifier, minimal length, content. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts)
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(content.length), content])
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const hex = length.toString(16)
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

export function derSequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(DER.sequence, ...parts)
}

/** A SET OF: its members in the order DER demands. */
export function derSetOf(...members: readonly Uint8Array[]): Uint8Array {
  return der(DER.set, ...inDerOrder(members))
}

/** Encoded members of a SET OF in ascending order (X.690, 11.6). */
export function inDerOrder(members: readonly Uint8Array[]): readonly Uint8Array[] {
  return members.toSorted((left, right) => Buffer.compare(left, right))
}

export function derOctetString(bytes: Uint8Array): Uint8Array {
  return der(DER.octetString, bytes)
}

/** A BIT STRING; `unusedBits` of the last octet do not count. */
export function derBitString(bytes: Uint8Array, unusedBits: number = 0): Uint8Array {
  return der(DER.bitString, Uint8Array.of(unusedBits), bytes)
}

/** A non-negative INTEGER from its magnitude, most significant octet first. */
export function derUnsigned(magnitude: Uint8Array): Uint8Array {
  const start = magnitude.findIndex((octet) => octet !== 0)
  const significant = start === -1 ? Uint8Array.of(0) : magnitude.subarray(start)
  const needsZero = (significant[0] ?? 0) >= 0x80
  return der(DER.integer, needsZero ? Uint8Array.of(0) : new Uint8Array(), significant)
}

export function derSmallInteger(value: number): Uint8Array {
  return derUnsigned(Uint8Array.of(value >> 24, value >> 16, value >> 8, value))
}

export function derUtf8(text: string): Uint8Array {
  return der(DER.utf8String, Buffer.from(text, 'utf8'))
}

export function derTrue(): Uint8Array {
  return der(DER.boolean, Uint8Array.of(0xff))
}

/** An object identifier from its dotted form. */
export function derOid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(DER.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)))
}

function base128(arc: number): readonly number[] {
  const octets = [arc % 128]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) octets.unshift(0x80 | (left % 128))
  return octets
}

/** A date as X.509 wants it: UTCTime up to 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5). */
export function derTime(instant: Date): Uint8Array {
  const digits = instant.toISOString().slice(0, 19).replace(/[-:T]/g, '')
  const isShort = instant.getUTCFullYear() < 2050
  return der(isShort ? DER.utcTime : DER.generalizedTime, Buffer.from(`${isShort ? digits.slice(2) : digits}Z`, 'latin1'))
}
