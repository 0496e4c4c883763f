// Checks an RFC 3161 time-stamp token: that it stamps these bytes, who made it and when.
import { createHash } from 'node:crypto'
import { readCertificate, type CertificateDetails } from './certificate-reader.ts'
import { readSignedData, type CmsSignature } from './cms-reader.ts'
import { DER, DerError, equalBytes, expectChildren, expectTag, readDer, readOid, type DerNode } from './der-reader.ts'
import { readGeneralizedTime } from './generalized-time.ts'
import { OID } from './oids.ts'
import { hashOf, isSignatureValid, schemeOf, usablePublicKey } from './signature-algorithm.ts'
import { isNamed } from './signer-identifier.ts'

/** Thrown for a sound stamp over something else. */
export class OtherImprintError extends DerError {
  override name = 'OtherImprintError'
}

export type TimestampToken = {
  /** The instant that the authority states. */
  readonly at: Date
  readonly authority: CertificateDetails
  readonly certificates: readonly Uint8Array[]
  readonly revocationData: readonly Uint8Array[]
  /** As encoded; null when the request had none. */
  readonly nonce: Uint8Array | null
}

/** The stamp in the ContentInfo `token` over `stamped`; throws DerError, with a sentence, on anything that is not sound. */
export function checkTimestamp(token: DerNode, stamped: Uint8Array): TimestampToken {
  const cms = readSignedData(token)
  const [type, wrapper] = expectChildren(cms.content, 2, 'content of the stamp')
  if (readOid(type, 'content type') !== OID.timestampInfo) throw new DerError('The token is no time-stamp.')
  const content = expectTag(expectTag(wrapper, DER.context0, 'stamp').children[0], DER.octetString, 'stamp').content
  const info = expectTag(readDer(content), DER.sequence, 'stamp').children
  const authority = signerOf(cms)
  checkAttributes(cms, authority, content)
  checkValue(cms, authority)
  checkImprint(info[2], stamped)
  const at = readGeneralizedTime(info[4])
  if (at < authority.notBefore || at > authority.notAfter)
    throw new DerError('The certificate of the authority was not valid at that time.')
  const nonce = info.slice(5).find((part) => part.tag === DER.integer)
  return { at, authority, certificates: cms.certificates, revocationData: cms.revocationData, nonce: nonce?.content ?? null }
}

function signerOf(cms: CmsSignature): CertificateDetails {
  const matching = cms.certificates.map(readCertificate).filter((candidate) => isNamed(cms.signerIdentifier, candidate))
  const [certificate] = matching
  if (certificate === undefined || matching.length > 1) {
    throw new DerError('The certificate of the authority is not in the stamp exactly once.')
  }
  // RFC 3161, 2.3: this purpose and no other.
  if (certificate.purposes?.join() !== OID.timeStamping)
    throw new DerError('The certificate of the authority is not made for time-stamps alone.')
  return certificate
}

function checkAttributes(cms: CmsSignature, authority: CertificateDetails, content: Uint8Array): void {
  const attributes = cms.signedAttributes
  if (readOid(attributes.get(OID.contentType), 'content type') !== OID.timestampInfo)
    throw new DerError('The stamp signs another kind of content.')
  const digest = hashOf(cms.digestAlgorithm)
  const stated = expectTag(attributes.get(OID.messageDigest), DER.octetString, 'hash of the stamp').content
  if (digest === null) throw new DerError('The stamp uses a hash that is not accepted.')
  if (!equalBytes(stated, createHash(digest).update(content).digest())) throw new DerError('The stamp was changed after it was made.')
  checkBinding(attributes, authority)
}

function checkBinding(attributes: CmsSignature['signedAttributes'], authority: CertificateDetails): void {
  const newer = attributes.get(OID.signingCertificateV2)
  const older = attributes.get(OID.signingCertificate)
  const [first, ...rest] = (newer ?? older)?.children[0]?.children[0]?.children ?? []
  const hasAlgorithm = newer !== undefined && first?.tag === DER.sequence
  // The older form is bound by SHA-1; it only repeats which certificate is meant, and the value below proves the key.
  const name = newer === undefined ? 'sha1' : hasAlgorithm ? hashOf(first) : 'sha256'
  const stated = expectTag(hasAlgorithm ? rest[0] : first, DER.octetString, 'hash of the authority’s certificate').content
  if (name === null || !equalBytes(stated, createHash(name).update(authority.encoded).digest())) {
    throw new DerError('The stamp is bound to another certificate.')
  }
}

function checkValue(cms: CmsSignature, authority: CertificateDetails): void {
  const digest = hashOf(cms.digestAlgorithm)
  const scheme = digest === null ? null : schemeOf(cms.signatureAlgorithm, digest)
  const key = scheme === null ? null : usablePublicKey(authority.publicKeyInfo, scheme)
  if (scheme === null || key === null || scheme.hash !== digest) throw new DerError('The stamp is signed in a way that is not accepted.')
  if (!isSignatureValid(key, scheme, { data: cms.signedAttributesEncoded, signature: cms.signature })) {
    throw new DerError('The stamp was not made with the key of its authority.')
  }
}

function checkImprint(imprint: DerNode | undefined, stamped: Uint8Array): void {
  const [algorithm, value] = expectChildren(expectTag(imprint, DER.sequence, 'imprint'), 2, 'imprint')
  const name = hashOf(algorithm)
  if (name === null) throw new DerError('The stamp uses a hash that is not accepted.')
  if (!equalBytes(expectTag(value, DER.octetString, 'imprint').content, createHash(name).update(stamped).digest())) {
    throw new OtherImprintError('The stamp belongs to another signature.')
  }
}
