// Which signature algorithms are accepted, and the check of one signature value with a public key.
import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { DER, expectTag, readOid, readSmallInteger, type DerNode } from './der-reader.ts'
import { OID } from './oids.ts'

export type HashName = 'sha256' | 'sha384' | 'sha512'

export type SignatureScheme =
  | { readonly kind: 'ecdsa'; readonly hash: HashName }
  | { readonly kind: 'rsa'; readonly hash: HashName }
  | { readonly kind: 'rsa-pss'; readonly hash: HashName; readonly saltBytes: number }

const HASHES: ReadonlyMap<string, HashName> = new Map([
  [OID.sha256, 'sha256'],
  [OID.sha384, 'sha384'],
  [OID.sha512, 'sha512'],
] as const)

const SCHEMES: ReadonlyMap<string, SignatureScheme> = new Map<string, SignatureScheme>([
  [OID.ecdsaWithSha256, { kind: 'ecdsa', hash: 'sha256' }],
  [OID.ecdsaWithSha384, { kind: 'ecdsa', hash: 'sha384' }],
  [OID.ecdsaWithSha512, { kind: 'ecdsa', hash: 'sha512' }],
  [OID.sha256WithRsa, { kind: 'rsa', hash: 'sha256' }],
  [OID.sha384WithRsa, { kind: 'rsa', hash: 'sha384' }],
  [OID.sha512WithRsa, { kind: 'rsa', hash: 'sha512' }],
])

const CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1'])
const MIN_RSA_BITS = 2048
const MAX_RSA_BITS = 8192

/** The accepted hash an AlgorithmIdentifier names (parameters absent or NULL), or null. */
export function hashOf(algorithm: DerNode | undefined): HashName | null {
  const node = expectTag(algorithm, DER.sequence, 'hash algorithm')
  return hasNoParameters(node) ? (HASHES.get(readOid(node.children[0], 'hash algorithm')) ?? null) : null
}

/** The accepted scheme an AlgorithmIdentifier names; plain RSA takes its hash from the digest algorithm. */
export function schemeOf(algorithm: DerNode | undefined, digest: HashName): SignatureScheme | null {
  const node = expectTag(algorithm, DER.sequence, 'signature algorithm')
  const name = readOid(node.children[0], 'signature algorithm')
  if (name === OID.rsaPss) return pssScheme(node)
  if (!hasNoParameters(node)) return null
  return name === OID.rsaEncryption ? { kind: 'rsa', hash: digest } : (SCHEMES.get(name) ?? null)
}

function hasNoParameters(algorithm: DerNode): boolean {
  const [, parameters] = algorithm.children
  return algorithm.children.length === 1 || (algorithm.children.length === 2 && parameters?.tag === DER.null)
}

function pssScheme(algorithm: DerNode): SignatureScheme | null {
  const parameters = algorithm.children[1]?.children ?? []
  const [hashPart, maskPart, saltPart, ...others] = parameters
  if (hashPart?.tag !== DER.context0 || maskPart?.tag !== DER.context1 || saltPart?.tag !== DER.context2) return null
  const hash = hashOf(hashPart.children[0])
  const mask = expectTag(maskPart.children[0], DER.sequence, 'mask function')
  const isUsable = others.length === 0 && hash !== null && readOid(mask.children[0], 'mask function') === OID.mgf1
  if (!isUsable || hashOf(mask.children[1]) !== hash) return null
  return { kind: 'rsa-pss', hash, saltBytes: readSmallInteger(saltPart.children[0], 'salt length') }
}

/** The public key when it is of an accepted kind and strength, or null. */
export function usablePublicKey(publicKeyInfo: Uint8Array, scheme: SignatureScheme): KeyObject | null {
  const key = importKey(publicKeyInfo)
  if (key === null) return null
  const details = key.asymmetricKeyDetails
  if (scheme.kind === 'ecdsa') {
    return key.asymmetricKeyType === 'ec' && CURVES.has(details?.namedCurve ?? '') ? key : null
  }
  const bits = details?.modulusLength ?? 0
  const isRsa = key.asymmetricKeyType === 'rsa' || (scheme.kind === 'rsa-pss' && key.asymmetricKeyType === 'rsa-pss')
  return isRsa && bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS ? key : null
}

function importKey(publicKeyInfo: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(publicKeyInfo), format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

export type SignedBytes = { readonly data: Uint8Array; readonly signature: Uint8Array }

/** Whether the holder of the public key in `publicKeyInfo` signed, in a scheme that is accepted; never throws. */
export function isSignedWith(publicKeyInfo: Uint8Array, scheme: SignatureScheme | null, signed: SignedBytes): boolean {
  const key = scheme === null ? null : usablePublicKey(publicKeyInfo, scheme)
  return scheme !== null && key !== null && isSignatureValid(key, scheme, signed)
}

/** Whether `signature` over `data` was made by the holder of `key`; never throws. */
export function isSignatureValid(key: KeyObject, scheme: SignatureScheme, { data, signature }: SignedBytes): boolean {
  try {
    if (scheme.kind === 'ecdsa') return verify(scheme.hash, data, { key, dsaEncoding: 'der' }, signature)
    if (scheme.kind === 'rsa') return verify(scheme.hash, data, key, signature)
    const padding = constants.RSA_PKCS1_PSS_PADDING
    return verify(scheme.hash, data, { key, padding, saltLength: scheme.saltBytes }, signature)
  } catch {
    return false
  }
}
