// The part that every signature goes through: its facts and certificate are checked, its value made, and the file verified.
import { readCertificate } from '#main/report/verification/certificate-reader.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { buildCms } from './cms-writer.ts'
import type { SignBackend } from './sign-backend.ts'
import { fillByteRange, fillContents, type SigningFacts } from './signature-dictionary.ts'

type SignRefusalCode =
  | 'certificate-not-yet-valid'
  | 'certificate-expired'
  | 'facts-invalid'
  | 'facts-too-long'
  | 'pdf-not-supported'
  | 'already-signed'
  | 'no-open-field'
  | 'not-intact'
  | 'signature-too-large'
  | 'self-check-failed'

export type SignPdfResult =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly code: SignRefusalCode; readonly detail: string }

/** A file with a blank signature: its bytes, and where the signature's object has its body. */
export type Prepared = { readonly file: Uint8Array; readonly bodyOffset: number }

export type Signing = { readonly signer: SignBackend; readonly facts: SigningFacts }

const MAX_FACT_CHARACTERS = 1000

export function refusal(code: SignRefusalCode, detail: string): Extract<SignPdfResult, { ok: false }> {
  return { ok: false, code, detail }
}

/** Why these facts cannot stand in a signature; null when they can. */
export function factsRefusal(facts: SigningFacts): Extract<SignPdfResult, { ok: false }> | null {
  const texts = [facts.name, facts.role ?? '', facts.reason, facts.location ?? '']
  if (facts.name.trim() === '' || facts.reason.trim() === '') {
    return refusal('facts-invalid', 'A signature needs the signer’s name and a reason.')
  }
  return texts.some((text) => text.length > MAX_FACT_CHARACTERS)
    ? refusal('facts-invalid', `Name, role, reason and location may have ${MAX_FACT_CHARACTERS} characters each.`)
    : null
}

/** Why the certificate cannot sign at that time; null when it can. */
export function certificateRefusal({ signer, facts }: Signing): Extract<SignPdfResult, { ok: false }> | null {
  const { notBefore, notAfter } = readCertificate(signer.certificateDer)
  if (facts.signedAt < notBefore) {
    return refusal('certificate-not-yet-valid', `The certificate is valid only from ${notBefore.toISOString()}.`)
  }
  return facts.signedAt > notAfter
    ? refusal('certificate-expired', `The certificate expired at ${notAfter.toISOString()}. Make a new signer identity.`)
    : null
}

/** The file with its value in place, accepted by our own verifier; rejects only when the backend itself fails. */
export async function finishSignature({ file, bodyOffset }: Prepared, { signer, facts }: Signing): Promise<SignPdfResult> {
  const room = fillByteRange(file, bodyOffset)
  const cms = await buildCms(room.ranges, signer)
  if (!fillContents(file, room, cms)) {
    return refusal('signature-too-large', 'The certificate and its chain are too large for the signature.')
  }
  const verdict = verifyPdf(file, { knownCertificates: [], now: facts.signedAt })
  if (verdict.isIntactAndUnchanged) return { ok: true, pdf: file }
  const reasons = 'reasons' in verdict.integrity ? verdict.integrity.reasons.map((reason) => reason.sentence) : []
  const changes = verdict.changesAfter.state === 'changed' ? verdict.changesAfter.changes.map((change) => change.sentence) : []
  return refusal('self-check-failed', `The new signature did not pass its own check. ${[...reasons, ...changes].join(' ')}`.trim())
}
