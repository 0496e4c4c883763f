// Checks the seal of a certificate file, which also tells whether the passphrase is the right one.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { DER, expectTag, readOid, type DerNode } from '#main/report/verification/der-reader.ts'
import { newOpening, readIterations, readSalt, UnsupportedCipherError, type Opening } from './password-cipher.ts'
import { derivePkcs12Key, PURPOSE, type Pkcs12Hash } from './pkcs12-key.ts'

const HASHES: ReadonlyMap<string, Pkcs12Hash> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
] as const)
const HASH_BYTES: Readonly<Record<Pkcs12Hash, number>> = { sha1: 20, sha224: 28, sha256: 32, sha384: 48, sha512: 64 }

/** The spelling of the passphrase that fits the seal; null when none does. Throws DerError on a malformed seal. */
export function openSeal(macData: DerNode, content: Uint8Array, passphrase: string): Opening | null {
  const opening = newOpening(passphrase)
  if (fits(macData, content, opening)) return opening
  if (passphrase !== '') return null
  const bare = { ...opening, password: new Uint8Array() }
  return fits(macData, content, bare) ? bare : null
}

function fits(macData: DerNode, content: Uint8Array, opening: Opening): boolean {
  const [digestInfo, saltNode, rounds] = macData.children
  const [algorithm, digest] = expectTag(digestInfo, DER.sequence, 'seal').children
  const stated = expectTag(digest, DER.octetString, 'seal').content
  const hash = HASHES.get(readOid(expectTag(algorithm, DER.sequence, 'seal').children[0], 'hash of the seal'))
  if (hash === undefined) throw new UnsupportedCipherError('The file is sealed in a way that is not read here.')
  const key = derivePkcs12Key({
    hash,
    password: opening.password,
    salt: readSalt(saltNode),
    // One round is the default and may be left out.
    iterations: rounds === undefined ? 1 : readIterations(rounds, opening),
    purpose: PURPOSE.mac,
    sizeBytes: HASH_BYTES[hash],
  })
  const computed = createHmac(hash, key).update(content).digest()
  return computed.length === stated.length && timingSafeEqual(computed, stated)
}
