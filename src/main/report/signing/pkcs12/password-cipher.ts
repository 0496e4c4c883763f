// Decrypts what a passphrase protects in a certificate file: the modern way (PBES2 with AES) and the legacy ones (3DES, RC2).
import { createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { DER, DerError, expectTag, readOid, readSmallInteger, type DerNode } from '#main/report/verification/der-reader.ts'
import { bmpPassword, derivePkcs12Key, PURPOSE, type Pkcs12Hash } from './pkcs12-key.ts'
import { decryptRc2 } from './rc2.ts'

/** Thrown for a way of encryption that is not read here. */
export class UnsupportedCipherError extends DerError {
  override name = 'UnsupportedCipherError'
}

/** The passphrase in both spellings, and how much work a file may still ask for. */
export type Opening = {
  readonly passphrase: string
  /** BMP form; some programs write an empty passphrase as nothing at all. */
  readonly password: Uint8Array
  readonly work: { iterationsLeft: number }
}

const MAX_ITERATIONS = 5_000_000
const MAX_SALT_BYTES = 1024

export function newOpening(passphrase: string, password: Uint8Array = bmpPassword(passphrase)): Opening {
  return { passphrase, password, work: { iterationsLeft: MAX_ITERATIONS } }
}

/** The iteration count at a node; throws DerError when all counts of a file together ask for more than five million rounds. */
export function readIterations(node: DerNode | undefined, opening: Opening): number {
  const count = readSmallInteger(node, 'number of rounds')
  opening.work.iterationsLeft -= count
  if (count < 1 || opening.work.iterationsLeft < 0) throw new UnsupportedCipherError('The file asks for too many rounds of hashing.')
  return count
}

export function readSalt(node: DerNode | undefined): Uint8Array {
  const { content } = expectTag(node, DER.octetString, 'salt')
  if (content.length > MAX_SALT_BYTES) throw new DerError('The salt is too long.')
  return content
}

const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'
const HMACS: ReadonlyMap<string, Pkcs12Hash> = new Map([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
] as const)

type BlockCipher = { readonly name: string; readonly keyBytes: number }
const CIPHERS: ReadonlyMap<string, BlockCipher> = new Map([
  ['1.2.840.113549.3.7', { name: 'des-ede3-cbc', keyBytes: 24 }],
  ['2.16.840.1.101.3.4.1.2', { name: 'aes-128-cbc', keyBytes: 16 }],
  ['2.16.840.1.101.3.4.1.22', { name: 'aes-192-cbc', keyBytes: 24 }],
  ['2.16.840.1.101.3.4.1.42', { name: 'aes-256-cbc', keyBytes: 32 }],
])

type LegacyCipher = { readonly kind: '3des' | 'rc2'; readonly keyBytes: number }
const LEGACY: ReadonlyMap<string, LegacyCipher> = new Map([
  ['1.2.840.113549.1.12.1.3', { kind: '3des', keyBytes: 24 }],
  ['1.2.840.113549.1.12.1.4', { kind: '3des', keyBytes: 16 }],
  ['1.2.840.113549.1.12.1.5', { kind: 'rc2', keyBytes: 16 }],
  ['1.2.840.113549.1.12.1.6', { kind: 'rc2', keyBytes: 5 }],
] as const)
const LEGACY_IV_BYTES = 8

/**
 * The plain bytes, or null when the passphrase does not fit. Throws UnsupportedCipherError on other ways of
 * encryption and DerError on malformed parameters. Source: RFC 8018, RFC 7292 appendix C.
 */
export function decryptWithPassword(algorithm: DerNode, data: Uint8Array, opening: Opening): Uint8Array | null {
  const [name, parameters] = algorithm.children
  const oid = readOid(name, 'way of encryption')
  const legacy = LEGACY.get(oid)
  if (oid === PBES2) return decryptModern(expectTag(parameters, DER.sequence, 'encryption parameters'), data, opening)
  if (legacy === undefined) throw new UnsupportedCipherError('The file is encrypted in a way that is not read here.')
  return decryptLegacy(legacy, { parameters: expectTag(parameters, DER.sequence, 'encryption parameters'), data, opening })
}

function decryptModern(parameters: DerNode, data: Uint8Array, opening: Opening): Uint8Array | null {
  const [derivation, scheme] = parameters.children
  const cipherNode = expectTag(scheme, DER.sequence, 'cipher')
  const cipher = CIPHERS.get(readOid(cipherNode.children[0], 'cipher'))
  if (cipher === undefined) throw new UnsupportedCipherError('The file is encrypted with a cipher that is not read here.')
  const key = pbkdf2Key(expectTag(derivation, DER.sequence, 'key derivation'), opening, cipher.keyBytes)
  const iv = expectTag(cipherNode.children[1], DER.octetString, 'start value').content
  return decryptBlocks(cipher.name, { key, iv, data })
}

/** A key of `sizeBytes` bytes as an AlgorithmIdentifier for PBKDF2 asks. */
function pbkdf2Key(algorithm: DerNode, opening: Opening, sizeBytes: number): Uint8Array {
  if (readOid(algorithm.children[0], 'key derivation') !== PBKDF2) {
    throw new UnsupportedCipherError('The file derives its key in a way that is not read here.')
  }
  const [salt, rounds, ...rest] = expectTag(algorithm.children[1], DER.sequence, 'key derivation').children
  const hashNode = rest.find((node) => node.tag === DER.sequence)
  const hash = hashNode === undefined ? 'sha1' : HMACS.get(readOid(hashNode.children[0], 'hash'))
  if (hash === undefined) throw new UnsupportedCipherError('The file derives its key with a hash that is not read here.')
  return pbkdf2Sync(Buffer.from(opening.passphrase, 'utf8'), readSalt(salt), readIterations(rounds, opening), sizeBytes, hash)
}

type LegacyInput = { readonly parameters: DerNode; readonly data: Uint8Array; readonly opening: Opening }

function decryptLegacy({ kind, keyBytes }: LegacyCipher, { parameters, data, opening }: LegacyInput): Uint8Array | null {
  const [saltNode, rounds] = parameters.children
  const shared = {
    hash: 'sha1',
    password: opening.password,
    salt: readSalt(saltNode),
    iterations: readIterations(rounds, opening),
  } as const
  const key = derivePkcs12Key({ ...shared, purpose: PURPOSE.key, sizeBytes: keyBytes })
  const iv = derivePkcs12Key({ ...shared, purpose: PURPOSE.iv, sizeBytes: LEGACY_IV_BYTES })
  if (kind === 'rc2') return decryptRc2(data, { bytes: key, effectiveBits: keyBytes * 8 }, iv)
  // Two-key triple DES uses the first key again as its third.
  const tripled = keyBytes === 24 ? key : Buffer.concat([key, key.subarray(0, 8)])
  return decryptBlocks('des-ede3-cbc', { key: tripled, iv, data })
}

function decryptBlocks(name: string, { key, iv, data }: Readonly<Record<'key' | 'iv' | 'data', Uint8Array>>): Uint8Array | null {
  try {
    const decipher = createDecipheriv(name, key, iv)
    return Buffer.concat([decipher.update(data), decipher.final()])
  } catch {
    return null
  }
}
