// Says whether a signed file is what signing these pages with these facts gives, whatever the value of its signature.
import { coveredBytes } from '#main/report/verification/byte-range.ts'
import { byteRangeOfFirst } from '#main/report/verification/first-signature.ts'
import { openPdf } from '#main/report/verification/pdf-document.ts'
import { PdfSyntaxError } from '#main/report/verification/pdf-value.ts'
import { signatureFields } from '#main/report/verification/signature-fields.ts'
import { blankForm, type SignPdfInput } from './sign-pdf.ts'
import { fillByteRange } from './signature-dictionary.ts'

/**
 * Whether the first signed revision of `file` has, outside the value of its signature, exactly the bytes that signing `unsigned` gives.
 * False for anything that cannot be read.
 */
export function isSignedForm(file: Uint8Array, unsigned: Omit<SignPdfInput, 'signer'>): boolean {
  try {
    return isSame(file, unsigned)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return false
    throw error
  }
}

function isSame(file: Uint8Array, unsigned: Omit<SignPdfInput, 'signer'>): boolean {
  const end = byteRangeOfFirst(file)
  if (end === null) return false
  const signed = file.subarray(0, end)
  const blank = blankForm(unsigned)
  if ('ok' in blank || blank.file.length !== signed.length) return false
  const room = fillByteRange(blank.file, blank.bodyOffset)
  const isCovered = signatureFields(openPdf(signed)).some(
    (field) => !('code' in coveredBytes(signed, field)) && field.contents?.start === room.start,
  )
  return (
    isCovered &&
    Buffer.compare(signed.subarray(0, room.start), blank.file.subarray(0, room.start)) === 0 &&
    Buffer.compare(signed.subarray(room.end), blank.file.subarray(room.end)) === 0
  )
}
