// Tells whether a certificate was signed with its own key.
import type { CertificateDetails } from './certificate-reader.ts'
import { isSignatureValid, schemeOf, usablePublicKey } from './signature-algorithm.ts'

/** True only when issuer and subject are equal and the certificate's signature verifies with its own public key. */
export function certificateSelfCheck(certificate: CertificateDetails): boolean {
  const scheme = certificate.isSelfIssued ? schemeOf(certificate.signatureAlgorithm, 'sha256') : null
  const key = scheme === null ? null : usablePublicKey(certificate.publicKeyInfo, scheme)
  if (scheme === null || key === null) return false
  return isSignatureValid(key, scheme, { data: certificate.toBeSigned, signature: certificate.signature })
}
