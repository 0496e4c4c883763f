// Reads the parts of an X.509 certificate that a verdict needs, from its strict DER form.
import { createHash } from 'node:crypto'
import {
  DER,
  DerError,
  equalBytes,
  expectChildren,
  expectTag,
  readBitString,
  readDer,
  readOid,
  readSmallInteger,
  type DerNode,
} from './der-reader.ts'
import { OID } from './oids.ts'
import { schemeOf, type SignatureScheme } from './signature-algorithm.ts'

export type CertificateDetails = {
  readonly encoded: Uint8Array
  /** Issuer and serial number as encoded, to compare with a signer identifier. */
  readonly issuerEncoded: Uint8Array
  readonly subjectEncoded: Uint8Array
  readonly serialContent: Uint8Array
  readonly serial: string
  readonly subject: ReadonlyMap<string, string>
  readonly issuer: ReadonlyMap<string, string>
  readonly isSelfIssued: boolean
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKeyInfo: Uint8Array
  readonly subjectKeyIdentifier: Uint8Array | null
  /** Whether key usage, when stated, includes digitalSignature or nonRepudiation. */
  readonly maySign: boolean
  /** Whether it says that it may issue other certificates, and key usage, when stated, includes keyCertSign. */
  readonly isAuthority: boolean
  /** How many further authorities may stand between it and a signer; null when it is no authority, or without a limit. */
  readonly pathLength: number | null
  /** The purposes it is limited to, as object identifiers; null when it is not limited. */
  readonly purposes: readonly string[] | null
  /** Whether it limits names, or has a critical extension that is not read here: what a chain over it is worth cannot be said. */
  readonly hasUnreadLimits: boolean
  readonly fingerprintSha256: string
  readonly toBeSigned: Uint8Array
  /** How its issuer signed it; null when that is not accepted. */
  readonly signatureScheme: SignatureScheme | null
  readonly signature: Uint8Array
}

// Bits of the first octet of key usage: digitalSignature or nonRepudiation, and keyCertSign.
const SIGNING = 0xc0
const KEY_CERT_SIGN = 0x04

// Policies limit nothing for a caller who asks for none. Source: RFC 5280, section 6.1.1.
const READ_CRITICAL: ReadonlySet<string> = new Set([OID.keyUsage, OID.basicConstraints, OID.extendedKeyUsage, OID.certificatePolicies])

/** The certificate in `encoded`; throws DerError when it is not a strict DER X.509 certificate. */
export function readCertificate(encoded: Uint8Array): CertificateDetails {
  const root = expectTag(readDer(encoded), DER.sequence, 'certificate')
  const [body, signatureAlgorithm, signature] = expectChildren(root, 3, 'certificate')
  const fields = expectTag(body, DER.sequence, 'certificate body').children
  const shift = fields[0]?.tag === DER.context0 ? 1 : 0
  const serial = expectTag(fields[shift], DER.integer, 'serial number')
  const issuer = expectTag(fields[shift + 2], DER.sequence, 'issuer')
  const validity = expectChildren(expectTag(fields[shift + 3], DER.sequence, 'validity'), 2, 'validity')
  const subject = expectTag(fields[shift + 4], DER.sequence, 'subject')
  const wrapper = fields.find((field) => field.tag === DER.context3)
  const extensions = readExtensions(wrapper)
  return {
    encoded,
    issuerEncoded: issuer.encoded,
    subjectEncoded: subject.encoded,
    serialContent: serial.content,
    serial: serialText(serial.content),
    subject: readName(subject),
    issuer: readName(issuer),
    isSelfIssued: equalBytes(issuer.encoded, subject.encoded),
    notBefore: readTime(validity[0]),
    notAfter: readTime(validity[1]),
    publicKeyInfo: expectTag(fields[shift + 5], DER.sequence, 'public key').encoded,
    subjectKeyIdentifier: keyIdentifier(extensions.get(OID.subjectKeyIdentifier)),
    maySign: keyUsageAllows(extensions.get(OID.keyUsage), SIGNING),
    ...readAuthority(extensions.get(OID.basicConstraints), extensions.get(OID.keyUsage)),
    purposes: extensions.get(OID.extendedKeyUsage)?.children.map((purpose) => readOid(purpose, 'purpose')) ?? null,
    hasUnreadLimits: extensions.has(OID.nameConstraints) || criticalTypes(wrapper).some((type) => !READ_CRITICAL.has(type)),
    fingerprintSha256: createHash('sha256').update(encoded).digest('hex'),
    toBeSigned: expectTag(body, DER.sequence, 'certificate body').encoded,
    signatureScheme: schemeOf(signatureAlgorithm, 'sha256'),
    signature: readBitString(signature, 'certificate signature'),
  }
}

function serialText(content: Uint8Array): string {
  const withoutSign = content.length > 1 && content[0] === 0 ? content.subarray(1) : content
  return Buffer.from(withoutSign).toString('hex').toUpperCase()
}

function readName(name: DerNode): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const set of name.children) {
    for (const pair of expectTag(set, DER.set, 'name').children) {
      const [type, value] = expectChildren(pair, 2, 'name')
      const key = readOid(type, 'name type')
      if (value !== undefined && !parts.has(key)) parts.set(key, readText(value))
    }
  }
  return parts
}

function readText(node: DerNode): string {
  if (node.tag === DER.utf8String) return new TextDecoder().decode(node.content)
  if (node.tag === DER.bmpString) return new TextDecoder('utf-16be').decode(node.content)
  if (node.tag === DER.printableString || node.tag === DER.ia5String || node.tag === DER.teletexString) {
    return Buffer.from(node.content).toString('latin1')
  }
  return ''
}

/** The instant of a certificate or list; throws DerError on any other form. Source: RFC 5280, section 4.1.2.5. */
export function readTime(node: DerNode | undefined): Date {
  const text = Buffer.from(node?.content ?? []).toString('latin1')
  const match =
    node?.tag === DER.utcTime
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
      : node?.tag === DER.generalizedTime
        ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
        : null
  if (match === null) throw new DerError('A date in the certificate is malformed.')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  const fullYear = node?.tag === DER.generalizedTime ? year : year < 50 ? 2000 + year : 1900 + year
  const time = new Date(0)
  time.setUTCFullYear(fullYear, month - 1, day)
  time.setUTCHours(hour, minute, second)
  return time
}

function readExtensions(wrapper: DerNode | undefined): ReadonlyMap<string, DerNode> {
  const found = new Map<string, DerNode>()
  const list = wrapper === undefined ? [] : (wrapper.children[0]?.children ?? [])
  for (const extension of list) {
    const key = readOid(extension.children[0], 'extension type')
    if (found.has(key)) throw new DerError('The certificate has an extension twice.')
    found.set(key, readDer(expectTag(extension.children.at(-1), DER.octetString, 'extension').content))
  }
  return found
}

function criticalTypes(wrapper: DerNode | undefined): readonly string[] {
  const list = wrapper?.children[0]?.children ?? []
  return list.flatMap(({ children: [type, flag] }) =>
    flag?.tag === DER.boolean && flag.content[0] === 0xff ? [readOid(type, 'extension type')] : [],
  )
}

function keyIdentifier(extension: DerNode | undefined): Uint8Array | null {
  return extension === undefined ? null : expectTag(extension, DER.octetString, 'key identifier').content
}

function keyUsageAllows(keyUsage: DerNode | undefined, bits: number): boolean {
  if (keyUsage === undefined) return true
  return ((expectTag(keyUsage, DER.bitString, 'key usage').content[1] ?? 0) & bits) !== 0
}

function readAuthority(basicConstraints: DerNode | undefined, keyUsage: DerNode | undefined) {
  const [flag, limit] = basicConstraints?.children ?? []
  const isAuthority = flag?.tag === DER.boolean && flag.content[0] === 0xff && keyUsageAllows(keyUsage, KEY_CERT_SIGN)
  return { isAuthority, pathLength: isAuthority && limit !== undefined ? readSmallInteger(limit, 'path length') : null }
}
