// Checks one CMS signature against the bytes it must cover: hash, signed attributes, certificate binding, value.
import { createHash } from 'node:crypto'
import { readCertificate, type CertificateDetails } from './certificate-reader.ts'
import { readCms, SeveralSignersError, type CmsSignature } from './cms-reader.ts'
import { BerError, DER, DerError, equalBytes, expectChildren, expectTag, readOid, type DerNode } from './der-reader.ts'
import { OID } from './oids.ts'
import { hashOf, isSignatureValid, schemeOf, usablePublicKey, type HashName } from './signature-algorithm.ts'
import { isNamed } from './signer-identifier.ts'
import { checkTimestamp, type TimestampToken } from './timestamp-token.ts'
import type { Integrity, VerdictReason, VerdictReasonCode } from './verdict.ts'

export type SignatureCheck = {
  readonly integrity: Integrity
  readonly certificate: CertificateDetails | null
  readonly baselineDeviations: readonly string[]
  readonly timestamp: TimestampCheck
  /** Everything the signature brings along, the signer's own certificate included. */
  readonly certificates: readonly Uint8Array[]
  readonly revocationData: readonly Uint8Array[]
}

export type TimestampCheck =
  | { readonly state: 'none' }
  | { readonly state: 'sound'; readonly token: TimestampToken }
  | { readonly state: 'broken' | 'not-checked'; readonly sentence: string }

const ALLOWED_UNSIGNED = new Set<string>([OID.timestampToken])

/**
 * Whether the CMS value in `padded` signs exactly `ranges`, in order.
 * Broken with a reason on anything that does not fit; not-checked when the encoding is one this version does not read.
 */
export function checkSignature(padded: Uint8Array, ranges: readonly Uint8Array[]): SignatureCheck {
  const cms = tryRead(() => readCms(padded), 'cms-invalid')
  if ('code' in cms) return failed(cms)
  const certificate = tryRead(() => signerCertificate(cms), 'certificate-mismatch')
  if ('code' in certificate) return failed(certificate)
  const reason = firstProblem(cms, certificate, ranges)
  return {
    integrity: reason === null ? { state: 'intact' } : { state: 'broken', reasons: [reason] },
    certificate,
    baselineDeviations: deviations(cms),
    timestamp: timestampOf(cms),
    certificates: cms.certificates,
    revocationData: cms.revocationData,
  }
}

function failed(reason: VerdictReason): SignatureCheck {
  const state = reason.code === 'cms-not-der' ? 'not-checked' : 'broken'
  return {
    integrity: { state, reasons: [reason] },
    certificate: null,
    baselineDeviations: [],
    timestamp: { state: 'none' },
    certificates: [],
    revocationData: [],
  }
}

// Not part of the signed bytes: a stamp that does not hold proves nothing, and takes nothing away from the signature.
function timestampOf(cms: CmsSignature): TimestampCheck {
  const [token, ...others] = cms.unsignedAttributes.get(OID.timestampToken) ?? []
  if (token === undefined) return { state: 'none' }
  if (others.length > 0) return { state: 'not-checked', sentence: 'There is more than one time-stamp.' }
  try {
    return { state: 'sound', token: checkTimestamp(token, cms.signature) }
  } catch (error) {
    if (error instanceof DerError) return { state: 'broken', sentence: error.message }
    throw error
  }
}

function tryRead<Value extends object>(read: () => Value, code: VerdictReasonCode): Value | VerdictReason {
  try {
    return read()
  } catch (error) {
    if (error instanceof SeveralSignersError) return { code: 'cms-several-signers', sentence: error.message }
    if (error instanceof BerError) return { code: 'cms-not-der', sentence: error.message }
    if (error instanceof DerError) return { code, sentence: error.message }
    throw error
  }
}

function signerCertificate(cms: CmsSignature): CertificateDetails {
  const matching = cms.certificates.map(readCertificate).filter((candidate) => isNamed(cms.signerIdentifier, candidate))
  const [certificate] = matching
  if (certificate === undefined || matching.length > 1) {
    throw new DerError('The signer’s certificate is not in the signature exactly once.')
  }
  return certificate
}

function firstProblem(cms: CmsSignature, certificate: CertificateDetails, ranges: readonly Uint8Array[]): VerdictReason | null {
  const digest = hashOf(cms.digestAlgorithm)
  if (digest === null)
    return problem('algorithm-not-allowed', 'The hash algorithm is not one that is accepted (SHA-256, SHA-384, SHA-512).')
  const scheme = schemeOf(cms.signatureAlgorithm, digest)
  if (scheme === null) return problem('algorithm-not-allowed', 'The signature algorithm is not one that is accepted (RSA, ECDSA).')
  if (scheme.hash !== digest) return problem('algorithm-mismatch', 'The signature and its hash name different algorithms.')
  const attributes = attributeProblem(cms, certificate)
  if (attributes !== null) return attributes
  const stated = cms.signedAttributes.get(OID.messageDigest)
  if (stated === undefined || !equalBytes(stated.content, hashAll(digest, ranges))) {
    return problem('digest-mismatch', 'The signed bytes were changed after signing: their hash is not the one that was signed.')
  }
  if (!certificate.maySign) return problem('certificate-invalid', 'The certificate does not permit signing.')
  const key = usablePublicKey(certificate.publicKeyInfo, scheme)
  if (key === null) return problem('algorithm-not-allowed', 'The signer’s key is too weak, or of a kind that is not accepted.')
  return isSignatureValid(key, scheme, { data: cms.signedAttributesEncoded, signature: cms.signature })
    ? null
    : problem('signature-mismatch', 'The signature value does not belong to this content and certificate.')
}

function problem(code: VerdictReasonCode, sentence: string): VerdictReason {
  return { code, sentence }
}

function hashAll(name: HashName, ranges: readonly Uint8Array[]): Uint8Array {
  const hash = createHash(name)
  for (const range of ranges) hash.update(range)
  return hash.digest()
}

function attributeProblem(cms: CmsSignature, certificate: CertificateDetails): VerdictReason | null {
  const check = tryRead(() => {
    checkAttributes(cms, certificate)
    return cms
  }, 'cms-attributes-invalid')
  return 'code' in check ? check : null
}

function checkAttributes(cms: CmsSignature, certificate: CertificateDetails): void {
  const attributes = cms.signedAttributes
  if (readOid(attributes.get(OID.contentType), 'content type') !== OID.data) {
    throw new DerError('The signed content type is not data.')
  }
  expectTag(attributes.get(OID.messageDigest), DER.octetString, 'message digest')
  const protection = attributes.get(OID.cmsAlgorithmProtection)
  if (protection !== undefined) checkProtection(cms, protection)
  const binding = attributes.get(OID.signingCertificateV2)
  if (binding !== undefined) checkBinding(binding, certificate)
}

function checkProtection(cms: CmsSignature, protection: DerNode): void {
  const [hash, signature] = expectChildren(expectTag(protection, DER.sequence, 'algorithm protection'), 2, 'algorithm protection')
  const isSame =
    hash !== undefined &&
    equalBytes(hash.encoded, cms.digestAlgorithm.encoded) &&
    signature?.tag === DER.context1 &&
    equalBytes(signature.content, cms.signatureAlgorithm.content)
  if (!isSame) throw new DerError('The protected algorithms are not the ones that were used.')
}

function checkBinding(binding: DerNode, certificate: CertificateDetails): void {
  const list = expectTag(expectTag(binding, DER.sequence, 'signing certificate').children[0], DER.sequence, 'signing certificate')
  const [first, ...rest] = expectTag(list.children[0], DER.sequence, 'signing certificate').children
  const hasAlgorithm = first?.tag === DER.sequence
  const name = hasAlgorithm ? hashOf(first) : 'sha256'
  const stated = expectTag(hasAlgorithm ? rest[0] : first, DER.octetString, 'certificate hash')
  if (name === null || !equalBytes(stated.content, hashAll(name, [certificate.encoded]))) {
    throw new DerError('The certificate in the signature is not the one that was bound to it.')
  }
}

function deviations(cms: CmsSignature): readonly string[] {
  const unknown = [...cms.unsignedAttributes.keys()].filter((type) => !ALLOWED_UNSIGNED.has(type))
  const found: readonly (readonly [boolean, string])[] = [
    [
      !cms.signedAttributes.has(OID.signingCertificateV2),
      'The signature does not bind its certificate (ESS signing-certificate-v2 is missing).',
    ],
    [cms.signedAttributes.has(OID.signingTime), 'The signature carries a signing-time attribute, which PAdES baseline forbids.'],
    [unknown.length > 0, 'The signature carries unsigned attributes that are not read here.'],
  ]
  return found.filter(([isTrue]) => isTrue).map(([, sentence]) => sentence)
}
