// Tells whether a certificate was signed with its own key.
import type { CertificateDetails } from './certificate-reader.ts'
import { isSignedWith } from './signature-algorithm.ts'

/** True only when issuer and subject are equal and the certificate's signature verifies with its own public key. */
export function certificateSelfCheck(certificate: CertificateDetails): boolean {
  const { isSelfIssued, publicKeyInfo, signatureScheme, toBeSigned, signature } = certificate
  return isSelfIssued && isSignedWith(publicKeyInfo, signatureScheme, { data: toBeSigned, signature })
}
