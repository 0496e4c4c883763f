// Words the signer's certificate and the signature's own statements as a verdict.
import { certificateSelfCheck } from './certificate-self-check.ts'
import type { CertificateDetails } from './certificate-reader.ts'
import { nameOfHolder } from './holder-name.ts'
import { OID } from './oids.ts'
import { knownStampTime } from './doubts.ts'
import { parsePdfDate } from './pdf-date.ts'
import { nameOf, textOf, type PdfDictionary, type PdfValue } from './pdf-value.ts'
import type { Revocation } from './revocation.ts'
import type { SignatureCheck, TimestampCheck } from './signature-check.ts'
import type { KnownCertificate, SignatureFacts, SignerVerdict, TimestampVerdict } from './verdict.ts'
import { DOCUMENT_PURPOSES, whoKnows } from './vouching.ts'

export type VerifyOptions = { readonly knownCertificates: readonly KnownCertificate[]; readonly now: Date }

const MAX_TEXT_CHARACTERS = 2000

/** The unregistered (third-class) name under which the signature dictionary holds the signer's role; ISO 32000-1, annex E.2. */
export const ROLE_KEY = 'XXRole'

/** What the signature dictionary states about itself; unreadable parts are null. */
export function readFacts(dictionary: PdfDictionary): SignatureFacts {
  const { entries } = dictionary
  const texts = ['Name', ROLE_KEY, 'Reason', 'Location'].map((key) => textOf(entries.get(key)) ?? '')
  return {
    isCut: texts.some((text) => text.length > MAX_TEXT_CHARACTERS),
    name: shortText(entries.get('Name')),
    role: shortText(entries.get(ROLE_KEY)),
    reason: shortText(entries.get('Reason')),
    location: shortText(entries.get('Location')),
    signedAt: parsePdfDate(textOf(entries.get('M')))?.toISOString() ?? null,
  }
}

// Far above what this app writes; a hostile file must not flood the screen.
function shortText(value: PdfValue | undefined): string | null {
  const text = textOf(value)
  if (text === null) return null
  return text.length > MAX_TEXT_CHARACTERS ? `${text.slice(0, MAX_TEXT_CHARACTERS)}…` : text
}

type Times = { readonly signedAt: string | null; readonly timestamp: TimestampVerdict }
type Described = { readonly signer: SignerVerdict | null; readonly revocation: Revocation }

/** Who the certificate of a signature names and whether the caller knows it; `signedAt` is the stated signing time. */
export function describeSigner(check: SignatureCheck, { signedAt, timestamp }: Times, options: VerifyOptions): Described {
  const { certificate, revocationData } = check
  if (certificate === null) return { signer: null, revocation: { state: 'not-checked' } }
  // A time that a known authority states counts for more than the signer's own clock.
  const at = knownStampTime(timestamp) ?? signedAt
  const occasion = {
    embedded: check.certificates,
    revocationData,
    at: at === null ? options.now : new Date(at),
    purposes: DOCUMENT_PURPOSES,
  }
  const { revocation, ...knowing } = whoKnows(certificate, occasion, options.knownCertificates)
  const signer = {
    subjectName: nameOfHolder(certificate) ?? '(no name)',
    organization: certificate.subject.get(OID.organizationName) ?? null,
    role: certificate.subject.get(OID.title) ?? null,
    issuerName: certificate.issuer.get(OID.commonName) ?? certificate.issuer.get(OID.organizationName) ?? '(no name)',
    serial: certificate.serial,
    fingerprintSha256: certificate.fingerprintSha256,
    isSelfSigned: certificateSelfCheck(certificate),
    ...knowing,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    validityAtSigning: validityAt(certificate, signedAt ?? at),
    isExpiredNow: options.now > certificate.notAfter,
  }
  return { signer, revocation }
}

/** What the time-stamp says, and whether the caller knows its authority. One of a revoked authority proves nothing. */
export function describeTimestamp(check: TimestampCheck, options: VerifyOptions): TimestampVerdict {
  if (check.state !== 'sound') return check
  const { at, authority, certificates, revocationData } = check.token
  const occasion = { embedded: certificates, revocationData, at, purposes: [OID.timeStamping] }
  const { knownAs, vouchedBy, revocation } = whoKnows(authority, occasion, options.knownCertificates)
  if (revocation.state === 'revoked') {
    return { state: 'broken', sentence: `The certificate of the authority was revoked on ${revocation.at.toISOString().slice(0, 10)}.` }
  }
  return {
    state: 'sound',
    at: at.toISOString(),
    authorityName: authority.subject.get(OID.commonName) ?? authority.subject.get(OID.organizationName) ?? '(no name)',
    authoritySha256: authority.fingerprintSha256,
    knownAs,
    vouchedBy,
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
