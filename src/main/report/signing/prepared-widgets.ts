// Lays out the signature fields of a report: the first signer's, and empty ones for those who sign after.
import { pdfArray, pdfDictionary, pdfName, pdfNumber, pdfText, type PdfDictionary } from '#main/report/verification/pdf-value.ts'
import type { SignaturePlace } from './signature-widget.ts'

/** A place for somebody who signs later. */
export type FurtherField = {
  readonly place?: SignaturePlace | undefined
  /** Read out by screen readers, such as "Signature of the reviewer". */
  readonly description: string
}

export type FieldPlan = {
  readonly name: string
  readonly place: SignaturePlace | undefined
  readonly description: string
  readonly isSignedNow: boolean
  readonly lock: PdfDictionary | null
}

const nameOfField = (index: number) => `Signature${index + 1}`

/** All fields in the order in which they are to be signed. Signing in the last one closes the document. */
export function planFields(first: FurtherField, further: readonly FurtherField[]): readonly FieldPlan[] {
  return [first, ...further].map(({ place, description }, index) => ({
    name: nameOfField(index),
    place,
    description,
    isSignedNow: index === 0,
    lock: index === 0 ? null : lockOf(index, index === further.length),
  }))
}

// Each further signature fixes the fields up to its own; the last one permits nothing any more (ISO 32000-2, 12.7.5.5).
function lockOf(index: number, isLast: boolean): PdfDictionary {
  if (isLast) return pdfDictionary({ Type: pdfName('SigFieldLock'), Action: pdfName('All'), P: pdfNumber(1) })
  const names = Array.from({ length: index + 1 }, (_, at) => pdfText(nameOfField(at)))
  return pdfDictionary({ Type: pdfName('SigFieldLock'), Action: pdfName('Include'), Fields: pdfArray(...names) })
}
