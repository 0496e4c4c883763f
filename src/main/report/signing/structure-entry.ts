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
  pdfText,
  PdfSyntaxError,
  withEntries,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
} from '#main/report/verification/pdf-value.ts'
import type { UpdatedObject } from './incremental-update.ts'
import { writeValue } from './pdf-writer.ts'

/** Keys in the parent tree, one for each widget, and the changed and new objects. */
export type StructureEntries = { readonly structParents: readonly number[]; readonly objects: readonly UpdatedObject[] }

/** A widget and the page that it stands on; `printedAs` describes the lines on paper of one that is signed later, null of one that is signed. */
export type PlacedWidget = { readonly page: PdfReference; readonly widgetNumber: number; readonly printedAs: string | null }

export type StructureInput = {
  readonly widgets: readonly PlacedWidget[]
  /** Hands out the next free object number. */
  readonly takeNumber: () => number
}

/** The changed and new structure objects; null when the document is not tagged. */
export function structureEntries(document: PdfDocument, { widgets, takeNumber }: StructureInput): StructureEntries | null {
  const rootReference = catalogOf(document).entries.get('StructTreeRoot')
  const root = dictionaryAt(document, rootReference)
  if (root === null) return null
  const parent = topElement(document, root)
  if (rootReference?.kind !== 'reference' || parent === null) {
    throw new PdfSyntaxError('The structure tree of the document has an unexpected shape.')
  }
  const first = nextKey(document, root)
  const elements = widgets.map((widget, index) => ({ key: first + index, reference: pdfReference(takeNumber()), widget }))
  const kids = [...kidsOf(document, parent.dictionary), ...elements.map(({ reference }) => reference)]
  const tree = extendedTree(document, root, { entries: elements, takeNumber })
  const changedRoot = withEntries(root, { ParentTree: tree.value, ParentTreeNextKey: pdfNumber(first + elements.length) })
  return {
    structParents: elements.map(({ key }) => key),
    objects: [
      updated(parent.reference, withEntries(parent.dictionary, { K: pdfArray(...kids) })),
      updated(rootReference, changedRoot),
      ...elements.map(({ reference, widget }) => updated(reference, formElement(parent.reference, widget))),
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

/**
 * The element of a widget. One that is signed later finds it by the parent tree, and it does not point back: checkers that compare
 * revisions take what the tree points to for content, and call signing there a change of it.
 */
function formElement(parent: PdfReference, { page, widgetNumber, printedAs }: PlacedWidget): PdfDictionary {
  const object = pdfDictionary({ Type: pdfName('OBJR'), Pg: page, Obj: pdfReference(widgetNumber) })
  return pdfDictionary({
    Type: pdfName('StructElem'),
    S: pdfName('Form'),
    P: parent,
    Pg: page,
    ...(printedAs === null ? { K: pdfArray(object) } : { A: printedField(printedAs) }),
  })
}

// ISO 32000-1, 14.8.5.6: a field as it stands on paper, here lines for text.
function printedField(description: string): PdfDictionary {
  return pdfDictionary({ O: pdfName('PrintField'), Role: pdfName('tv'), Desc: pdfText(description) })
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

type TreeEntry = { readonly key: number; readonly reference: PdfReference }
/** At least one entry, in the order of the keys. */
type TreeInput = Pick<StructureInput, 'takeNumber'> & { readonly entries: readonly TreeEntry[] }
type GrownTree = { readonly value: PdfDictionary; readonly objects: readonly UpdatedObject[] }
type ExtendedTree = { readonly value: PdfValue; readonly objects: readonly UpdatedObject[] }

/** The parent tree with one more entry: in the root's own list, or as one more leaf behind its other leaves. */
function extendedTree(document: PdfDocument, root: PdfDictionary, input: TreeInput): ExtendedTree {
  const stored = root.entries.get('ParentTree')
  const tree = dictionaryAt(document, stored) ?? pdfDictionary({})
  const grown = tree.entries.has('Kids') ? withLeaf(document, tree, input) : withPair(document, tree, input)
  return stored?.kind === 'reference' ? { value: stored, objects: [updated(stored, grown.value), ...grown.objects] } : grown
}

function pairsOf(entries: readonly TreeEntry[]): readonly PdfValue[] {
  return entries.flatMap(({ key, reference }) => [pdfNumber(key), reference])
}

function withPair(document: PdfDocument, tree: PdfDictionary, { entries }: TreeInput): GrownTree {
  const pairs = itemsAt(document, tree.entries.get('Nums'))
  return { value: withEntries(tree, { Nums: pdfArray(...pairs, ...pairsOf(entries)) }), objects: [] }
}

function withLeaf(document: PdfDocument, tree: PdfDictionary, { entries, takeNumber }: TreeInput): GrownTree {
  const leaf = pdfReference(takeNumber())
  const kids = itemsAt(document, tree.entries.get('Kids'))
  const content = pdfDictionary({
    Limits: pdfArray(...[entries[0], entries.at(-1)].map((entry) => pdfNumber(entry?.key ?? 0))),
    Nums: pdfArray(...pairsOf(entries)),
  })
  return { value: withEntries(tree, { Kids: pdfArray(...kids, leaf) }), objects: [updated(leaf, content)] }
}
