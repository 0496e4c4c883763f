// Derives keys from a passphrase the way PKCS#12 does it.
import { createHash } from 'node:crypto'

export type Pkcs12Hash = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** What a derived value is for. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const

const BLOCK_BYTES: Readonly<Record<Pkcs12Hash, number>> = { sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128 }

export type Derivation = {
  readonly hash: Pkcs12Hash
  /** BMPString with its two closing zero bytes, or nothing at all. */
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
  readonly purpose: (typeof PURPOSE)[keyof typeof PURPOSE]
  readonly sizeBytes: number
}

/** `sizeBytes` bytes of key material. Source: RFC 7292, appendix B.2. */
export function derivePkcs12Key({ hash, password, salt, iterations, purpose, sizeBytes }: Derivation): Uint8Array {
  const block = BLOCK_BYTES[hash]
  const diversifier = Buffer.alloc(block, purpose)
  const input = Buffer.concat([filled(salt, block), filled(password, block)])
  const parts: Buffer[] = []
  for (let done = 0; done < sizeBytes;) {
    let digest = createHash(hash).update(diversifier).update(input).digest()
    for (let round = 1; round < iterations; round += 1) digest = createHash(hash).update(digest).digest()
    parts.push(digest)
    done += digest.length
    addToBlocks(input, filled(digest, block).subarray(0, block))
  }
  return Buffer.concat(parts).subarray(0, sizeBytes)
}

/** `bytes` repeated up to the next whole number of blocks; nothing stays nothing. */
function filled(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes)
}

/** Adds `addend` plus one to each block of `input`, in place, as big-endian numbers. */
function addToBlocks(input: Buffer, addend: Buffer): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1
    for (let index = addend.length - 1; index >= 0; index -= 1) {
      const sum = input.readUInt8(start + index) + addend.readUInt8(index) + carry
      input.writeUInt8(sum & 0xff, start + index)
      carry = sum >> 8
    }
  }
}

/** A passphrase as PKCS#12 hashes it: UTF-16, big end first, with two zero bytes behind. */
export function bmpPassword(passphrase: string): Uint8Array {
  const text = Buffer.from(`${passphrase}\0`, 'utf16le')
  return text.swap16()
}
