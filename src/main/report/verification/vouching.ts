// Finds whom a certificate is known as: by itself, or because a known authority issued it.
import { chainOf, isIssuedBy } from './certificate-chain.ts'
import { readCertificate, type CertificateDetails } from './certificate-reader.ts'
import { DerError } from './der-reader.ts'
import type { KnownCertificate } from './verdict.ts'

export type Knowing = {
  /** The name under which the caller's list has it, or its authority; null when it has neither. */
  readonly knownAs: string | null
  /** The authority that vouches; null when the certificate itself is in the list. */
  readonly vouchedBy: string | null
}

const UNKNOWN: Knowing = { knownAs: null, vouchedBy: null }

/**
 * What the caller's list says of `certificate`. `embedded` are certificates out of the same signature: they may lead
 * to a known authority, and prove nothing without one.
 */
export function whoKnows(certificate: CertificateDetails, embedded: readonly Uint8Array[], known: readonly KnownCertificate[]): Knowing {
  const exact = known.find(({ fingerprintSha256 }) => plainHex(fingerprintSha256) === certificate.fingerprintSha256)
  if (exact !== undefined) return { knownAs: exact.name, vouchedBy: null }
  const authorities = known.flatMap(({ name, authorityDer }) =>
    authorityDer === undefined ? [] : readSafely(authorityDer).map((details) => ({ name, details })),
  )
  if (authorities.length === 0) return UNKNOWN
  const path = [certificate, ...chainOf(certificate, embedded.flatMap(readSafely)).map(readCertificate)]
  const found = authorities.find(({ details }) => path.some((one) => isIssuedBy(one, details)))
  return found === undefined ? UNKNOWN : { knownAs: found.name, vouchedBy: found.name }
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
