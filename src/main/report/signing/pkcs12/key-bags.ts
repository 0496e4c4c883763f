// Walks the bags of an opened certificate file and gathers private keys, certificates and revocation lists.
import { DER, DerError, expectChildren, expectTag, readDer, readOid, type DerNode } from '#main/report/verification/der-reader.ts'
import { withDefiniteLengths } from './definite-lengths.ts'
import { decryptWithPassword, UnsupportedCipherError, type Opening } from './password-cipher.ts'

const TYPE = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  revocationBag: '1.2.840.113549.1.12.10.1.4',
  safeContentsBag: '1.2.840.113549.1.12.10.1.6',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  x509RevocationList: '1.2.840.113549.1.9.23.1',
} as const

const MAX_DEPTH = 4
const MAX_BAGS = 200

export type Bags = {
  /** PKCS#8, DER. */
  readonly keys: Uint8Array[]
  readonly certificates: Uint8Array[]
  readonly revocationLists: Uint8Array[]
}

/** Thrown when a part cannot be decrypted although the seal fitted. */
export class WrongPassphraseError extends DerError {
  override name = 'WrongPassphraseError'
}

/** Everything in the authenticated safe `content`; throws DerError on malformed parts. Source: RFC 7292, section 4. */
export function readBags(content: Uint8Array, opening: Opening): Bags {
  const bags: Bags = { keys: [], certificates: [], revocationLists: [] }
  const parts = expectTag(readLenient(content), DER.sequence, 'list of parts').children
  for (const part of parts.slice(0, MAX_BAGS)) {
    collect({ bags, opening }, readLenient(plainPart(part, opening)), MAX_DEPTH)
  }
  return bags
}

/** One value in BER or DER. */
export function readLenient(bytes: Uint8Array): DerNode {
  return readDer(withDefiniteLengths(bytes))
}

/** The octets of an OCTET STRING, also when it is written in pieces under an implicit tag. */
function octetsOf(node: DerNode | undefined, what: string): Uint8Array {
  if (node === undefined) throw new DerError(`The ${what} is missing.`)
  return node.children.length === 0 ? node.content : Buffer.concat(node.children.map((child) => octetsOf(child, what)))
}

function plainPart(part: DerNode, opening: Opening): Uint8Array {
  const [type, wrapper] = expectChildren(expectTag(part, DER.sequence, 'part'), 2, 'part')
  const [inner] = expectChildren(expectTag(wrapper, DER.context0, 'part'), 1, 'part')
  const name = readOid(type, 'type of a part')
  if (name === TYPE.data) return expectTag(inner, DER.octetString, 'part').content
  if (name !== TYPE.encryptedData) throw new UnsupportedCipherError('A part of the file is encrypted for a key, not with a passphrase.')
  const [, info] = expectTag(inner, DER.sequence, 'encrypted part').children
  const [, algorithm, encrypted] = expectTag(info, DER.sequence, 'encrypted part').children
  return decrypted(expectTag(algorithm, DER.sequence, 'way of encryption'), octetsOf(encrypted, 'encrypted part'), opening)
}

function decrypted(algorithm: DerNode, data: Uint8Array, opening: Opening): Uint8Array {
  const plain = decryptWithPassword(algorithm, data, opening)
  if (plain === null) throw new WrongPassphraseError('A part of the file cannot be decrypted with this passphrase.')
  return plain
}

type Walk = { readonly bags: Bags; readonly opening: Opening }

function collect(walk: Walk, contents: DerNode, depthLeft: number): void {
  if (depthLeft === 0) throw new DerError('The parts of the file are nested too deeply.')
  const { bags, opening } = walk
  for (const bag of expectTag(contents, DER.sequence, 'list of bags').children.slice(0, MAX_BAGS)) {
    const type = readOid(bag.children[0], 'type of a bag')
    const [value] = expectTag(bag.children[1], DER.context0, 'bag').children
    if (value === undefined) throw new DerError('A bag is empty.')
    if (type === TYPE.keyBag) bags.keys.push(value.encoded)
    if (type === TYPE.shroudedKeyBag) bags.keys.push(unshrouded(value, opening))
    if (type === TYPE.certificateBag) bags.certificates.push(...typedValue(value, TYPE.x509Certificate))
    if (type === TYPE.revocationBag) bags.revocationLists.push(...typedValue(value, TYPE.x509RevocationList))
    if (type === TYPE.safeContentsBag) collect(walk, value, depthLeft - 1)
  }
}

function unshrouded(value: DerNode, opening: Opening): Uint8Array {
  const [algorithm, data] = expectChildren(expectTag(value, DER.sequence, 'encrypted key'), 2, 'encrypted key')
  return decrypted(expectTag(algorithm, DER.sequence, 'way of encryption'), octetsOf(data, 'encrypted key'), opening)
}

/** The octets of a certificate or list of the one type that is read; nothing for another type. */
function typedValue(value: DerNode, wanted: string): readonly Uint8Array[] {
  const [type, wrapper] = expectChildren(expectTag(value, DER.sequence, 'bag'), 2, 'bag')
  if (readOid(type, 'type in a bag') !== wanted) return []
  return [octetsOf(expectTag(wrapper, DER.context0, 'bag').children[0], 'bag')]
}
