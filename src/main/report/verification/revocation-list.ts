// Reads a certificate revocation list (X.509 CRL) and checks who signed it.
import type { CertificateDetails } from './certificate-reader.ts'
import { DER, DerError, equalBytes, expectChildren, expectTag, readDer, type DerNode } from './der-reader.ts'
import { isSignatureValid, schemeOf, usablePublicKey } from './signature-algorithm.ts'

export type RevocationList = {
  readonly encoded: Uint8Array
  readonly issuerEncoded: Uint8Array
  /** Whether the certificate with this serial number, as encoded, is revoked. */
  readonly names: (serialContent: Uint8Array) => boolean
  /** Whether `issuer` signed the list, by name and by key. */
  readonly isSignedBy: (issuer: CertificateDetails) => boolean
}

/** The list in `encoded`; throws DerError when it is not a strict DER revocation list. Source: RFC 5280, section 5. */
export function readRevocationList(encoded: Uint8Array): RevocationList {
  const root = expectTag(readDer(encoded), DER.sequence, 'revocation list')
  const [body, algorithm, signature] = expectChildren(root, 3, 'revocation list')
  const content = expectTag(body, DER.sequence, 'revocation list')
  const fields = content.children
  const shift = fields[0]?.tag === DER.integer ? 1 : 0
  const issuer = expectTag(fields[shift + 1], DER.sequence, 'issuer')
  // After the issuer stand one or two times, then the list if it is not empty.
  const revoked = fields.slice(shift + 3).find((field) => field.tag === DER.sequence)?.children ?? []
  const signed = { data: content.encoded, signature: bitString(signature) }
  return {
    encoded,
    issuerEncoded: issuer.encoded,
    names: (serial) => revoked.some((entry) => equalBytes(expectTag(entry.children[0], DER.integer, 'serial number').content, serial)),
    isSignedBy: (certificate) => equalBytes(certificate.subjectEncoded, issuer.encoded) && isSignedWith(certificate, algorithm, signed),
  }
}

type Signed = { readonly data: Uint8Array; readonly signature: Uint8Array }

function isSignedWith(certificate: CertificateDetails, algorithm: DerNode | undefined, signed: Signed): boolean {
  const scheme = schemeOf(algorithm, 'sha256')
  const key = scheme === null ? null : usablePublicKey(certificate.publicKeyInfo, scheme)
  return scheme !== null && key !== null && isSignatureValid(key, scheme, signed)
}

function bitString(node: DerNode | undefined): Uint8Array {
  const { content } = expectTag(node, DER.bitString, 'signature of the list')
  if (content[0] !== 0) throw new DerError('The signature of the list is malformed.')
  return content.subarray(1)
}
