// Signs a PDF first: certifies it, as final or for signing in prepared fields only, in an update that keeps every original byte.
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
import { metadataWithClaim, preferencesWithTitle } from './accessibility-claim.ts'
import { certificateRefusal, factsRefusal, finishSignature, refusal, type Prepared, type SignPdfResult } from './finish-signature.ts'
import { appendUpdate, nextObjectNumber, type UpdatedObject } from './incremental-update.ts'
import { findPage, type FoundPage } from './page-lookup.ts'
import { planFields, type FieldPlan, type FurtherField } from './prepared-widgets.ts'
import { writeValue } from './pdf-writer.ts'
import type { SignBackend } from './sign-backend.ts'
import { blankSignature, type SigningFacts } from './signature-dictionary.ts'
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
  /** Places for those who sign after, in their order; none makes this signature final. */
  readonly furtherFields?: readonly FurtherField[] | undefined
}

/**
 * The signed file, or a refusal the user can act on. The input's bytes are an exact prefix of the result, which our
 * own verifier has accepted before it is returned. Rejects only when the backend itself fails.
 * Source: ISO 32000-1, 12.8; EN 319 142-1, 6.3; ISO 19005-3.
 */
export async function signPdf(input: SignPdfInput): Promise<SignPdfResult> {
  const refused = factsRefusal(input.facts) ?? certificateRefusal(input)
  if (refused !== null) return refused
  const prepared = prepare(input)
  return 'ok' in prepared ? prepared : finishSignature(prepared, input)
}

function prepare(input: SignPdfInput): Prepared | Extract<SignPdfResult, { ok: false }> {
  try {
    const document = openPdf(input.pdf)
    if (signatureFields(document).length > 0) {
      return refusal('already-signed', 'This PDF is signed already, and its signature permits no changes.')
    }
    return prepareUpdate(document, input)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return refusal('pdf-not-supported', error.message)
    throw error
  }
}

type Placed = {
  readonly plan: FieldPlan
  readonly page: FoundPage
  readonly widgetNumber: number
  readonly appearanceNumber: number | null
}

function placed(document: PdfDocument, plan: FieldPlan, takeNumber: () => number): Placed {
  const page = findPage(document, plan.place?.pageIndex ?? 0)
  if (page === null) throw new PdfSyntaxError('The page for the signature does not exist.')
  return { plan, page, widgetNumber: takeNumber(), appearanceNumber: plan.place === undefined ? null : takeNumber() }
}

function prepareUpdate(document: PdfDocument, input: SignPdfInput): Prepared {
  const { facts, widget, claimsPdfUa = false, furtherFields = [] } = input
  let nextNumber = nextObjectNumber(document)
  const takeNumber = (): number => nextNumber++
  const signatureNumber = takeNumber()
  const own = { place: widget, description: widget?.description ?? `Digital signature of ${facts.name}` }
  const fields = planFields(own, furtherFields).map((plan) => placed(document, plan, takeNumber))
  const widgets = fields.map(({ page, widgetNumber }) => ({ page: page.reference, widgetNumber }))
  const structure = structureEntry(document, { widgets, takeNumber })
  const level = furtherFields.length === 0 ? 1 : 2
  const update = appendUpdate(document, [
    { objectNumber: signatureNumber, generation: 0, body: blankSignature(facts, { kind: 'certifying', level }) },
    ...fields.flatMap((field, index) => fieldObjects(field, { signatureNumber, structParent: structure?.structParents[index] ?? null })),
    ...pagesWithWidgets(document, fields),
    changedCatalog(document, { signatureNumber, widgetNumbers: fields.map(({ widgetNumber }) => widgetNumber), claimsPdfUa }),
    ...(claimsPdfUa ? [metadataWithClaim(document)] : []),
    ...(structure?.objects ?? []),
  ])
  return { file: update.bytes, bodyOffset: update.bodyOffsets.get(signatureNumber) ?? 0 }
}

type FieldContext = { readonly signatureNumber: number; readonly structParent: number | null }

/** The widget and, for a visible one, its empty appearance. */
function fieldObjects({ plan, page, widgetNumber, appearanceNumber }: Placed, context: FieldContext): readonly UpdatedObject[] {
  const { name, place, description, isSignedNow, lock } = plan
  const { structParent } = context
  const signatureNumber = isSignedNow ? context.signatureNumber : null
  const widget = widgetDictionary({ page, place, name, signatureNumber, appearanceNumber, structParent, description, lock })
  const appearance =
    appearanceNumber === null || place === undefined
      ? []
      : [{ objectNumber: appearanceNumber, generation: 0, body: emptyAppearance(place) }]
  return [changed(pdfReference(widgetNumber), widget), ...appearance]
}

function changed(reference: PdfReference, value: PdfValue): UpdatedObject {
  return { objectNumber: reference.objectNumber, generation: reference.generation, body: writeValue(value) }
}

/** Each page that gets a widget, once. */
function pagesWithWidgets(document: PdfDocument, fields: readonly Placed[]): readonly UpdatedObject[] {
  const pages = new Map(fields.map(({ page }) => [page.reference.objectNumber, page]))
  return [...pages.values()].map((page) => {
    const own = fields.filter((field) => field.page.reference.objectNumber === page.reference.objectNumber)
    const annotations = itemsAt(document, page.dictionary.entries.get('Annots'))
    return changed(
      page.reference,
      withEntries(page.dictionary, {
        Annots: pdfArray(...annotations, ...own.map(({ widgetNumber }) => pdfReference(widgetNumber))),
        Tabs: pdfName('S'),
      }),
    )
  })
}

type CatalogInput = {
  readonly signatureNumber: number
  readonly widgetNumbers: readonly number[]
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
        Fields: pdfArray(...fields, ...input.widgetNumbers.map(pdfReference)),
        // Signatures exist, and the file must only ever be appended to.
        SigFlags: pdfNumber(3),
      }),
      Perms: pdfDictionary({ DocMDP: pdfReference(input.signatureNumber) }),
      ...(input.claimsPdfUa ? { ViewerPreferences: preferencesWithTitle(document, catalog) } : {}),
    }),
  )
}
