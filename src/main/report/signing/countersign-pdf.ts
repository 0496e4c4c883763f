// Signs in the next place that a signed report was prepared with, by an update that holds that signature, what it states on its page, and nothing else.
import { createHash } from 'node:crypto'
import { openPdf } from '#main/report/verification/pdf-document.ts'
import { cutFacts, drawnBlock, roomFor, type BlockFacts } from '#main/report/verification/drawn-block.ts'
import { preparedBlock, type PreparedBlock } from '#main/report/verification/prepared-block.ts'
import { preparedFields } from '#main/report/verification/prepared-fields.ts'
import { pdfDictionary, pdfReference, PdfSyntaxError, withEntries } from '#main/report/verification/pdf-value.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import {
  certificateRefusal,
  factsRefusal,
  finishSignature,
  refusal,
  type Prepared,
  type Signing,
  type SignPdfResult,
} from './finish-signature.ts'
import { appendUpdate, nextObjectNumber } from './incremental-update.ts'
import { writeValue } from './pdf-writer.ts'
import { blankSignature } from './signature-dictionary.ts'

/**
 * `pdf` with one more signature, or a refusal. Only a file that is intact, unchanged and has a prepared place left is
 * signed, and its bytes are an exact prefix of the result. Whoever signs in a place on a page must fit into it: what
 * readers see there is all that was stated. Source: ISO 32000-1, 12.8.2.
 */
export async function countersignPdf(pdf: Uint8Array, signing: Signing): Promise<SignPdfResult> {
  const refused = factsRefusal(signing.facts) ?? certificateRefusal(signing)
  if (refused !== null) return refused
  const verdict = verifyPdf(pdf, { knownCertificates: [], now: signing.facts.signedAt })
  if (!verdict.isIntactAndUnchanged) return refusal('not-intact', 'The file is not intact, or was changed after it was signed.')
  const prepared = verdict.openFields.length === 0 ? null : prepare(pdf, signing)
  if (prepared === null) return refusal('no-open-field', 'The file has no place left for a further signature.')
  return 'ok' in prepared ? prepared : finishSignature(prepared, signing)
}

type Refused = ReturnType<typeof refusal>

function prepare(pdf: Uint8Array, { facts, signer }: Signing): Prepared | Refused | null {
  const document = openPdf(pdf)
  const root = document.trailer.entries.get('Root')
  const [field] = preparedFields(document)
  if (field === undefined) return null
  if (root?.kind !== 'reference') throw new PdfSyntaxError('The file has no document catalog.')
  const signatureNumber = nextObjectNumber(document)
  const { objectNumber, generation, dictionary, lock } = field
  const block = preparedBlock(document, dictionary)
  const stated = blockFacts(facts, signer)
  const tooLong = block === null ? null : roomRefusal(stated, block)
  if (tooLong !== null) return tooLong
  const drawn =
    block === null ? null : { objectNumber: signatureNumber + 1, generation: 0, body: drawnBlock(stated, block.size, block.font) }
  const value = { V: pdfReference(signatureNumber) }
  const shown = drawn === null ? {} : { AP: pdfDictionary({ N: pdfReference(drawn.objectNumber) }) }
  const update = appendUpdate(document, [
    { objectNumber: signatureNumber, generation: 0, body: blankSignature(facts, { kind: 'further', lock, catalog: root }) },
    { objectNumber, generation, body: writeValue(withEntries(dictionary, { ...value, ...shown })) },
    ...(drawn === null ? [] : [drawn]),
  ])
  return { file: update.bytes, bodyOffset: update.bodyOffsets.get(signatureNumber) ?? 0 }
}

const shortened = {
  name: (room: number) => `Choose a signer whose name has at most ${room}.`,
  role: (room: number) => `Choose a signer whose role has at most ${room}.`,
  reason: (room: number) => `Shorten it to ${room} characters.`,
} as const
const shownAs = { name: 'the name of this signer', role: 'the role of this signer', reason: 'the statement' } as const

/** Why the place cannot show all that is stated; null when it can. */
function roomRefusal(facts: BlockFacts, { size, font }: PreparedBlock): Refused | null {
  const [fact] = cutFacts(facts, size, font)
  if (fact === undefined) return null
  const room = roomFor({ fact, text: facts[fact] }, size, font)
  return refusal('facts-too-long', `The page has room for the first ${room} characters of ${shownAs[fact]} only. ${shortened[fact](room)}`)
}

/** What the block says is what the signature states, and which certificate made it. */
function blockFacts({ name, role = '', reason, signedAt }: Signing['facts'], { certificateDer }: Signing['signer']): BlockFacts {
  const certificateSha256 = createHash('sha256').update(certificateDer).digest('hex')
  return { name, role, reason, signedAt: signedAt.toISOString(), certificateSha256 }
}
