// Finds one page of a PDF by its index, with the box that other pages may have handed down to it.
import { catalogOf, dictionaryAt, itemsAt, type PdfDocument } from '#main/report/verification/pdf-document.ts'
import type { PdfDictionary, PdfReference, PdfValue } from '#main/report/verification/pdf-value.ts'

export type FoundPage = {
  readonly reference: PdfReference
  readonly dictionary: PdfDictionary
  /** Left, bottom, right, top in points. */
  readonly mediaBox: readonly [number, number, number, number]
}

const MAX_DEPTH = 32
const A4_BOX = [0, 0, 595.2756, 841.8898] as const

type Walk = { readonly document: PdfDocument; pagesLeft: number }

/** The page at the zero-based `index`, or null when the document has fewer pages. */
export function findPage(document: PdfDocument, index: number): FoundPage | null {
  const root = catalogOf(document).entries.get('Pages')
  return visit({ document, pagesLeft: index }, root, { box: undefined, depthLeft: MAX_DEPTH })
}

type Inherited = { readonly box: PdfValue | undefined; readonly depthLeft: number }

function visit(walk: Walk, value: PdfValue | undefined, inherited: Inherited): FoundPage | null {
  const node = dictionaryAt(walk.document, value)
  if (node === null || inherited.depthLeft === 0) return null
  const box = node.entries.get('MediaBox') ?? inherited.box
  if (node.entries.has('Kids')) {
    for (const kid of itemsAt(walk.document, node.entries.get('Kids'))) {
      const found = visit(walk, kid, { box, depthLeft: inherited.depthLeft - 1 })
      if (found !== null) return found
    }
    return null
  }
  walk.pagesLeft -= 1
  if (walk.pagesLeft >= 0 || value?.kind !== 'reference') return null
  return { reference: value, dictionary: node, mediaBox: boxOf(walk.document, box) }
}

function boxOf(document: PdfDocument, value: PdfValue | undefined): FoundPage['mediaBox'] {
  const numbers = itemsAt(document, value).map((item) => document.resolve(item))
  const [left, bottom, right, top] = numbers.map((item) => (item.kind === 'number' ? item.value : undefined))
  return left !== undefined && bottom !== undefined && right !== undefined && top !== undefined ? [left, bottom, right, top] : A4_BOX
}
