// Tells who issued a certificate, and puts its issuers into order.
import type { CertificateDetails } from './certificate-reader.ts'
import { equalBytes } from './der-reader.ts'
import { isSignedWith } from './signature-algorithm.ts'

export const MAX_CHAIN = 8

/** Whether `issuer` signed `certificate`, by name and by key. */
export function isIssuedBy(certificate: CertificateDetails, issuer: CertificateDetails): boolean {
  if (!issuer.isAuthority || !equalBytes(certificate.issuerEncoded, issuer.subjectEncoded)) return false
  return isSignedWith(issuer.publicKeyInfo, certificate.signatureScheme, { data: certificate.toBeSigned, signature: certificate.signature })
}

/** Whether `authority` was valid at `at` and may stand above `authoritiesBelow` others. Source: RFC 5280, sections 4.2.1.9 and 6.1. */
export function mayVouch(
  authority: CertificateDetails,
  { at, authoritiesBelow }: { readonly at: Date; readonly authoritiesBelow: number },
) {
  const { isAuthority, pathLength, notBefore, notAfter } = authority
  return isAuthority && at >= notBefore && at <= notAfter && (pathLength === null || authoritiesBelow <= pathLength)
}

/** The issuers of `leaf` that are among `candidates`, nearest first, as DER; at most eight. */
export function chainOf(leaf: CertificateDetails, candidates: readonly CertificateDetails[]): readonly Uint8Array[] {
  const chain: CertificateDetails[] = []
  for (let current = leaf; chain.length < MAX_CHAIN && !current.isSelfIssued;) {
    const issuer = candidates.find((candidate) => isIssuedBy(current, candidate) && !chain.includes(candidate))
    if (issuer === undefined) break
    chain.push(issuer)
    current = issuer
  }
  return chain.map(({ encoded }) => encoded)
}
