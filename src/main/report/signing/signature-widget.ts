// Builds the signature field: one widget that is either of zero size or lies over the block the report draws itself.
import {
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfNumber,
  pdfReference,
  pdfText,
  type PdfDictionary,
  type PdfValue,
} from '#main/report/verification/pdf-value.ts'
import { rounded } from '#main/report/verification/drawn-block.ts'
import type { FoundPage } from './page-lookup.ts'

/** Where the visible block lies: points from the page's top left corner, as the typesetter counts. */
export type SignaturePlace = {
  /** Zero-based. */
  readonly pageIndex: number
  readonly leftPt: number
  readonly topPt: number
  readonly widthPt: number
  readonly heightPt: number
  /** Read out by screen readers; a sentence with the signer's name when absent. */
  readonly description?: string | undefined
}

export type WidgetInput = {
  readonly page: FoundPage
  readonly place: SignaturePlace | undefined
  /** The field's own name. */
  readonly name: string
  /** Null for a place that is prepared for somebody else. */
  readonly signatureNumber: number | null
  /** What signing in the field closes; null for nothing. */
  readonly lock: PdfDictionary | null
  /** Null for a field of zero size, which needs none. */
  readonly appearanceNumber: number | null
  /** Key in the structure's parent tree; null in an untagged document, and for a field of zero size that nothing reads out. */
  readonly structParent: number | null
  readonly description: string
}

const PRINT_AND_LOCKED = 4 + 128

/** The merged field and widget dictionary. */
export function widgetDictionary(input: WidgetInput): PdfDictionary {
  const { page, place, structParent, appearanceNumber } = input
  const appearance: Readonly<Record<string, PdfValue>> =
    appearanceNumber === null ? {} : { AP: pdfDictionary({ N: pdfReference(appearanceNumber) }) }
  const structure: Readonly<Record<string, PdfValue>> = structParent === null ? {} : { StructParent: pdfNumber(structParent) }
  return pdfDictionary({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    FT: pdfName('Sig'),
    T: pdfText(input.name),
    TU: pdfText(input.description),
    F: pdfNumber(PRINT_AND_LOCKED),
    Rect: rectangle(page, place),
    P: page.reference,
    ...(input.signatureNumber === null ? {} : { V: pdfReference(input.signatureNumber) }),
    ...(input.lock === null ? {} : { Lock: input.lock }),
    ...appearance,
    ...structure,
  })
}

function rectangle(page: FoundPage, place: SignaturePlace | undefined): PdfValue {
  if (place === undefined) return pdfArray(pdfNumber(0), pdfNumber(0), pdfNumber(0), pdfNumber(0))
  const [left, , , top] = page.mediaBox
  const [x, y] = [left + place.leftPt, top - place.topPt - place.heightPt]
  return pdfArray(...[x, y, x + place.widthPt, y + place.heightPt].map(points))
}

function points(value: number): PdfValue {
  return pdfNumber(rounded(value))
}

/** An appearance that draws nothing: the text under it is the report's own, or its signer's to come, in the font that is kept for it. */
export function emptyAppearance(place: SignaturePlace, fontNumber: number | null): string {
  const box = [0, 0, place.widthPt, place.heightPt].map(rounded).join(' ')
  const resources = fontNumber === null ? '<< >>' : `<< /Font << /F1 ${fontNumber} 0 R >> >>`
  return `<< /Type /XObject /Subtype /Form /BBox [${box}] /Resources ${resources} /Length 0 >>\nstream\n\nendstream`
}
