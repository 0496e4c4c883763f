// Finds the revisions a PDF file holds: the current one and every earlier ending that can still be read.
import { newReading, openPdf, type PdfDocument, type Reading } from './pdf-document.ts'
import { PdfSyntaxError } from './pdf-value.ts'

const MARK = '%%EOF'
const MAX_ENDINGS = 64

export type Revisions = {
  /** The revision readers would show; null when the file's own ending is damaged. */
  readonly current: PdfDocument | null
  /** Every readable revision, newest first, the current one included. */
  readonly readable: readonly PdfDocument[]
  /** Why the current revision could not be read. */
  readonly damage: PdfSyntaxError | null
}

/** All readable revisions; those that are damaged, encrypted or built in a way that is not read here are none. */
export function findRevisions(file: Uint8Array): Revisions {
  const reading = newReading()
  const tryOpen = (end: number): Opened => opened(file, end, reading)
  const atEnd = tryOpen(file.length)
  const earlier = endingsOf(file)
    .filter((end) => end !== file.length)
    .map(tryOpen)
  const readable = [atEnd, ...earlier].flatMap((result) => (result.document === null ? [] : [result.document]))
  return { current: atEnd.document, readable, damage: atEnd.damage }
}

type Opened = { readonly document: PdfDocument | null; readonly damage: PdfSyntaxError | null }

function opened(file: Uint8Array, end: number, reading: Reading): Opened {
  try {
    return { document: openPdf(file, end, reading), damage: null }
  } catch (error) {
    if (error instanceof PdfSyntaxError) return { document: null, damage: error }
    throw error
  }
}

/** The offsets behind the end-of-file marks, last first; the line end after a mark belongs to its revision. */
function endingsOf(file: Uint8Array): readonly number[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const ends: number[] = []
  for (let at = bytes.indexOf(MARK); at !== -1; at = bytes.indexOf(MARK, at + MARK.length)) {
    ends.push(behindLineEnd(bytes, at + MARK.length))
  }
  return ends.slice(-MAX_ENDINGS).toReversed()
}

function behindLineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1
  return bytes[at] === 0x0a ? at + 1 : at
}
