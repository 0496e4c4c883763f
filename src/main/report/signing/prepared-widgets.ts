// Makes the empty signature fields for those who sign after the first signer.
import { pdfArray, pdfDictionary, pdfName, pdfNumber, pdfText, type PdfDictionary } from '#main/report/verification/pdf-value.ts'
import type { FoundPage } from './page-lookup.ts'
import { widgetDictionary, type SignaturePlace } from './signature-widget.ts'

/** A place for somebody who signs later. */
export type FurtherField = {
  /** Read out by screen readers, such as "Signature of the reviewer". */
  readonly description: string
  /** Where what they state will stand; nowhere when absent. */
  readonly place?: SignaturePlace | undefined
}

/** What a field was given in the file: its page and, when it has a place on it, its empty appearance and its key in the structure. */
export type FieldSetting = {
  readonly page: FoundPage
  readonly appearanceNumber: number | null
  readonly structParent: number | null
}

export function nameOfField(index: number): string {
  return `Signature${index + 1}`
}

/**
 * The fields in the order in which they are to be signed; signing in the last one closes the document. What their signers state cannot
 * be printed beforehand: a field with a place has an empty appearance, whose place the signer's own takes.
 */
export function preparedWidgets(further: readonly FurtherField[], settings: readonly FieldSetting[]): readonly PdfDictionary[] {
  return settings.map(({ page, appearanceNumber, structParent }, index) =>
    widgetDictionary({
      page,
      place: further[index]?.place,
      name: nameOfField(index + 1),
      signatureNumber: null,
      lock: lockOf(index + 1, index + 1 === further.length),
      appearanceNumber,
      structParent,
      description: further[index]?.description ?? '',
    }),
  )
}

// Each further signature fixes the fields up to its own; the last one permits nothing any more (ISO 32000-2, 12.7.5.5).
function lockOf(index: number, isLast: boolean): PdfDictionary {
  if (isLast) return pdfDictionary({ Type: pdfName('SigFieldLock'), Action: pdfName('All'), P: pdfNumber(1) })
  const names = Array.from({ length: index + 1 }, (_, at) => pdfText(nameOfField(at)))
  return pdfDictionary({ Type: pdfName('SigFieldLock'), Action: pdfName('Include'), Fields: pdfArray(...names) })
}
