// A signing backend whose key is on a smart card or token: it trusts no value that the card's certificate does not confirm.
import { createPublicKey, verify } from 'node:crypto'
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { derSequence, derUnsigned } from './der-writer.ts'
import { algorithmOfKey, hashOfAlgorithm, type SignBackend, type SigningAlgorithm } from './sign-backend.ts'

export type TokenKey = {
  readonly certificateDer: Uint8Array
  readonly chainDer: readonly Uint8Array[]
  readonly revocationListsDer: readonly Uint8Array[]
  /** The value as the token gives it: plain octets for RSA, r and s one after the other for ECDSA. */
  readonly signOnToken: (toBeSigned: Uint8Array, algorithm: SigningAlgorithm) => Promise<Uint8Array>
  /** What is thrown when the value is not a signature of this certificate's key. */
  readonly wrongSignature: () => Error
}

/** The DER sequence that CMS wants of r and s. */
function asCmsValue(value: Uint8Array, algorithm: SigningAlgorithm): Uint8Array {
  if (algorithm === 'rsa-pkcs1-sha256') return value
  const half = Math.floor(value.length / 2)
  return derSequence(derUnsigned(value.subarray(0, half)), derUnsigned(value.subarray(half)))
}

/** Throws Error when the certificate's key is of a kind that cannot sign here. */
export function createTokenSignBackend(input: TokenKey): SignBackend {
  const { certificateDer, chainDer, revocationListsDer, signOnToken, wrongSignature } = input
  const publicKeyInfo = Buffer.from(readCertificate(certificateDer).publicKeyInfo)
  const key = createPublicKey({ key: publicKeyInfo, format: 'der', type: 'spki' })
  const algorithm = algorithmOfKey(key)
  return {
    certificateDer,
    chainDer,
    revocationListsDer,
    algorithm,
    sign: async (toBeSigned) => {
      const value = asCmsValue(await signOnToken(toBeSigned, algorithm), algorithm)
      if (!verify(hashOfAlgorithm(algorithm), toBeSigned, { key, dsaEncoding: 'der' }, value)) throw wrongSignature()
      return value
    },
  }
}
