// Finds the places for signatures that a file was prepared with and that nobody has signed in yet.
import { catalogOf, dictionaryAt, itemsAt, type PdfDocument } from './pdf-document.ts'
import { nameOf, textOf, type PdfDictionary } from './pdf-value.ts'

export type PreparedField = {
  readonly fieldName: string
  readonly objectNumber: number
  readonly generation: number
  readonly dictionary: PdfDictionary
  /** The field's /Lock, which the signature must repeat; null when it has none. */
  readonly lock: PdfDictionary | null
}

const MAX_FIELDS = 64

/** Empty signature fields that stand in the form by themselves, in field order; throws PdfSyntaxError on malformed objects. */
export function preparedFields(document: PdfDocument): readonly PreparedField[] {
  const form = dictionaryAt(document, catalogOf(document).entries.get('AcroForm'))
  return itemsAt(document, form?.entries.get('Fields'))
    .slice(0, MAX_FIELDS)
    .flatMap((reference) => {
      const dictionary = reference.kind === 'reference' ? dictionaryAt(document, reference) : null
      if (reference.kind !== 'reference' || dictionary === null) return []
      const { entries } = dictionary
      const isPlain = nameOf(entries.get('FT')) === 'Sig' && !entries.has('V') && !entries.has('Kids') && !entries.has('Parent')
      const { objectNumber, generation } = reference
      const fieldName = textOf(document.resolve(entries.get('T'))) ?? ''
      return isPlain ? [{ fieldName, objectNumber, generation, dictionary, lock: dictionaryAt(document, entries.get('Lock')) }] : []
    })
}

/** Whether signing in the field closes the whole document. */
export function locksEverything({ lock }: PreparedField): boolean {
  return nameOf(lock?.entries.get('Action')) === 'All'
}
