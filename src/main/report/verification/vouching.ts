// Finds whom a certificate is known as: by itself, or because a known authority issued it, and whether its issuer revoked it.
import { isIssuedBy, MAX_CHAIN, mayVouch } from './certificate-chain.ts'
import { readCertificate, type CertificateDetails } from './certificate-reader.ts'
import { DerError } from './der-reader.ts'
import { OID } from './oids.ts'
import { backedWords, type Revocation, revocationOf } from './revocation.ts'
import type { KnownCertificate } from './verdict.ts'

export type Knowing = {
  /** The name under which the caller's list has it, or its authority; null when it has neither. */
  readonly knownAs: string | null
  /** The authority that vouches; null when the certificate itself is in the list. */
  readonly vouchedBy: string | null
  /** What lists and OCSP answers in the signature say. */
  readonly revocation: Revocation
}

/** Purposes that a certificate may be limited to when it signs documents. */
export const DOCUMENT_PURPOSES: readonly string[] = [
  OID.documentSigning,
  OID.emailProtection,
  OID.microsoftDocumentSigning,
  OID.adobeAuthenticDocuments,
]

export type Occasion = {
  /** Out of the same signature: they may lead to a known authority, and prove nothing without one. */
  readonly embedded: readonly Uint8Array[]
  /** Out of the same signature: lists and OCSP answers, which count when the issuer of a certificate stands behind them. */
  readonly revocationData: readonly Uint8Array[]
  /** When the certificate was used; every authority must have been valid then. */
  readonly at: Date
  /** What it was used for, as object identifiers; one that is limited to other purposes is vouched for by nobody. */
  readonly purposes: readonly string[]
}

// More than any honest signature brings along; each is compared with each.
const MAX_EMBEDDED = 32

/**
 * What the caller's list says of `certificate`. One that is in the list itself was compared by a person and needs no
 * authority. Nobody vouches over a chain with limits that are not read here, nor over an authority that was revoked.
 */
export function whoKnows(certificate: CertificateDetails, occasion: Occasion, known: readonly KnownCertificate[]): Knowing {
  const authorities = known.flatMap(({ name, authorityDer }) =>
    authorityDer === undefined ? [] : readSafely(authorityDer).map((details) => ({ name, details })),
  )
  const embedded = occasion.embedded.slice(0, MAX_EMBEDDED).flatMap(readSafely)
  const words = backedWords(occasion.revocationData, [...embedded, ...authorities.map(({ details }) => details)])
  const revocation = revocationOf(certificate, words)
  const exact = known.find(({ fingerprintSha256 }) => plainHex(fingerprintSha256) === certificate.fingerprintSha256)
  if (exact !== undefined) return { knownAs: exact.name, vouchedBy: null, revocation }
  const mayLead = (one: CertificateDetails) => !one.hasUnreadLimits && isMadeFor(one, occasion.purposes)
  if (authorities.length === 0 || !mayLead(certificate)) return { knownAs: null, vouchedBy: null, revocation }
  const isOpen = (one: CertificateDetails) => mayLead(one) && revocationOf(one, words).state !== 'revoked'
  const trusted = authorities.filter(({ details }) => isOpen(details))
  const name = findAuthority(certificate, { embedded: embedded.filter(isOpen), at: occasion.at }, trusted)
  return { knownAs: name, vouchedBy: name, revocation }
}

function isMadeFor({ purposes }: CertificateDetails, wanted: readonly string[]): boolean {
  return purposes === null || purposes.some((purpose) => wanted.includes(purpose) || purpose === OID.anyPurpose)
}

type NamedAuthority = { readonly name: string; readonly details: CertificateDetails }
type Way = { readonly embedded: readonly CertificateDetails[]; readonly at: Date }

/** The name of the nearest authority that vouches over any way through the embedded ones; null when none does. */
function findAuthority(certificate: CertificateDetails, { embedded, at }: Way, authorities: readonly NamedAuthority[]): string | null {
  let rest = embedded
  let reached: readonly CertificateDetails[] = authorities.length === 0 ? [] : [certificate]
  for (let authoritiesBelow = 0; authoritiesBelow <= MAX_CHAIN && reached.length > 0; authoritiesBelow += 1) {
    const below = reached
    const vouches = (one: CertificateDetails) =>
      mayVouch(one, { at, authoritiesBelow }) && below.some((subject) => isIssuedBy(subject, one))
    const found = authorities.find(({ details }) => vouches(details))
    if (found !== undefined) return found.name
    reached = rest.filter(vouches)
    rest = rest.filter((one) => !reached.includes(one))
  }
  return null
}

function plainHex(fingerprint: string): string {
  return fingerprint.replace(/[: ]/g, '').toLowerCase()
}

function readSafely(der: Uint8Array): readonly CertificateDetails[] {
  try {
    return [readCertificate(der)]
  } catch (error) {
    if (error instanceof DerError) return []
    throw error
  }
}
