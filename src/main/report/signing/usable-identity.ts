// Says whether a certificate and its key may sign reports here, and if not, why.
import { createPublicKey } from 'node:crypto'
import type { CertificateDetails } from '#main/report/verification/certificate-reader.ts'
import { nameOfHolder } from '#main/report/verification/holder-name.ts'
import { OID } from '#main/report/verification/oids.ts'
import { usablePublicKey } from '#main/report/verification/signature-algorithm.ts'

export type IdentityProblem =
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-cannot-sign'
  | 'certificate-key-weak'
  | 'certificate-nameless'

/** Why `certificate` cannot sign at `now`; null when it can. */
export function identityProblem(certificate: CertificateDetails, now: Date): IdentityProblem | null {
  if (now < certificate.notBefore) return 'certificate-not-yet-valid'
  if (now > certificate.notAfter) return 'certificate-expired'
  if (!certificate.maySign) return 'certificate-cannot-sign'
  if (!hasUsableKey(certificate.publicKeyInfo)) return 'certificate-key-weak'
  return nameOfHolder(certificate) === null ? 'certificate-nameless' : null
}

/** What the issuer is called. */
export function nameOfIssuer({ issuer }: CertificateDetails): string {
  return issuer.get(OID.commonName) ?? issuer.get(OID.organizationName) ?? ''
}

// The same rules as the verifier's: what it would refuse must not be signed with.
function hasUsableKey(publicKeyInfo: Uint8Array): boolean {
  try {
    const { asymmetricKeyType } = createPublicKey({ key: Buffer.from(publicKeyInfo), format: 'der', type: 'spki' })
    const kind = asymmetricKeyType === 'ec' ? 'ecdsa' : asymmetricKeyType === 'rsa' ? 'rsa' : null
    return kind !== null && usablePublicKey(publicKeyInfo, { kind, hash: 'sha256' }) !== null
  } catch {
    return false
  }
}
