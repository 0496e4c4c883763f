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
import { blockFontObjects } from './block-font.ts'
import { metadataWithClaim, preferencesWithTitle } from './accessibility-claim.ts'
import { certificateRefusal, factsRefusal, finishSignature, refusal, type Prepared, type SignPdfResult } from './finish-signature.ts'
import { appendUpdate, nextObjectNumber, type UpdatedObject } from './incremental-update.ts'
import { findPage, type FoundPage } from './page-lookup.ts'
import { nameOfField, preparedWidgets, type FurtherField } from './prepared-widgets.ts'
import { writeValue } from './pdf-writer.ts'
import type { SignBackend } from './sign-backend.ts'
import { blankSignature, type SigningFacts } from './signature-dictionary.ts'
import { emptyAppearance, widgetDictionary, type SignaturePlace } from './signature-widget.ts'
import { structureEntries, type PlacedWidget } from './structure-entry.ts'

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
  /** A fixed-width TrueType font for what they state; needed when one of them has a place. */
  readonly furtherFont?: Uint8Array | undefined
}

type Unsigned = Omit<SignPdfInput, 'signer'>

/**
 * The signed file, or a refusal the user can act on. The input's bytes are an exact prefix of the result, which our
 * own verifier has accepted before it is returned. Rejects only when the backend itself fails.
 * Source: ISO 32000-1, 12.8; EN 319 142-1, 6.3; ISO 19005-3.
 */
export async function signPdf(input: SignPdfInput): Promise<SignPdfResult> {
  const refused = factsRefusal(input.facts) ?? certificateRefusal(input)
  if (refused !== null) return refused
  const prepared = blankForm(input)
  return 'ok' in prepared ? prepared : finishSignature(prepared, input)
}

/** The file with everything but the value of its signature, or a refusal. The same for the same input, whoever signs. */
export function blankForm(input: Unsigned): Prepared | Extract<SignPdfResult, { ok: false }> {
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

/** What the places for others add: their fields, empty appearances and the font for them. */
type Further = {
  readonly widgets: readonly PlacedWidget[]
  /** Those that stand on a page, which the structure names. */
  readonly visible: readonly PlacedWidget[]
  readonly objectsWith: (structParents: readonly number[]) => readonly UpdatedObject[]
}

function prepareFurther(document: PdfDocument, input: Unsigned, takeNumber: () => number): Further {
  const { furtherFields = [], furtherFont } = input
  const isPlaced = furtherFields.some(({ place }) => place !== undefined)
  if (isPlaced && furtherFont === undefined) throw new PdfSyntaxError('There is no font for the signers to come.')
  const font = isPlaced && furtherFont !== undefined ? blockFontObjects(furtherFont, takeNumber) : null
  const fields = furtherFields.map(({ place, description }) => ({
    description,
    page: pageAt(document, place ?? input.widget),
    place,
    widgetNumber: takeNumber(),
    appearanceNumber: place === undefined ? null : takeNumber(),
  }))
  const placed = (field: (typeof fields)[number]) => ({
    page: field.page.reference,
    widgetNumber: field.widgetNumber,
    printedAs: field.description,
  })
  const visible = fields.filter(({ place }) => place !== undefined)
  return {
    widgets: fields.map(placed),
    visible: visible.map(placed),
    objectsWith: (structParents) => {
      const settings = fields.map((field) => ({ ...field, structParent: structParents[visible.indexOf(field)] ?? null }))
      const widgets = preparedWidgets(furtherFields, settings)
      return [
        ...(font?.objects ?? []),
        ...fields.flatMap(({ widgetNumber, appearanceNumber, place }, index) => [
          changed(pdfReference(widgetNumber), widgets[index] ?? pdfDictionary({})),
          ...appearanceObjects(appearanceNumber, place, font?.fontNumber ?? null),
        ]),
      ]
    },
  }
}

function pageAt(document: PdfDocument, place: SignaturePlace | undefined): FoundPage {
  const page = findPage(document, place?.pageIndex ?? 0)
  if (page === null) throw new PdfSyntaxError('The page for the signature does not exist.')
  return page
}

function prepareUpdate(document: PdfDocument, input: Unsigned): Prepared {
  const { facts, widget, claimsPdfUa = false, furtherFields = [] } = input
  const page = pageAt(document, widget)
  let nextNumber = nextObjectNumber(document)
  const takeNumber = (): number => nextNumber++
  const [signatureNumber, widgetNumber] = [takeNumber(), takeNumber()]
  const appearanceNumber = widget === undefined ? null : takeNumber()
  const further = prepareFurther(document, input, takeNumber)
  const first = { page: page.reference, widgetNumber, printedAs: null }
  const structure = structureEntries(document, { widgets: [first, ...further.visible], takeNumber })
  const [structParent = null, ...furtherParents] = structure?.structParents ?? []
  const own = widgetDictionary({
    page,
    place: widget,
    name: nameOfField(0),
    signatureNumber,
    lock: null,
    appearanceNumber,
    structParent,
    description: widget?.description ?? `Digital signature of ${facts.name}`,
  })
  const widgets = [first, ...further.widgets]
  const level = furtherFields.length === 0 ? 1 : 2
  const update = appendUpdate(document, [
    { objectNumber: signatureNumber, generation: 0, body: blankSignature(facts, { kind: 'certifying', level }) },
    changed(pdfReference(widgetNumber), own),
    ...further.objectsWith(furtherParents),
    ...pagesWithWidgets(document, widgets, [page, ...furtherFields.map(({ place }) => pageAt(document, place ?? widget))]),
    changedCatalog(document, { signatureNumber, fieldNumbers: widgets.map((one) => one.widgetNumber), claimsPdfUa }),
    ...(claimsPdfUa ? [metadataWithClaim(document)] : []),
    ...appearanceObjects(appearanceNumber, widget, null),
    ...(structure?.objects ?? []),
  ])
  return { file: update.bytes, bodyOffset: update.bodyOffsets.get(signatureNumber) ?? 0 }
}

function appearanceObjects(
  objectNumber: number | null,
  place: SignaturePlace | undefined,
  fontNumber: number | null,
): readonly UpdatedObject[] {
  return objectNumber === null || place === undefined ? [] : [{ objectNumber, generation: 0, body: emptyAppearance(place, fontNumber) }]
}

function changed(reference: PdfReference, value: PdfValue): UpdatedObject {
  return { objectNumber: reference.objectNumber, generation: reference.generation, body: writeValue(value) }
}

/** Each page once, with the widgets that stand on it; `pages` are those of the widgets, in their order. */
function pagesWithWidgets(document: PdfDocument, widgets: readonly PlacedWidget[], pages: readonly FoundPage[]): readonly UpdatedObject[] {
  const byNumber = new Map(pages.map((page) => [page.reference.objectNumber, page]))
  return [...byNumber].map(([objectNumber, page]) => {
    const own = widgets.filter((widget) => widget.page.objectNumber === objectNumber)
    const annotations = itemsAt(document, page.dictionary.entries.get('Annots'))
    const entries = { Annots: pdfArray(...annotations, ...own.map(({ widgetNumber }) => pdfReference(widgetNumber))), Tabs: pdfName('S') }
    return changed(page.reference, withEntries(page.dictionary, entries))
  })
}

type CatalogInput = {
  readonly signatureNumber: number
  readonly fieldNumbers: readonly number[]
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
        Fields: pdfArray(...fields, ...input.fieldNumbers.map(pdfReference)),
        // Signatures exist, and the file must only ever be appended to.
        SigFlags: pdfNumber(3),
      }),
      Perms: pdfDictionary({ DocMDP: pdfReference(input.signatureNumber) }),
      ...(input.claimsPdfUa ? { ViewerPreferences: preferencesWithTitle(document, catalog) } : {}),
    }),
  )
}
