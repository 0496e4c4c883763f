// Signs a PDF: certifies it as final (DocMDP, no changes) in an incremental update that keeps every original byte.
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { catalogOf, dictionaryAt, itemsAt, openPdf, type PdfDocument } from '#main/report/verification/pdf-document.ts'
import {
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfNumber,
  pdfReference,
  PdfSyntaxError,
  withEntries,
  type PdfReference,
  type PdfValue,
} from '#main/report/verification/pdf-value.ts'
import { signatureFields } from '#main/report/verification/signature-fields.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { metadataWithClaim, preferencesWithTitle } from './accessibility-claim.ts'
import { buildCms } from './cms-writer.ts'
import { appendUpdate, nextObjectNumber, type UpdatedObject } from './incremental-update.ts'
import { findPage, type FoundPage } from './page-lookup.ts'
import { writeValue } from './pdf-writer.ts'
import type { SignBackend } from './sign-backend.ts'
import { blankSignature, fillByteRange, fillContents, type SigningFacts } from './signature-dictionary.ts'
import { emptyAppearance, widgetDictionary, type SignaturePlace } from './signature-widget.ts'
import { structureEntry } from './structure-entry.ts'

export type SignPdfInput = {
  readonly pdf: Uint8Array
  readonly signer: SignBackend
  readonly facts: SigningFacts
  /** The block the report draws for the signature; the field is invisible (zero size) when absent. */
  readonly widget?: SignaturePlace | undefined
  /** Adds the claim of PDF/UA-1; set it only when the same source passed the typesetter's own PDF/UA check. */
  readonly claimsPdfUa?: boolean | undefined
}

type SignRefusalCode =
  | 'certificate-not-yet-valid'
  | 'certificate-expired'
  | 'facts-invalid'
  | 'pdf-not-supported'
  | 'already-signed'
  | 'signature-too-large'
  | 'self-check-failed'

export type SignPdfResult =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly code: SignRefusalCode; readonly detail: string }

const MAX_FACT_CHARACTERS = 1000

/**
 * The signed file, or a refusal the user can act on. The input's bytes are an exact prefix of the result, which our
 * own verifier has accepted before it is returned. Rejects only when the backend itself fails.
 * Source: ISO 32000-1, 12.8; EN 319 142-1, 6.3; ISO 19005-3.
 */
export async function signPdf(input: SignPdfInput): Promise<SignPdfResult> {
  const refused = factsRefusal(input.facts) ?? certificateRefusal(input)
  if (refused !== null) return refused
  const prepared = prepare(input)
  if ('ok' in prepared) return prepared
  const { file, bodyOffset } = prepared
  const room = fillByteRange(file, bodyOffset)
  const cms = await buildCms(room.ranges, input.signer)
  if (!fillContents(file, room, cms)) {
    return refusal('signature-too-large', 'The certificate and its chain are too large for the signature.')
  }
  const verdict = verifyPdf(file, { knownCertificates: [], now: input.facts.signedAt })
  if (verdict.isIntactAndUnchanged) return { ok: true, pdf: file }
  const reasons = 'reasons' in verdict.integrity ? verdict.integrity.reasons.map((reason) => reason.sentence) : []
  return refusal('self-check-failed', `The new signature did not pass its own check. ${reasons.join(' ')}`.trim())
}

function refusal(code: SignRefusalCode, detail: string): Extract<SignPdfResult, { ok: false }> {
  return { ok: false, code, detail }
}

function factsRefusal(facts: SigningFacts): SignPdfResult | null {
  const texts = [facts.name, facts.role ?? '', facts.reason, facts.location ?? '']
  if (facts.name.trim() === '' || facts.reason.trim() === '') {
    return refusal('facts-invalid', 'A signature needs the signer’s name and a reason.')
  }
  return texts.some((text) => text.length > MAX_FACT_CHARACTERS)
    ? refusal('facts-invalid', `Name, role, reason and location may have ${MAX_FACT_CHARACTERS} characters each.`)
    : null
}

function certificateRefusal({ signer, facts }: SignPdfInput): SignPdfResult | null {
  const { notBefore, notAfter } = readCertificate(signer.certificateDer)
  if (facts.signedAt < notBefore) {
    return refusal('certificate-not-yet-valid', `The certificate is valid only from ${notBefore.toISOString()}.`)
  }
  return facts.signedAt > notAfter
    ? refusal('certificate-expired', `The certificate expired at ${notAfter.toISOString()}. Make a new signer identity.`)
    : null
}

type Prepared = { readonly file: Uint8Array; readonly bodyOffset: number }

function prepare(input: SignPdfInput): Prepared | Extract<SignPdfResult, { ok: false }> {
  try {
    const document = openPdf(input.pdf)
    if (signatureFields(document).length > 0) {
      return refusal('already-signed', 'This PDF is signed already, and its signature permits no changes.')
    }
    const page = findPage(document, input.widget?.pageIndex ?? 0)
    if (page === null) return refusal('pdf-not-supported', 'The page for the signature does not exist.')
    return prepareUpdate(document, page, input)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return refusal('pdf-not-supported', error.message)
    throw error
  }
}

function prepareUpdate(document: PdfDocument, page: FoundPage, input: SignPdfInput): Prepared {
  const { facts, widget, claimsPdfUa = false } = input
  let nextNumber = nextObjectNumber(document)
  const takeNumber = (): number => nextNumber++
  const [signatureNumber, widgetNumber] = [takeNumber(), takeNumber()]
  const appearanceNumber = widget === undefined ? null : takeNumber()
  const structure = structureEntry(document, { page: page.reference, widgetNumber, takeNumber })
  const field = widgetDictionary({
    page,
    place: widget,
    signatureNumber,
    appearanceNumber,
    structParent: structure?.structParent ?? null,
    description: widget?.description ?? `Digital signature of ${facts.name}`,
  })
  const update = appendUpdate(document, [
    { objectNumber: signatureNumber, generation: 0, body: blankSignature(facts) },
    changed(pdfReference(widgetNumber), field),
    changed(page.reference, pageWithWidget(document, page, widgetNumber)),
    changedCatalog(document, { signatureNumber, widgetNumber, claimsPdfUa }),
    ...(claimsPdfUa ? [metadataWithClaim(document)] : []),
    ...appearanceObjects(appearanceNumber, widget),
    ...(structure?.objects ?? []),
  ])
  return { file: update.bytes, bodyOffset: update.bodyOffsets.get(signatureNumber) ?? 0 }
}

function appearanceObjects(objectNumber: number | null, place: SignaturePlace | undefined): readonly UpdatedObject[] {
  return objectNumber === null || place === undefined ? [] : [{ objectNumber, generation: 0, body: emptyAppearance(place) }]
}

function changed(reference: PdfReference, value: PdfValue): UpdatedObject {
  return { objectNumber: reference.objectNumber, generation: reference.generation, body: writeValue(value) }
}

function pageWithWidget(document: PdfDocument, page: FoundPage, widgetNumber: number): PdfValue {
  const annotations = itemsAt(document, page.dictionary.entries.get('Annots'))
  return withEntries(page.dictionary, {
    Annots: pdfArray(...annotations, pdfReference(widgetNumber)),
    Tabs: pdfName('S'),
  })
}

type CatalogInput = {
  readonly signatureNumber: number
  readonly widgetNumber: number
  readonly claimsPdfUa: boolean
}

function changedCatalog(document: PdfDocument, input: CatalogInput): UpdatedObject {
  const root = document.trailer.entries.get('Root')
  if (root?.kind !== 'reference') throw new PdfSyntaxError('The file has no document catalog.')
  const catalog = catalogOf(document)
  const form = dictionaryAt(document, catalog.entries.get('AcroForm')) ?? pdfDictionary({})
  const fields = itemsAt(document, form.entries.get('Fields'))
  return changed(
    root,
    withEntries(catalog, {
      AcroForm: withEntries(form, {
        Fields: pdfArray(...fields, pdfReference(input.widgetNumber)),
        // Signatures exist, and the file must only ever be appended to.
        SigFlags: pdfNumber(3),
      }),
      Perms: pdfDictionary({ DocMDP: pdfReference(input.signatureNumber) }),
      ...(input.claimsPdfUa ? { ViewerPreferences: preferencesWithTitle(document, catalog) } : {}),
    }),
  )
}
