// Reads the answer of an OCSP server on whether certificates were revoked, and checks who made it.
import { createHash } from 'node:crypto'
import { readCertificate, type CertificateDetails } from './certificate-reader.ts'
import { DER, DerError, equalBytes, expectChildren, expectTag, readBitString, readDer, readOid, type DerNode } from './der-reader.ts'
import { readGeneralizedTime } from './generalized-time.ts'
import { OID } from './oids.ts'
import { hashOf, isSignedWith, schemeOf } from './signature-algorithm.ts'

/** `good`: not revoked when the answer was worked out, at `at`. `revoked`: since `at`. */
type OcspStatus = { readonly state: 'good' | 'revoked'; readonly at: Date }

export type OcspAnswer = {
  /** All that it says of a certificate of `issuer` with this serial number, as encoded. */
  readonly statusesOf: (serialContent: Uint8Array, issuer: CertificateDetails) => readonly OcspStatus[]
  /** Whether this authority made it, by name and by key. */
  readonly isMadeBy: (authority: CertificateDetails) => boolean
  /** Servers among the certificates in it, made for such answers, with whose key it was signed; it counts for whoever issued them. */
  readonly servers: readonly CertificateDetails[]
}

// More than any honest answer brings along.
const MAX_SERVERS = 4

// Implicit tags of the three statuses.
const GOOD = 0x80
const REVOKED = DER.context1

/** The answer in `encoded`; throws DerError when it is not a successful one in strict DER. Source: RFC 6960, section 4.2.1. */
export function readOcspAnswer(encoded: Uint8Array): OcspAnswer {
  const [body, algorithm, signature, servers, ...others] = basicResponse(encoded).children
  if (others.length > 0) throw new DerError('The answer has parts that do not belong there.')
  const content = expectTag(body, DER.sequence, 'answer')
  const { responder, producedAt, statuses } = readBody(content)
  const scheme = schemeOf(algorithm, 'sha256')
  const signed = { data: content.encoded, signature: readBitString(signature, 'signature of the answer') }
  const isMadeBy = (one: CertificateDetails) => isNamedBy(responder, one) && isSignedWith(one.publicKeyInfo, scheme, signed)
  const brought = servers === undefined ? [] : (expectTag(servers, DER.context0, 'certificates of the answer').children[0]?.children ?? [])
  return {
    statusesOf: (serial, issuer) => statuses.flatMap((status) => (status.isAbout(serial, issuer) ? status.said : [])),
    isMadeBy,
    servers: brought
      .slice(0, MAX_SERVERS)
      .map((server) => readCertificate(server.encoded))
      .filter((server) => isServer(server, producedAt) && isMadeBy(server)),
  }
}

function basicResponse(encoded: Uint8Array): DerNode {
  const [status, wrapper] = expectChildren(expectTag(readDer(encoded), DER.sequence, 'answer'), 2, 'answer')
  if (!equalBytes(expectTag(status, DER.enumerated, 'answer’s status').content, Uint8Array.of(0)))
    throw new DerError('The server did not answer.')
  const [bytes] = expectChildren(expectTag(wrapper, DER.context0, 'answer'), 1, 'answer')
  const [type, content] = expectChildren(expectTag(bytes, DER.sequence, 'answer'), 2, 'answer')
  if (readOid(type, 'answer’s type') !== OID.basicOcspResponse) throw new DerError('The answer is of another type.')
  return expectTag(readDer(expectTag(content, DER.octetString, 'answer').content), DER.sequence, 'answer')
}

function readBody({ children }: DerNode) {
  const fields = children[0]?.tag === DER.context0 ? children.slice(1) : children
  const [responder, producedAt, statuses, extensions] = fields
  if (responder === undefined || isCritical(extensions)) throw new DerError('The answer has a part that is not read here.')
  return {
    responder,
    producedAt: readGeneralizedTime(producedAt),
    statuses: expectTag(statuses, DER.sequence, 'statuses').children.map(readStatus),
  }
}

function readStatus(single: DerNode) {
  const [id, status, madeAt, ...rest] = single.children
  const [algorithm, nameHash, keyHash, serial] = expectChildren(expectTag(id, DER.sequence, 'certificate’s id'), 4, 'certificate’s id')
  const wanted = {
    serial: expectTag(serial, DER.integer, 'serial number').content,
    name: expectTag(nameHash, DER.octetString, 'hash of the issuer').content,
    key: expectTag(keyHash, DER.octetString, 'hash of the issuer').content,
  }
  const hash = idHash(algorithm)
  const at = readGeneralizedTime(madeAt)
  const until = rest.find(({ tag }) => tag === DER.context0)?.children[0]
  const isRead = hash !== null && !isCritical(rest.find(({ tag }) => tag === DER.context1))
  return {
    said: isRead ? saidBy(status, { at, until: until === undefined ? null : readGeneralizedTime(until) }) : [],
    isAbout: (serialContent: Uint8Array, issuer: CertificateDetails) =>
      hash !== null &&
      equalBytes(wanted.serial, serialContent) &&
      equalBytes(wanted.name, digest(hash, issuer.subjectEncoded)) &&
      equalBytes(wanted.key, digest(hash, keyOf(issuer))),
  }
}

// What is unknown to the server is said of nothing.
function saidBy(status: DerNode | undefined, { at, until }: { readonly at: Date; readonly until: Date | null }): readonly OcspStatus[] {
  if (status?.tag === REVOKED) return [{ state: 'revoked', at: readGeneralizedTime(status.children[0]) }]
  return status?.tag === GOOD && (until === null || until >= at) ? [{ state: 'good', at }] : []
}

// SHA-1 only says here which issuer is meant, of those whose keys are checked.
function idHash(algorithm: DerNode | undefined): string | null {
  const node = expectTag(algorithm, DER.sequence, 'hash of the certificate’s id')
  return readOid(node.children[0], 'hash of the certificate’s id') === OID.sha1 ? 'sha1' : hashOf(node)
}

function digest(hash: string, bytes: Uint8Array): Uint8Array {
  return createHash(hash).update(bytes).digest()
}

/** The bits of the public key alone. */
function keyOf({ publicKeyInfo }: CertificateDetails): Uint8Array {
  return readDer(publicKeyInfo).children[1]?.content.subarray(1) ?? new Uint8Array()
}

function isNamedBy({ tag, children: [named] }: DerNode, certificate: CertificateDetails): boolean {
  if (tag === DER.context1) return named !== undefined && equalBytes(named.encoded, certificate.subjectEncoded)
  return tag === DER.context2 && named?.tag === DER.octetString && equalBytes(named.content, digest('sha1', keyOf(certificate)))
}

function isServer({ purposes, maySign, hasUnreadLimits, notBefore, notAfter }: CertificateDetails, producedAt: Date): boolean {
  const isValid = producedAt >= notBefore && producedAt <= notAfter
  return isValid && maySign && !hasUnreadLimits && purposes !== null && purposes.includes(OID.ocspSigning)
}

function isCritical(extensions: DerNode | undefined): boolean {
  return (extensions?.children[0]?.children ?? []).some(({ children: [, flag] }) => flag?.tag === DER.boolean)
}
