// Reads a certificate revocation list (X.509 CRL) and checks who signed it.
import { readTime, type CertificateDetails } from './certificate-reader.ts'
import { DER, equalBytes, expectChildren, expectTag, readBitString, readDer, readOid, type DerNode } from './der-reader.ts'
import { OID } from './oids.ts'
import { isSignedWith, schemeOf } from './signature-algorithm.ts'

export type RevocationList = {
  readonly encoded: Uint8Array
  readonly issuerEncoded: Uint8Array
  /** When the issuer made it. */
  readonly listedAt: Date
  /**
   * What it speaks of: every certificate of its issuer, or some of them, or in a way that is not read here (changes to
   * another list, certificates of other issuers, or a critical extension).
   */
  readonly scope: 'all' | 'some' | 'unread'
  /** Since when the certificate with this serial number, as encoded, is revoked; null when the list does not name it. */
  readonly revokedAt: (serialContent: Uint8Array) => Date | null
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
  const revoked = (fields.slice(shift + 3).find((field) => field.tag === DER.sequence)?.children ?? []).map(readEntry)
  const scheme = schemeOf(algorithm, 'sha256')
  const signed = { data: content.encoded, signature: readBitString(signature, 'signature of the list') }
  return {
    encoded,
    issuerEncoded: issuer.encoded,
    listedAt: readTime(fields[shift + 2]),
    scope: scopeOf(fields.find((field) => field.tag === DER.context0)),
    revokedAt: (wanted) => revoked.find(({ serial }) => equalBytes(serial, wanted))?.at ?? null,
    isSignedBy: ({ subjectEncoded, publicKeyInfo }) =>
      equalBytes(subjectEncoded, issuer.encoded) && isSignedWith(publicKeyInfo, scheme, signed),
  }
}

function readEntry({ children: [serial, time] }: DerNode) {
  return { serial: expectTag(serial, DER.integer, 'serial number').content, at: readTime(time) }
}

// The part of an issuing distribution point that says that other issuers' certificates are named, too.
const INDIRECT = 0x84

function scopeOf(extensions: DerNode | undefined): RevocationList['scope'] {
  const critical = (extensions?.children[0]?.children ?? []).filter(({ children: [, flag] }) => flag?.tag === DER.boolean)
  const [point, ...others] = critical
  if (point === undefined) return 'all'
  const isPoint = readOid(point.children[0], 'extension type') === OID.issuingDistributionPoint
  if (!isPoint || others.length > 0) return 'unread'
  const parts = readDer(expectTag(point.children.at(-1), DER.octetString, 'extension').content).children
  return parts.some(({ tag }) => tag === INDIRECT) ? 'unread' : 'some'
}
