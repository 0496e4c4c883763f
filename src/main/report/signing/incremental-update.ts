// Appends changed and new objects to a PDF as an incremental update; the original bytes stay as they are.
import { createHash } from 'node:crypto'
import { objectNumbersOf, type PdfDocument } from '#main/report/verification/pdf-document.ts'
import {
  integerOf,
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfNumber,
  PdfSyntaxError,
  type PdfValue,
} from '#main/report/verification/pdf-value.ts'
import { writeValue } from './pdf-writer.ts'

export type UpdatedObject = {
  readonly objectNumber: number
  readonly generation: number
  /** Everything between "obj" and "endobj". */
  readonly body: string
}

export type AppendedUpdate = {
  readonly bytes: Uint8Array
  /** Where each object's body starts in `bytes`. */
  readonly bodyOffsets: ReadonlyMap<number, number>
}

type Placed = { readonly objectNumber: number; readonly generation: number; readonly offset: number }

/** The first object number the document does not use yet. */
export function nextObjectNumber(document: PdfDocument): number {
  const size = integerOf(document.trailer.entries.get('Size'))
  if (size === null) throw new PdfSyntaxError('The trailer does not say how many objects there are.')
  return Math.max(size, (objectNumbersOf(document).at(-1) ?? 0) + 1)
}

/**
 * The document's bytes followed by `objects`, a cross-reference section of the same kind as the newest one, and a
 * trailer that links back. The second /ID element is new, the first one stays.
 */
export function appendUpdate(document: PdfDocument, objects: readonly UpdatedObject[]): AppendedUpdate {
  const isStream = document.sections[0]?.isStream === true
  const parts: string[] = [document.bytes.at(-1) === 0x0a ? '' : '\n']
  let offset = document.bytes.length + (parts[0]?.length ?? 0)
  const placed: Placed[] = []
  const bodyOffsets = new Map<number, number>()
  const sorted = objects.toSorted((left, right) => left.objectNumber - right.objectNumber)
  for (const { objectNumber, generation, body } of sorted) {
    const head = `${objectNumber} ${generation} obj\n`
    const text = `${head}${body}\nendobj\n`
    placed.push({ objectNumber, generation, offset })
    bodyOffsets.set(objectNumber, offset + head.length)
    parts.push(text)
    offset += text.length
  }
  const body = parts.join('')
  const trailer = trailerEntries(document, sorted, body)
  parts.push(isStream ? xrefStream(placed, offset, trailer) : xrefTable(placed, trailer))
  parts.push(`startxref\n${offset}\n%%EOF\n`)
  return { bytes: Buffer.concat([document.bytes, Buffer.from(parts.join(''), 'latin1')]), bodyOffsets }
}

function trailerEntries(document: PdfDocument, objects: readonly UpdatedObject[], body: string): Readonly<Record<string, PdfValue>> {
  const { entries } = document.trailer
  const highest = Math.max(nextObjectNumber(document), ...objects.map(({ objectNumber }) => objectNumber + 1))
  const kept = ['Root', 'Info'].flatMap((key) => {
    const value = entries.get(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  const id = createHash('sha256').update(document.bytes).update(body).digest().subarray(0, 16)
  return {
    Size: pdfNumber(highest),
    ...Object.fromEntries(kept),
    Prev: pdfNumber(document.startXref),
    ID: fileIdentifier(document.resolve(entries.get('ID')), id),
  }
}

function fileIdentifier(current: PdfValue, fresh: Uint8Array): PdfValue {
  const renewed: PdfValue = { kind: 'string', bytes: fresh, isHex: true, start: -1, end: -1 }
  const first = current.kind === 'array' ? current.items[0] : undefined
  return pdfArray(first?.kind === 'string' ? first : renewed, renewed)
}

function xrefTable(placed: readonly Placed[], trailer: Readonly<Record<string, PdfValue>>): string {
  const sections = contiguous(placed).map((run) => {
    const lines = run.map(({ offset, generation }) => `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`)
    return `${run[0]?.objectNumber ?? 0} ${run.length}\n${lines.join('')}`
  })
  return `xref\n${sections.join('')}trailer\n${writeValue(pdfDictionary(trailer))}\n`
}

function xrefStream(placed: readonly Placed[], offset: number, trailer: Readonly<Record<string, PdfValue>>): string {
  const objectNumber = integerOf(trailer['Size']) ?? 0
  const all = [...placed, { objectNumber, generation: 0, offset }]
  const rows = Buffer.concat(
    all.map((entry) => {
      const row = Buffer.alloc(7)
      row.writeUInt8(1, 0)
      row.writeUInt32BE(entry.offset, 1)
      row.writeUInt16BE(entry.generation, 5)
      return row
    }),
  )
  const index = contiguous(all).flatMap((run) => [run[0]?.objectNumber ?? 0, run.length])
  const dictionary = pdfDictionary({
    ...trailer,
    Type: pdfName('XRef'),
    Size: pdfNumber(objectNumber + 1),
    W: pdfArray(pdfNumber(1), pdfNumber(4), pdfNumber(2)),
    Index: pdfArray(...index.map(pdfNumber)),
    Length: pdfNumber(rows.length),
  })
  return `${objectNumber} 0 obj\n${writeValue(dictionary)}\nstream\n${rows.toString('latin1')}\nendstream\nendobj\n`
}

function contiguous(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = []
  for (const entry of placed) {
    const last = runs.at(-1)
    if (last?.at(-1)?.objectNumber === entry.objectNumber - 1) last?.push(entry)
    else runs.push([entry])
  }
  return runs
}
