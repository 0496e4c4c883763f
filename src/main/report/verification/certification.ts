// Reads which changes a certifying signature permits (DocMDP).
import { catalogOf, dictionaryAt, itemsAt, type PdfDocument } from './pdf-document.ts'
import { integerOf, nameOf, type PdfDictionary } from './pdf-value.ts'
import type { SignatureField } from './signature-fields.ts'
import type { CertificationLevel, VerdictReason } from './verdict.ts'

export type Certification = { readonly level: CertificationLevel; readonly problem: VerdictReason | null }

const LEVELS: ReadonlyMap<number, CertificationLevel> = new Map([
  [1, 'no-changes'],
  [2, 'form-filling'],
  [3, 'annotations'],
] as const)

/**
 * The level at which `field` certifies `revision`: its transform parameters and the catalog's /Perms must agree.
 * Source: ISO 32000-1, 12.8.2.2 and 12.8.4.
 */
export function readCertification(revision: PdfDocument, field: SignatureField): Certification {
  const permissions = dictionaryAt(revision, catalogOf(revision).entries.get('Perms'))
  const target = permissions?.entries.get('DocMDP')
  const isNamed = target?.kind === 'reference' && target.objectNumber === field.objectNumber
  const references = itemsAt(revision, field.dictionary.entries.get('Reference'))
  const transform = references
    .map((reference) => dictionaryAt(revision, reference))
    .find((reference) => nameOf(reference?.entries.get('TransformMethod')) === 'DocMDP')
  if (transform === undefined || transform === null) {
    return isNamed ? invalid('The file names this signature as certifying, but the signature does not.') : notCertified
  }
  if (!isNamed) return invalid('The signature certifies the file, but the file does not name it as certifying.')
  const level = LEVELS.get(permittedChanges(revision, transform))
  return level === undefined ? invalid('The certification level is not one that exists.') : { level, problem: null }
}

const notCertified: Certification = { level: 'not-certified', problem: null }

function invalid(sentence: string): Certification {
  return { level: 'not-certified', problem: { code: 'certification-invalid', sentence } }
}

function permittedChanges(revision: PdfDocument, transform: PdfDictionary): number {
  const parameters = dictionaryAt(revision, transform.entries.get('TransformParams'))
  return integerOf(parameters?.entries.get('P')) ?? 2
}
