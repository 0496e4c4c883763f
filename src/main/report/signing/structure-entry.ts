// Puts the signature widget into the document's structure tree, so that the tagged PDF stays fully tagged.
import { catalogOf, dictionaryAt, itemsAt, type PdfDocument } from '#main/report/verification/pdf-document.ts'
import {
  integerOf,
  nameOf,
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfNumber,
  pdfReference,
  PdfSyntaxError,
  withEntries,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from '#main/report/verification/pdf-value.ts'
import type { UpdatedObject } from './incremental-update.ts'
import { writeValue } from './pdf-writer.ts'

export type StructureEntry = { readonly structParent: number; readonly objects: readonly UpdatedObject[] }

export type StructureInput = {
  readonly page: PdfReference
  readonly widgetNumber: number
  /** Hands out the next free object number. */
  readonly takeNumber: () => number
}

/** The changed and new structure objects; null when the document is not tagged. */
export function structureEntry(document: PdfDocument, input: StructureInput): StructureEntry | null {
  const rootReference = catalogOf(document).entries.get('StructTreeRoot')
  const root = dictionaryAt(document, rootReference)
  if (root === null) return null
  const parent = topElement(document, root)
  if (rootReference?.kind !== 'reference' || parent === null) {
    throw new PdfSyntaxError('The structure tree of the document has an unexpected shape.')
  }
  const key = nextKey(document, root)
  const element = pdfReference(input.takeNumber())
  const kids = [...kidsOf(document, parent.dictionary), element]
  const tree = extendedTree(document, root, { key, element, takeNumber: input.takeNumber })
  const changedRoot = withEntries(root, { ParentTree: tree.value, ParentTreeNextKey: pdfNumber(key + 1) })
  return {
    structParent: key,
    objects: [
      updated(parent.reference, withEntries(parent.dictionary, { K: pdfArray(...kids) })),
      updated(rootReference, changedRoot),
      updated(element, formElement(parent.reference, input)),
      ...tree.objects,
    ],
  }
}

function updated(reference: PdfReference, value: PdfValue): UpdatedObject {
  return { objectNumber: reference.objectNumber, generation: reference.generation, body: writeValue(value) }
}

type Element = { readonly reference: PdfReference; readonly dictionary: PdfDictionary }

/** The element that stands for the whole document. */
function topElement(document: PdfDocument, root: PdfDictionary): Element | null {
  const kids = kidsOf(document, root)
  const elements = kids.flatMap((kid) => {
    const dictionary = dictionaryAt(document, kid)
    return kid.kind === 'reference' && dictionary !== null ? [{ reference: kid, dictionary }] : []
  })
  return elements.find(({ dictionary }) => nameOf(dictionary.entries.get('S')) === 'Document') ?? elements[0] ?? null
}

function kidsOf(document: PdfDocument, element: PdfDictionary): readonly PdfValue[] {
  const kids = element.entries.get('K')
  if (kids === undefined) return []
  return document.resolve(kids).kind === 'array' ? itemsAt(document, kids) : [kids]
}

function formElement(parent: PdfReference, { page, widgetNumber }: StructureInput): PdfDictionary {
  const object = pdfDictionary({ Type: pdfName('OBJR'), Pg: page, Obj: pdfReference(widgetNumber) })
  return pdfDictionary({
    Type: pdfName('StructElem'),
    S: pdfName('Form'),
    P: parent,
    Pg: page,
    K: pdfArray(object),
  })
}

function nextKey(document: PdfDocument, root: PdfDictionary): number {
  const stated = integerOf(document.resolve(root.entries.get('ParentTreeNextKey')))
  const used = keysIn(document, root.entries.get('ParentTree'), 16)
  return Math.max(stated ?? 0, ...used.slice(-1).map((key) => key + 1))
}

/** The keys of a number tree, in order. */
function keysIn(document: PdfDocument, node: PdfValue | undefined, depthLeft: number): readonly number[] {
  const tree = dictionaryAt(document, node)
  if (tree === null || depthLeft === 0) return []
  const pairs = itemsAt(document, tree.entries.get('Nums'))
  const own = pairs.flatMap((item, index) => (index % 2 === 0 ? [integerOf(item) ?? 0] : []))
  const kids = itemsAt(document, tree.entries.get('Kids'))
  return [...own, ...kids.flatMap((kid) => keysIn(document, kid, depthLeft - 1))]
}

type TreeInput = Pick<StructureInput, 'takeNumber'> & { readonly key: number; readonly element: PdfReference }
type GrownTree = { readonly value: PdfDictionary; readonly objects: readonly UpdatedObject[] }
type ExtendedTree = { readonly value: PdfValue; readonly objects: readonly UpdatedObject[] }

/** The parent tree with one more entry: in the root's own list, or as one more leaf behind its other leaves. */
function extendedTree(document: PdfDocument, root: PdfDictionary, input: TreeInput): ExtendedTree {
  const stored = root.entries.get('ParentTree')
  const tree = dictionaryAt(document, stored) ?? pdfDictionary({})
  const grown = tree.entries.has('Kids') ? withLeaf(document, tree, input) : withPair(document, tree, input)
  return stored?.kind === 'reference' ? { value: stored, objects: [updated(stored, grown.value), ...grown.objects] } : grown
}

function withPair(document: PdfDocument, tree: PdfDictionary, { key, element }: TreeInput): GrownTree {
  const pairs = itemsAt(document, tree.entries.get('Nums'))
  return { value: withEntries(tree, { Nums: pdfArray(...pairs, pdfNumber(key), element) }), objects: [] }
}

function withLeaf(document: PdfDocument, tree: PdfDictionary, { key, element, takeNumber }: TreeInput): GrownTree {
  const leaf = pdfReference(takeNumber())
  const kids = itemsAt(document, tree.entries.get('Kids'))
  const content = pdfDictionary({
    Limits: pdfArray(pdfNumber(key), pdfNumber(key)),
    Nums: pdfArray(pdfNumber(key), element),
  })
  return { value: withEntries(tree, { Kids: pdfArray(...kids, leaf) }), objects: [updated(leaf, content)] }
}
