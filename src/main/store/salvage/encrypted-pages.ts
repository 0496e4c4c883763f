// Reads single pages of an encrypted database without SQLite: each page carries its own seal, so a damaged one spoils no other.
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'

/** SQLCipher 4: pages of 4096 bytes whose last 80 hold the initialisation vector and an HMAC-SHA512 over everything before and the page's number. */
export const pageSizeBytes = 4096
const vectorSizeBytes = 16
const sealSizeBytes = 64
export const saltSizeBytes = 16
/** What SQLite itself can use of a page. */
export const usableSizeBytes = pageSizeBytes - vectorSizeBytes - sealSizeBytes

/** Gives the bytes of a file; fewer than asked for at its end. */
export interface PageSource {
  readonly sizeBytes: number
  read(position: number, length: number): Buffer
}

export interface PageReader {
  /** Also counts a page that is cut off at the end of the file. */
  readonly pageCount: number
  /** The page in clear, 1 to `pageCount`; null when it is damaged. The first 100 bytes of page 1 are the file's header, its first 16 are not in the file. */
  page(number: number): Buffer | null
}

function sealKey(key: Buffer, salt: Buffer): Buffer {
  const sealSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a))
  return pbkdf2Sync(key, sealSalt, 2, 32, 'sha512')
}

function readPage(bytes: Buffer, number: number, keys: { readonly page: Buffer; readonly seal: Buffer }): Buffer | null {
  if (bytes.length !== pageSizeBytes) return null
  const start = number === 1 ? saltSizeBytes : 0
  const sealed = bytes.subarray(start, usableSizeBytes + vectorSizeBytes)
  const place = Buffer.alloc(4)
  place.writeUInt32LE(number)
  const seal = createHmac('sha512', keys.seal).update(sealed).update(place).digest()
  if (!timingSafeEqual(seal, bytes.subarray(usableSizeBytes + vectorSizeBytes))) return null
  const decipher = createDecipheriv('aes-256-cbc', keys.page, bytes.subarray(usableSizeBytes, usableSizeBytes + vectorSizeBytes))
  decipher.setAutoPadding(false)
  const clear = Buffer.concat([decipher.update(bytes.subarray(start, usableSizeBytes)), decipher.final()])
  return start === 0 ? clear : Buffer.concat([Buffer.alloc(start), clear])
}

/** A reader for a database that is encrypted with the raw 32-byte `key`; `salt` is the first 16 bytes of the file as it was made. */
export function openPages(source: PageSource, key: Buffer, salt: Buffer): PageReader {
  const keys = { page: key, seal: sealKey(key, salt) }
  return {
    pageCount: Math.ceil(source.sizeBytes / pageSizeBytes),
    page: (number) => readPage(source.read((number - 1) * pageSizeBytes, pageSizeBytes), number, keys),
  }
}

/** How many of the first pages are looked at to tell a right salt from a wrong one. */
const probeLength = 64

function isRightSalt(source: PageSource, key: Buffer, salt: Buffer): boolean {
  const reader = openPages(source, key, salt)
  for (let number = 1; number <= Math.min(reader.pageCount, probeLength); number += 1) if (reader.page(number) !== null) return true
  return false
}

/** The salt with each of its bits changed, one at a time. */
function nearSalts(salt: Buffer): Buffer[] {
  return Array.from({ length: salt.length * 8 }, (_, bit) => {
    const changed = Buffer.from(salt)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return changed
  })
}

/**
 * The salt that makes pages readable: of the file itself, of a copy of it (a backup has the same), or of the file with one bit put back.
 * Null when none does, as with another key.
 */
export function findSalt(source: PageSource, key: Buffer, copies: readonly Buffer[]): Buffer | null {
  const own = source.read(0, saltSizeBytes)
  if (own.length < saltSizeBytes) return null
  return [own, ...copies, ...nearSalts(own)].find((salt) => isRightSalt(source, key, salt)) ?? null
}
