// Says whether everything after the first signature is further signatures in places the first signer prepared.
import type { BlockFacts } from './drawn-block.ts'
import { judgeFilling } from './permitted-filling.ts'
import { preparedFields } from './prepared-fields.ts'
import { PdfSyntaxError } from './pdf-value.ts'
import type { JudgedSignature } from './signature-verdict.ts'
import type { Change, ChangesAfter, SignatureVerdict } from './verdict.ts'

/**
 * `further-signatures` when the first signature permits form filling and each update up to the end of the file fills
 * one prepared field and nothing else; otherwise why not, or null when there is no further signature at all.
 * `judged` is in the order of the revisions. Whether the further signatures hold is said of each of them.
 */
export function furtherSignatures(
  judged: readonly JudgedSignature[],
  fileBytes: number,
): Extract<ChangesAfter, { state: 'further-signatures' }> | Change | null {
  const [first, ...later] = judged
  if (later.length === 0 || first?.verdict.certification !== 'form-filling') return null
  let before = first
  let isClosed = false
  const cutFields: string[] = []
  for (const next of later) {
    if (before.revision === null || next.revision === null) return change('A further signature does not close a revision of the file.')
    if (isClosed) return change('A signature was added after the one that closed the document.')
    const filling = judgeFilling({
      before: before.revision,
      after: next.revision,
      signatureNumber: next.signatureNumber,
      facts: blockFacts(next.verdict),
    })
    if (!filling.isPermitted) return change(filling.sentence)
    isClosed = filling.closesDocument
    if (filling.isCut || next.verdict.facts.isCut) cutFields.push(next.verdict.fieldName)
    before = next
  }
  if (before.revision?.end !== fileBytes) return change('Something was added after the last signature.')
  return { state: 'further-signatures', count: later.length, cutFields }
}

function blockFacts({ facts, signer }: SignatureVerdict): BlockFacts | null {
  const { name, role, reason, signedAt } = facts
  if (name === null || reason === null || signedAt === null || signer === null) return null
  return { name, role: role ?? '', reason, signedAt, certificateSha256: signer.fingerprintSha256 }
}

function change(sentence: string): Change {
  return { kind: 'signature-added', sentence }
}

/** The names of prepared places that may still be signed in, in their order. */
export function openFields(judged: readonly JudgedSignature[]): readonly string[] {
  const last = judged.at(-1)?.revision ?? null
  if (judged[0]?.verdict.certification !== 'form-filling' || last === null) return []
  try {
    return preparedFields(last).map(({ fieldName }) => fieldName)
  } catch (error) {
    if (error instanceof PdfSyntaxError) return []
    throw error
  }
}
