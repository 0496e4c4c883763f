// Words the signer's certificate and the signature's own statements as a verdict.
import { certificateSelfCheck } from './certificate-self-check.ts'
import type { CertificateDetails } from './certificate-reader.ts'
import { OID } from './oids.ts'
import { parsePdfDate } from './pdf-date.ts'
import { nameOf, textOf, type PdfDictionary, type PdfValue } from './pdf-value.ts'
import type { KnownCertificate, SignatureFacts, SignerVerdict } from './verdict.ts'

export type VerifyOptions = { readonly knownCertificates: readonly KnownCertificate[]; readonly now: Date }

const MAX_TEXT_CHARACTERS = 2000

/** The unregistered (third-class) name under which the signature dictionary holds the signer's role; ISO 32000-1, annex E.2. */
export const ROLE_KEY = 'XXRole'

/** What the signature dictionary states about itself; unreadable parts are null. */
export function readFacts(dictionary: PdfDictionary): SignatureFacts {
  const { entries } = dictionary
  return {
    name: shortText(entries.get('Name')),
    role: shortText(entries.get(ROLE_KEY)),
    reason: shortText(entries.get('Reason')),
    location: shortText(entries.get('Location')),
    signedAt: parsePdfDate(textOf(entries.get('M')))?.toISOString() ?? null,
  }
}

// Far above what this app writes; a hostile file must not flood the screen.
function shortText(value: PdfValue | undefined): string | null {
  return textOf(value)?.slice(0, MAX_TEXT_CHARACTERS) ?? null
}

/** Who `certificate` names and whether the caller knows it; `signedAt` is the stated signing time. */
export function describeSigner(certificate: CertificateDetails, signedAt: string | null, options: VerifyOptions): SignerVerdict {
  const known = options.knownCertificates.find(
    (entry) => entry.fingerprintSha256.replace(/[: ]/g, '').toLowerCase() === certificate.fingerprintSha256,
  )
  return {
    subjectName: certificate.subject.get(OID.commonName) ?? '(no name)',
    organization: certificate.subject.get(OID.organizationName) ?? null,
    role: certificate.subject.get(OID.title) ?? null,
    issuerName: certificate.issuer.get(OID.commonName) ?? certificate.issuer.get(OID.organizationName) ?? '(no name)',
    serial: certificate.serial,
    fingerprintSha256: certificate.fingerprintSha256,
    isSelfSigned: certificateSelfCheck(certificate),
    knownAs: known?.name ?? null,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    validityAtSigning: validityAt(certificate, signedAt),
    isExpiredNow: options.now > certificate.notAfter,
  }
}

function validityAt(certificate: CertificateDetails, signedAt: string | null): SignerVerdict['validityAtSigning'] {
  if (signedAt === null) return 'unknown'
  const time = new Date(signedAt)
  if (time < certificate.notBefore) return 'before'
  return time > certificate.notAfter ? 'after' : 'within'
}

/** The sub-filter's name, or a question mark. */
export function subFilterOf(dictionary: PdfDictionary): string {
  return nameOf(dictionary.entries.get('SubFilter')) ?? '?'
}
