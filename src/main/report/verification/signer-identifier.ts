// Tells which certificate a CMS signer identifier means.
import type { CertificateDetails } from './certificate-reader.ts'
import { DER, equalBytes, expectChildren, expectTag, type DerNode } from './der-reader.ts'

/** Whether `identifier` names `certificate`, by issuer and serial number or by key identifier. Throws DerError when it is malformed. */
export function isNamed(identifier: DerNode, certificate: CertificateDetails): boolean {
  // Implicit [0] SubjectKeyIdentifier is primitive; IssuerAndSerialNumber is a sequence.
  if (identifier.tag === 0x80) {
    const own = certificate.subjectKeyIdentifier
    return own !== null && equalBytes(identifier.content, own)
  }
  const [issuer, serial] = expectChildren(expectTag(identifier, DER.sequence, 'signer name'), 2, 'signer name')
  return (
    issuer !== undefined &&
    equalBytes(issuer.encoded, certificate.issuerEncoded) &&
    equalBytes(expectTag(serial, DER.integer, 'serial number').content, certificate.serialContent)
  )
}
