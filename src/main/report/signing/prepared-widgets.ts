// Makes the empty signature fields for those who sign after the first signer.
import { pdfArray, pdfDictionary, pdfName, pdfNumber, pdfText, type PdfDictionary } from '#main/report/verification/pdf-value.ts'
import type { FoundPage } from './page-lookup.ts'
import { widgetDictionary } from './signature-widget.ts'

/** A place for somebody who signs later. */
export type FurtherField = {
  /** Read out by screen readers, such as "Signature of the reviewer". */
  readonly description: string
}

export function nameOfField(index: number): string {
  return `Signature${index + 1}`
}

/**
 * The fields in the order in which they are to be signed; signing in the last one closes the document. They have zero
 * size and stand in no structure element: an object that the structure refers to must not change after the first
 * signature, as other checkers see it, and what a later signer states cannot be printed beforehand.
 */
export function preparedWidgets(page: FoundPage, further: readonly FurtherField[]): readonly PdfDictionary[] {
  return further.map(({ description }, index) =>
    widgetDictionary({
      page,
      place: undefined,
      name: nameOfField(index + 1),
      signatureNumber: null,
      lock: lockOf(index + 1, index + 1 === further.length),
      appearanceNumber: null,
      structParent: null,
      description,
    }),
  )
}

// Each further signature fixes the fields up to its own; the last one permits nothing any more (ISO 32000-2, 12.7.5.5).
function lockOf(index: number, isLast: boolean): PdfDictionary {
  if (isLast) return pdfDictionary({ Type: pdfName('SigFieldLock'), Action: pdfName('All'), P: pdfNumber(1) })
  const names = Array.from({ length: index + 1 }, (_, at) => pdfText(nameOfField(at)))
  return pdfDictionary({ Type: pdfName('SigFieldLock'), Action: pdfName('Include'), Fields: pdfArray(...names) })
}
