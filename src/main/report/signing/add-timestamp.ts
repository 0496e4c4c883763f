// Puts a time-stamp token into the room that a signature kept for it; no signed byte changes.
import { readCms } from '#main/report/verification/cms-reader.ts'
import { coveredBytes } from '#main/report/verification/byte-range.ts'
import { DER, DerError, readZeroPaddedDer, type DerNode } from '#main/report/verification/der-reader.ts'
import { OID } from '#main/report/verification/oids.ts'
import { openPdf } from '#main/report/verification/pdf-document.ts'
import { PdfSyntaxError, type PdfString } from '#main/report/verification/pdf-value.ts'
import { signatureFields } from '#main/report/verification/signature-fields.ts'
import { der, derOid, derSequence, derSetOf } from './der-writer.ts'

export type StampPlace = {
  /** The value that a time-stamp proves. */
  readonly signatureValue: Uint8Array
  readonly hasTimestamp: boolean
  readonly contents: PdfString
}

/**
 * The last signature of a file, when it covers the whole of it: only that one can be stamped, because every
 * later signature covers the bytes of the earlier ones. Null when there is no such signature.
 */
export function findStampPlace(pdf: Uint8Array): StampPlace | null {
  try {
    for (const field of signatureFields(openPdf(pdf))) {
      const covered = coveredBytes(pdf, field)
      if (field.contents !== null && 'ranges' in covered && covered.revisionEnd === pdf.length) {
        const cms = readCms(field.contents.bytes)
        const hasTimestamp = cms.unsignedAttributes.has(OID.timestampToken)
        return { signatureValue: cms.signature, hasTimestamp, contents: field.contents }
      }
    }
    return null
  } catch (error) {
    if (error instanceof PdfSyntaxError || error instanceof DerError) return null
    throw error
  }
}

/** A copy of `pdf` with `token` in its signature; null when there is not enough room. Source: EN 319 142-1, 5.3; RFC 3161, appendix A. */
export function addTimestamp(pdf: Uint8Array, { contents }: StampPlace, token: Uint8Array): Uint8Array | null {
  const attribute = derSequence(derOid(OID.timestampToken), derSetOf(token))
  const cms = withUnsigned(readZeroPaddedDer(contents.bytes), attribute)
  const digits = contents.end - contents.start - 2
  if (cms.length * 2 > digits) return null
  const stamped = Uint8Array.from(pdf)
  stamped.set(Buffer.from(Buffer.from(cms).toString('hex').padEnd(digits, '0'), 'latin1'), contents.start + 1)
  return stamped
}

// ContentInfo → [0] → SignedData → last: SET OF SignerInfo → its one member, which gets the attribute at its end.
function withUnsigned(contentInfo: DerNode, attribute: Uint8Array): Uint8Array {
  const lastOf = (node: DerNode, change: (last: DerNode) => Uint8Array): Uint8Array => {
    const last = node.children.at(-1)
    if (last === undefined) throw new DerError('The signature has an unexpected shape.')
    return der(node.tag, ...node.children.slice(0, -1).map(({ encoded }) => encoded), change(last))
  }
  const extended = (signer: DerNode) => {
    const others = signer.children.filter(({ tag }) => tag !== DER.context1)
    return der(signer.tag, ...others.map(({ encoded }) => encoded), der(DER.context1, attribute))
  }
  return lastOf(contentInfo, (wrapper) => lastOf(wrapper, (signedData) => lastOf(signedData, (signers) => lastOf(signers, extended))))
}
