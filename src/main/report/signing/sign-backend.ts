// What can make a signature value; here a key in memory, made in the vault or imported. Keys on tokens: token-backend.ts.
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { equalBytes } from '#main/report/verification/der-reader.ts'

export type SigningAlgorithm = 'ecdsa-sha256' | 'ecdsa-sha384' | 'ecdsa-sha512' | 'rsa-pkcs1-sha256'

export type SignBackend = {
  readonly certificateDer: Uint8Array
  /** Issuers of the certificate, nearest first; empty for a self-signed one. */
  readonly chainDer: readonly Uint8Array[]
  /** Revocation lists of these issuers, so that a reader without a network sees that the certificate was good. */
  readonly revocationListsDer: readonly Uint8Array[]
  readonly algorithm: SigningAlgorithm
  /** The signature value over `toBeSigned` as CMS wants it: a DER sequence for ECDSA, the plain octets for RSA. */
  readonly sign: (toBeSigned: Uint8Array) => Promise<Uint8Array>
}

export type InMemoryKey = {
  readonly certificateDer: Uint8Array
  readonly privateKeyPkcs8: Uint8Array
  readonly chainDer?: readonly Uint8Array[] | undefined
  readonly revocationListsDer?: readonly Uint8Array[] | undefined
}

const CURVE_ALGORITHMS: ReadonlyMap<string, SigningAlgorithm> = new Map([
  ['prime256v1', 'ecdsa-sha256'],
  ['secp384r1', 'ecdsa-sha384'],
  ['secp521r1', 'ecdsa-sha512'],
] as const)

export type HashOfAlgorithm = 'sha256' | 'sha384' | 'sha512'

/** The hash that belongs to a signing algorithm. */
export function hashOfAlgorithm(algorithm: SigningAlgorithm): HashOfAlgorithm {
  if (algorithm === 'ecdsa-sha384') return 'sha384'
  return algorithm === 'ecdsa-sha512' ? 'sha512' : 'sha256'
}

/**
 * A backend whose private key is in this process's memory.
 * Throws Error when the key cannot be read, is of another kind than ECDSA (P-256, P-384, P-521) or RSA, or does not
 * belong to the certificate.
 */
export function createInMemorySignBackend(input: InMemoryKey): SignBackend {
  const key = createPrivateKey({ key: Buffer.from(input.privateKeyPkcs8), format: 'der', type: 'pkcs8' })
  const publicKeyInfo = createPublicKey(key).export({ format: 'der', type: 'spki' })
  if (!equalBytes(publicKeyInfo, readCertificate(input.certificateDer).publicKeyInfo)) {
    throw new Error('The private key does not belong to the certificate.')
  }
  const algorithm = algorithmOfKey(key)
  return {
    certificateDer: input.certificateDer,
    chainDer: input.chainDer ?? [],
    revocationListsDer: input.revocationListsDer ?? [],
    algorithm,
    sign: (toBeSigned) => Promise.resolve(sign(hashOfAlgorithm(algorithm), toBeSigned, { key, dsaEncoding: 'der' })),
  }
}

/** How a key of that kind signs; throws Error when it cannot sign here. */
export function algorithmOfKey(key: KeyObject): SigningAlgorithm {
  if (key.asymmetricKeyType === 'rsa') return 'rsa-pkcs1-sha256'
  const algorithm = CURVE_ALGORITHMS.get(key.asymmetricKeyDetails?.namedCurve ?? '')
  if (algorithm === undefined) throw new Error('The private key is of a kind that cannot sign here.')
  return algorithm
}
