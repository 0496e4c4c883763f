// Adds the claim of PDF/UA-1 to a PDF/A-3 file's metadata, which the typesetter cannot write beside PDF/A.
import { catalogOf, dictionaryAt, streamAt, type PdfDocument } from '#main/report/verification/pdf-document.ts'
import { decodeStream } from '#main/report/verification/pdf-filters.ts'
import { pdfDictionary, PdfSyntaxError, withEntries, type PdfDictionary, type PdfValue } from '#main/report/verification/pdf-value.ts'
import type { UpdatedObject } from './incremental-update.ts'

const MAX_METADATA_BYTES = 4 * 1024 * 1024
const SCHEMAS_END = '</rdf:Bag></pdfaExtension:schemas>'
const RDF_END = '</rdf:RDF>'

// PDF/A demands that a schema it does not know is described; ISO 14289-1, clause 5 names the property.
const SCHEMA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li>' +
  '</rdf:Seq></pdfaSchema:property></rdf:li>'
const CLAIM =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'

/**
 * The metadata stream with the claim added. The caller must know that the document meets PDF/UA-1: the typesetter's
 * own check of the same source says so. Throws PdfSyntaxError when the metadata is not what PDF/A-3 asks for.
 */
export function metadataWithClaim(document: PdfDocument): UpdatedObject {
  const reference = catalogOf(document).entries.get('Metadata')
  const stream = streamAt(document, reference)
  if (reference?.kind !== 'reference' || stream === null) throw new PdfSyntaxError('The file has no metadata.')
  const text = Buffer.from(decodeStream(stream, MAX_METADATA_BYTES)).toString('utf8')
  if (!text.includes(SCHEMAS_END) || !text.includes(RDF_END)) {
    throw new PdfSyntaxError('The metadata of the file has an unexpected shape.')
  }
  const claimed = text.includes('pdfuaid:part')
    ? text
    : text.replace(SCHEMAS_END, `${SCHEMA}${SCHEMAS_END}`).replace(RDF_END, `${CLAIM}${RDF_END}`)
  const bytes = Buffer.from(claimed, 'utf8')
  const body = `<< /Type /Metadata /Subtype /XML /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`
  return { objectNumber: reference.objectNumber, generation: reference.generation, body }
}

/** The viewer preferences with the title shown in the window, as PDF/UA-1, 7.1 asks. */
export function preferencesWithTitle(document: PdfDocument, catalog: PdfDictionary): PdfValue {
  const current = dictionaryAt(document, catalog.entries.get('ViewerPreferences')) ?? pdfDictionary({})
  return withEntries(current, { DisplayDocTitle: { kind: 'boolean', value: true } })
}
