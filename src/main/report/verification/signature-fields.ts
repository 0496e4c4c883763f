// Finds the signatures a PDF revision refers to, through its form fields.
import { catalogOf, dictionaryAt, itemsAt, type PdfDocument } from './pdf-document.ts'
import { nameOf, textOf, type PdfDictionary, type PdfString, type PdfValue } from './pdf-value.ts'

export type SignatureField = {
  readonly fieldName: string
  /** Number of the object that holds the signature dictionary; null when it is not an object of its own. */
  readonly objectNumber: number | null
  readonly dictionary: PdfDictionary
  /** The /Contents token, when it is a hex string that lies in the file itself. */
  readonly contents: PdfString | null
}

const MAX_DEPTH = 16
const MAX_FIELDS = 10_000

type Inherited = { readonly type: string | null; readonly name: string; readonly depthLeft: number }
type Walk = { readonly document: PdfDocument; readonly found: SignatureField[]; fieldsLeft: number }

/** Every signature field with a value, in field order; throws PdfSyntaxError on malformed objects. */
export function signatureFields(document: PdfDocument): readonly SignatureField[] {
  const form = dictionaryAt(document, catalogOf(document).entries.get('AcroForm'))
  const walk: Walk = { document, found: [], fieldsLeft: MAX_FIELDS }
  for (const field of itemsAt(document, form?.entries.get('Fields'))) {
    visit(walk, field, { type: null, name: '', depthLeft: MAX_DEPTH })
  }
  return walk.found
}

function visit(walk: Walk, value: PdfValue, inherited: Inherited): void {
  walk.fieldsLeft -= 1
  const field = dictionaryAt(walk.document, value)
  if (field === null || inherited.depthLeft === 0 || walk.fieldsLeft < 0) return
  const type = nameOf(field.entries.get('FT')) ?? inherited.type
  const own = textOf(walk.document.resolve(field.entries.get('T')))
  const name = [inherited.name, own].filter((part) => part !== null && part !== '').join('.')
  const signature = type === 'Sig' ? field.entries.get('V') : undefined
  if (signature !== undefined) addSignature(walk, name, signature)
  for (const kid of itemsAt(walk.document, field.entries.get('Kids'))) {
    visit(walk, kid, { type, name, depthLeft: inherited.depthLeft - 1 })
  }
}

function addSignature(walk: Walk, fieldName: string, value: PdfValue): void {
  const dictionary = dictionaryAt(walk.document, value)
  if (dictionary === null) return
  const contents = dictionary.entries.get('Contents')
  const isInFile = contents?.kind === 'string' && contents.isHex && contents.start >= 0
  walk.found.push({
    fieldName,
    objectNumber: value.kind === 'reference' ? value.objectNumber : null,
    dictionary,
    contents: isInFile ? contents : null,
  })
}
