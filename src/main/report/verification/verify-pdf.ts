// Gives the verdict on a PDF: is the signed revision intact, what came after it, and who signed.
import { attachmentsIn } from './attachments.ts'
import { coveredBytes } from './byte-range.ts'
import { changesAfter } from './changes.ts'
import { furtherSignatures, openFields } from './further-signatures.ts'
import { MAX_PDF_BYTES, type PdfDocument } from './pdf-document.ts'
import { PdfEncryptedError, PdfSyntaxError, PdfUnreadError } from './pdf-value.ts'
import { findRevisions, type Revisions } from './revisions.ts'
import { signatureFields, type SignatureField } from './signature-fields.ts'
import { judgeSignature, type JudgedSignature } from './signature-verdict.ts'
import type { VerifyOptions } from './signer-verdict.ts'
import type { AttachmentSummary, ChangesAfter, Integrity, PdfVerdict, VerdictReason } from './verdict.ts'

// Each covers the whole file as it was then, so that the work grows with both.
const MAX_SIGNATURES = 100

/**
 * The verdict on `pdf` as plain JSON. Three separate answers: `integrity` of the signed revision, `changesAfter` it,
 * and `signer`. Never throws on hostile bytes: what cannot be read is broken, with a reason. Fails closed.
 * Files above 256 MiB are not looked at, nor are more than 100 signatures.
 */
export function verifyPdf(pdf: Uint8Array, options: VerifyOptions): PdfVerdict {
  if (pdf.length > MAX_PDF_BYTES) {
    return notChecked(pdf, { code: 'file-too-large', sentence: 'The file is larger than 256 MiB and was not checked.' })
  }
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') {
    return unreadable(pdf, { code: 'not-a-pdf', sentence: 'The file does not start the way a PDF must start.' })
  }
  try {
    return judge(pdf, options)
  } catch (error) {
    return unread(pdf, error)
  }
}

function unread(pdf: Uint8Array, error: unknown): PdfVerdict {
  if (error instanceof PdfEncryptedError) {
    return notChecked(pdf, { code: 'pdf-encrypted', sentence: 'The file is encrypted, so its signature cannot be checked here.' })
  }
  if (error instanceof PdfUnreadError) {
    return notChecked(pdf, { code: 'not-supported', sentence: `${error.message} This version does not read such files.` })
  }
  const detail = error instanceof PdfSyntaxError ? error.message : 'Its structure could not be followed.'
  return unreadable(pdf, { code: 'pdf-damaged', sentence: `The file cannot be read as a PDF. ${detail}` })
}

function unreadable(pdf: Uint8Array, reason: VerdictReason): PdfVerdict {
  return {
    fileBytes: pdf.length,
    integrity: { state: 'broken', reasons: [reason] },
    changesAfter: { state: 'unknown' },
    signer: null,
    signatures: [],
    attachments: [],
    openFields: [],
    isIntactAndUnchanged: false,
  }
}

/** Nothing need be wrong with the file: nothing is claimed about it. */
function notChecked(pdf: Uint8Array, reason: VerdictReason): PdfVerdict {
  return { ...unreadable(pdf, reason), integrity: { state: 'not-checked', reasons: [reason] } }
}

function judge(pdf: Uint8Array, options: VerifyOptions): PdfVerdict {
  const revisions = findRevisions(pdf)
  if (revisions.readable.length === 0) throw revisions.damage ?? new PdfSyntaxError('It has no readable revision.')
  const fields = allFields(revisions)
  if (fields.length === 0) return withoutSignature(pdf, revisions)
  if (fields.length > MAX_SIGNATURES) {
    return notChecked(pdf, { code: 'not-supported', sentence: 'The file has more signatures than are checked here.' })
  }
  const judged = fields
    .map((field) => judgeSignature({ pdf, field, covered: coveredBytes(pdf, field), revisions, options }))
    .toSorted((left, right) => endOf(left) - endOf(right))
  const [first] = judged
  const signed = first?.revision ?? null
  const integrity = combined(judged.map((signature) => signature.verdict.integrity))
  const after = afterFirst({ pdf, signed, revisions, judged })
  const isUnchanged = after.state === 'none' || after.state === 'further-signatures'
  return {
    fileBytes: pdf.length,
    integrity,
    changesAfter: after,
    signer: first?.verdict.signer ?? null,
    signatures: judged.map((signature) => signature.verdict),
    attachments: signed === null ? [] : attachmentsSafely(signed),
    openFields: isUnchanged ? openFields(judged) : [],
    isIntactAndUnchanged: integrity.state === 'intact' && isUnchanged,
  }
}

type After = {
  readonly pdf: Uint8Array
  readonly signed: PdfDocument | null
  readonly revisions: Revisions
  readonly judged: readonly JudgedSignature[]
}

function afterFirst({ pdf, signed, revisions, judged }: After): ChangesAfter {
  if (signed === null) return { state: 'unknown' }
  const further = furtherSignatures(judged, pdf.length)
  if (further !== null && 'state' in further) return further
  const after = changesAfter(signed, pdf, revisions)
  return further === null || after.state !== 'changed' ? after : { ...after, changes: [further, ...after.changes] }
}

function endOf(judged: JudgedSignature): number {
  return judged.revision?.end ?? Number.POSITIVE_INFINITY
}

/** Signature fields of all revisions, so that a later update cannot hide one; each value once. */
function allFields(revisions: Revisions): readonly SignatureField[] {
  const found = new Map<number | string, SignatureField>()
  for (const revision of revisions.readable) {
    for (const field of signatureFields(revision)) {
      const key = field.contents?.start ?? `${field.fieldName}/${field.objectNumber ?? ''}`
      if (!found.has(key)) found.set(key, field)
    }
  }
  return [...found.values()]
}

function withoutSignature(pdf: Uint8Array, revisions: Revisions): PdfVerdict {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  if (revisions.current === null) throw revisions.damage ?? new PdfSyntaxError('Its ending is damaged.')
  if (bytes.includes('/ByteRange')) {
    const sentence = 'The file holds parts of a signature that it no longer refers to.'
    return unreadable(pdf, { code: 'signature-lost', sentence })
  }
  return {
    ...unreadable(pdf, { code: 'signature-lost', sentence: '' }),
    integrity: { state: 'unsigned' },
    attachments: attachmentsSafely(revisions.current),
  }
}

function attachmentsSafely(document: PdfDocument): readonly AttachmentSummary[] {
  try {
    return attachmentsIn(document)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return []
    throw error
  }
}

function combined(parts: readonly Integrity[]): Integrity {
  const reasons = (state: 'broken' | 'not-checked') => parts.flatMap((part) => (part.state === state ? part.reasons : []))
  if (parts.some((part) => part.state === 'broken')) return { state: 'broken', reasons: reasons('broken') }
  if (parts.some((part) => part.state !== 'intact')) return { state: 'not-checked', reasons: reasons('not-checked') }
  return { state: 'intact' }
}
