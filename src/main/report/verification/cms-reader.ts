// Reads a CMS SignedData with exactly one signer, strictly, into its parts; checks no cryptography.
import {
  DER,
  DerError,
  equalBytes,
  expectChildren,
  expectTag,
  readOid,
  readSmallInteger,
  readZeroPaddedDer,
  type DerNode,
} from './der-reader.ts'
import { OID } from './oids.ts'
import { hashOf } from './signature-algorithm.ts'

export type CmsSignature = {
  readonly certificates: readonly Uint8Array[]
  /** Revocation lists and answers of OCSP servers that came along, as encoded. */
  readonly revocationData: readonly Uint8Array[]
  readonly signerIdentifier: DerNode
  readonly digestAlgorithm: DerNode
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array
  /** The signed attributes as they were hashed: with the SET OF tag instead of the implicit one. */
  readonly signedAttributesEncoded: Uint8Array
  /** The single value of each signed attribute. */
  readonly signedAttributes: ReadonlyMap<string, DerNode>
  /** The values of each unsigned attribute, in file order; nothing vouches for them. */
  readonly unsignedAttributes: ReadonlyMap<string, readonly DerNode[]>
}

/** Thrown when there is not exactly one signer. */
export class SeveralSignersError extends DerError {
  override name = 'SeveralSignersError'
}

/** The signature in `padded`, which may end in zero bytes; throws DerError on any other shape than a detached one over data. */
export function readCms(padded: Uint8Array): CmsSignature {
  const { content, version, signerVersion, ...parts } = readSignedData(readZeroPaddedDer(padded))
  const [type] = expectChildren(content, 1, 'content info')
  if (readOid(type, 'content type') !== OID.data) throw new DerError('The signed content is of another type.')
  if (!equalBytes(version.content, signerVersion.content)) throw new DerError('The CMS version is wrong.')
  return parts
}

type SignedData = CmsSignature & {
  readonly version: DerNode
  readonly signerVersion: DerNode
  /** The EncapsulatedContentInfo. */
  readonly content: DerNode
}

/** The one-signer SignedData in a ContentInfo, whatever it signs; throws DerError on any other shape. Source: RFC 5652, section 5. */
export function readSignedData(contentInfo: DerNode): SignedData {
  const [type, wrapper] = expectChildren(expectTag(contentInfo, DER.sequence, 'CMS value'), 2, 'CMS value')
  if (readOid(type, 'CMS type') !== OID.signedData) throw new DerError('The CMS value is not signed data.')
  const [signedData] = expectChildren(expectTag(wrapper, DER.context0, 'signed data'), 1, 'signed data')
  const [version, hashes, content, ...rest] = expectTag(signedData, DER.sequence, 'signed data').children
  const signers = expectTag(rest.at(-1), DER.set, 'signer list').children
  const [signer] = signers
  if (signer === undefined || signers.length !== 1) throw new SeveralSignersError('There is not exactly one signer.')
  const parts = readSigner(expectTag(signer, DER.sequence, 'signer'))
  const listed = expectTag(hashes, DER.set, 'hash list').children
  if (listed.length !== 1 || hashOf(listed[0]) !== hashOf(parts.digestAlgorithm)) {
    throw new DerError('The list of hash algorithms does not match the signer.')
  }
  return {
    ...parts,
    version: expectTag(version, DER.integer, 'CMS version'),
    content: expectTag(content, DER.sequence, 'content info'),
    certificates: readCertificateList(rest.slice(0, -1)),
    revocationData: [...readRevocationData(rest.slice(1, -1)), ...adobeRevocationData(parts.signedAttributes)],
  }
}

function readCertificateList(optional: readonly DerNode[]): readonly Uint8Array[] {
  const tags = optional.map((part) => part.tag)
  const [certificates] = optional
  const isExpected = tags.join() === String(DER.context0) || tags.join() === [DER.context0, DER.context1].join()
  if (!isExpected || certificates === undefined) throw new DerError('The list of certificates is missing or malformed.')
  return certificates.children.map((item) => expectTag(item, DER.sequence, 'certificate').encoded)
}

// Like the certificates, covered by no signature. What is no list has a tag and a type of its own. Source: RFC 5940, section 2.1.
function readRevocationData(optional: readonly DerNode[]): readonly Uint8Array[] {
  return (optional[0]?.children ?? []).flatMap(({ tag, encoded, children: [type, other] }) => {
    if (tag === DER.sequence) return [encoded]
    const isAnswer = tag === DER.context1 && other !== undefined && readOid(type, 'type of revocation data') === OID.ocspInCms
    return isAnswer ? [other.encoded] : []
  })
}

// Where Acrobat puts lists and answers. Source: ISO 32000-1, 12.8.3.3.2.
function adobeRevocationData(attributes: CmsSignature['signedAttributes']): readonly Uint8Array[] {
  const parts = (attributes.get(OID.adobeRevocation)?.children ?? []).filter(({ tag }) => tag === DER.context0 || tag === DER.context1)
  return parts.flatMap(({ children: [list] }) => list?.children ?? []).map(({ encoded }) => encoded)
}

type SignerParts = Omit<CmsSignature, 'certificates' | 'revocationData'> & { readonly signerVersion: DerNode }

function readSigner(signer: DerNode): SignerParts {
  const [version, signerIdentifier, digestAlgorithm, attributes, signatureAlgorithm, signature, ...rest] = signer.children
  if (signerIdentifier === undefined) throw new DerError('The signer is not named.')
  const expectedVersion = signerIdentifier.tag === DER.sequence ? 1 : 3
  const versionNode = expectTag(version, DER.integer, 'signer version')
  if (readSmallInteger(versionNode, 'signer version') !== expectedVersion) throw new DerError('The signer version is wrong.')
  const signedAttributes = expectTag(attributes, DER.context0, 'signed attributes')
  expectSorted(signedAttributes.children)
  return {
    signerVersion: versionNode,
    signerIdentifier,
    digestAlgorithm: expectTag(digestAlgorithm, DER.sequence, 'hash algorithm'),
    signatureAlgorithm: expectTag(signatureAlgorithm, DER.sequence, 'signature algorithm'),
    signature: expectTag(signature, DER.octetString, 'signature value').content,
    signedAttributesEncoded: Uint8Array.from([DER.set, ...signedAttributes.encoded.subarray(1)]),
    signedAttributes: readAttributes(signedAttributes),
    unsignedAttributes: readUnsigned(rest),
  }
}

function readAttributes(attributes: DerNode): ReadonlyMap<string, DerNode> {
  const found = new Map<string, DerNode>()
  for (const attribute of attributes.children) {
    const [type, values] = expectChildren(expectTag(attribute, DER.sequence, 'attribute'), 2, 'attribute')
    const [value] = expectChildren(expectTag(values, DER.set, 'attribute value'), 1, 'attribute value')
    const key = readOid(type, 'attribute type')
    if (found.has(key)) throw new DerError('A signed attribute is there twice.')
    if (value !== undefined) found.set(key, value)
  }
  return found
}

function readUnsigned(rest: readonly DerNode[]): ReadonlyMap<string, readonly DerNode[]> {
  const [attributes, ...others] = rest
  const found = new Map<string, readonly DerNode[]>()
  if (attributes === undefined) return found
  if (others.length > 0) throw new DerError('The signer has parts that do not belong there.')
  for (const attribute of expectTag(attributes, DER.context1, 'unsigned attributes').children) {
    const key = readOid(attribute.children[0], 'attribute type')
    found.set(key, [...(found.get(key) ?? []), ...(attribute.children[1]?.children ?? [])])
  }
  return found
}

function expectSorted(items: readonly DerNode[]): void {
  items.slice(1).forEach((item, index) => {
    const before = items[index]
    if (before !== undefined && Buffer.compare(before.encoded, item.encoded) >= 0) {
      throw new DerError('The signed attributes are not in DER order.')
    }
  })
}
