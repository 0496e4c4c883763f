// Lists and reads the files embedded in a PDF, from the signed revision when there is one.
import { byteRangeOfFirst } from './first-signature.ts'
import { catalogOf, dictionaryAt, itemsAt, MAX_PDF_BYTES, openPdf, streamAt, type PdfDocument } from './pdf-document.ts'
import { decodeStream, PdfSizeError } from './pdf-filters.ts'
import { integerOf, nameOf, PdfSyntaxError, textOf, type PdfDictionary, type PdfValue } from './pdf-value.ts'
import type { AttachmentSummary } from './verdict.ts'

/** Largest attachment that is read, uncompressed bytes. */
const MAX_ATTACHMENT_BYTES = 64 * 1024 * 1024
const MAX_DEPTH = 16
const MAX_ATTACHMENTS = 1000

export type AttachmentResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly isFromSignedRevision: boolean }
  | {
      readonly ok: false
      readonly code: 'not-a-pdf' | 'not-found' | 'too-large' | 'damaged'
      readonly detail: string
    }

/**
 * The bytes of the attachment called `name`. With a signature in the file they come from the first signed revision,
 * never from what was appended later; whether that signature is good is for verifyPdf to say.
 */
export function readAttachment(pdf: Uint8Array, name: string): AttachmentResult {
  try {
    return readFrom(revisionOf(pdf), name)
  } catch (error) {
    if (error instanceof PdfSizeError) return refusal('too-large', `The attachment ${name} is too large to read.`)
    if (error instanceof PdfSyntaxError) return refusal('damaged', error.message)
    throw error
  }
}

type Source = { readonly document: PdfDocument; readonly isSigned: boolean } | null

function revisionOf(pdf: Uint8Array): Source {
  if (pdf.length > MAX_PDF_BYTES || Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') return null
  const end = byteRangeOfFirst(pdf)
  return { document: openPdf(pdf, end ?? pdf.length), isSigned: end !== null }
}

function readFrom(source: Source, name: string): AttachmentResult {
  if (source === null) return refusal('not-a-pdf', 'This file is not a PDF, or it is too large to read.')
  const file = embeddedFiles(source.document).find((candidate) => candidate.name === name)
  if (file === undefined) return refusal('not-found', `The PDF has no attachment called ${name}.`)
  const embedded = dictionaryAt(source.document, file.specification.entries.get('EF'))
  const stream = streamAt(source.document, embedded?.entries.get('F') ?? embedded?.entries.get('UF'))
  if (stream === null) return refusal('damaged', `The attachment ${name} is listed but not there.`)
  return { ok: true, bytes: decodeStream(stream, MAX_ATTACHMENT_BYTES), isFromSignedRevision: source.isSigned }
}

function refusal(code: 'not-a-pdf' | 'not-found' | 'too-large' | 'damaged', detail: string): AttachmentResult {
  return { ok: false, code, detail }
}

/** The attachments of the signed revision (or of an unsigned file); empty when the file cannot be read. */
export function listAttachments(pdf: Uint8Array): readonly AttachmentSummary[] {
  try {
    const source = revisionOf(pdf)
    return source === null ? [] : attachmentsIn(source.document)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return []
    throw error
  }
}

/** The attachments one revision names; throws PdfSyntaxError on malformed objects. */
export function attachmentsIn(document: PdfDocument): readonly AttachmentSummary[] {
  return embeddedFiles(document).map(({ name, specification }) => {
    const embedded = dictionaryAt(document, specification.entries.get('EF'))
    const stream = dictionaryAt(document, embedded?.entries.get('F') ?? embedded?.entries.get('UF'))
    const parameters = dictionaryAt(document, stream?.entries.get('Params'))
    return {
      name,
      description: textOf(document.resolve(specification.entries.get('Desc'))),
      mimeType: nameOf(stream?.entries.get('Subtype')),
      relationship: nameOf(specification.entries.get('AFRelationship')),
      statedSizeBytes: integerOf(parameters?.entries.get('Size')),
    }
  })
}

type EmbeddedFile = { readonly name: string; readonly specification: PdfDictionary }

function embeddedFiles(document: PdfDocument): readonly EmbeddedFile[] {
  const names = dictionaryAt(document, catalogOf(document).entries.get('Names'))
  const found: EmbeddedFile[] = []
  collect({ document, found }, names?.entries.get('EmbeddedFiles'), MAX_DEPTH)
  return found
}

type Collection = { readonly document: PdfDocument; readonly found: EmbeddedFile[] }

function collect(collection: Collection, node: PdfValue | undefined, depthLeft: number): void {
  const { document, found } = collection
  const tree = dictionaryAt(document, node)
  if (tree === null || depthLeft === 0) return
  const pairs = itemsAt(document, tree.entries.get('Names'))
  for (let index = 0; index + 1 < pairs.length && found.length < MAX_ATTACHMENTS; index += 2) {
    const specification = dictionaryAt(document, pairs[index + 1])
    const name = textOf(document.resolve(specification?.entries.get('UF') ?? pairs[index]))
    if (specification !== null && name !== null) found.push({ name, specification })
  }
  for (const kid of itemsAt(document, tree.entries.get('Kids')).slice(0, MAX_ATTACHMENTS)) {
    if (found.length < MAX_ATTACHMENTS) collect(collection, kid, depthLeft - 1)
  }
}
