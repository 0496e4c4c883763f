// Judges one signature field: its byte range, the revision it closes, its value, certification and statements.
import { coveredBytes, type CoveredBytes } from './byte-range.ts'
import { readCertification } from './certification.ts'
import { openPdf, type PdfDocument } from './pdf-document.ts'
import { nameOf, PdfSyntaxError } from './pdf-value.ts'
import type { Revisions } from './revisions.ts'
import { checkSignature, type SignatureCheck } from './signature-check.ts'
import { signatureFields, type SignatureField } from './signature-fields.ts'
import { doubtsAbout } from './doubts.ts'
import { describeSigner, describeTimestamp, readFacts, subFilterOf, type VerifyOptions } from './signer-verdict.ts'
import type { SignatureVerdict, VerdictReason } from './verdict.ts'

export type JudgedSignature = {
  readonly verdict: SignatureVerdict
  /** The signed revision; null when the byte range does not close one. */
  readonly revision: PdfDocument | null
  /** Number of the object that holds the signature; null when it is not an object of its own. */
  readonly signatureNumber: number | null
}

type Input = {
  readonly pdf: Uint8Array
  readonly field: SignatureField
  readonly covered: CoveredBytes | VerdictReason
  readonly revisions: Revisions
  readonly options: VerifyOptions
}

const READABLE_SUB_FILTERS = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'])

/** The verdict on one signature; nothing is claimed beyond what was checked. */
export function judgeSignature(input: Input): JudgedSignature {
  const { covered } = input
  if ('code' in covered) return judgement(input, null, failedCheck('broken', covered))
  const closed = closedRevision(input, covered.revisionEnd)
  if ('code' in closed) return judgement(input, null, failedCheck('broken', closed))
  const { revision } = closed
  // Only what the signed revision itself says about the field counts from here on.
  const signed = { ...input, field: closed.field }
  const dictionaryProblem = wrongDictionary(closed.field)
  if (dictionaryProblem !== null) return judgement(signed, revision, failedCheck('broken', dictionaryProblem))
  const subFilter = subFilterOf(closed.field.dictionary)
  if (!READABLE_SUB_FILTERS.has(subFilter)) {
    const sentence = `A signature of the kind ${subFilter} is not checked by this version.`
    return judgement(signed, revision, failedCheck('not-checked', { code: 'not-supported', sentence }))
  }
  return judgement(signed, revision, checkSignature(closed.field.contents?.bytes ?? new Uint8Array(), covered.ranges))
}

type Closed = { readonly revision: PdfDocument; readonly field: SignatureField }

function failedCheck(state: 'broken' | 'not-checked', reason: VerdictReason): SignatureCheck {
  return {
    integrity: { state, reasons: [reason] },
    certificate: null,
    baselineDeviations: [],
    timestamp: { state: 'none' },
    certificates: [],
    revocationData: [],
  }
}

/** The revision that ends where the byte range ends, if it really refers to this very signature. */
function closedRevision({ pdf, field, revisions }: Input, end: number): Closed | VerdictReason {
  try {
    const revision = revisions.readable.find((candidate) => candidate.end === end) ?? openPdf(pdf, end)
    const own = signatureFields(revision).find((candidate) => candidate.contents?.start === field.contents?.start)
    const covered = own === undefined ? null : coveredBytes(pdf, own)
    return own !== undefined && covered !== null && 'ranges' in covered && covered.revisionEnd === end
      ? { revision, field: own }
      : { code: 'byte-range-invalid', sentence: 'The bytes the signature covers do not refer to this signature.' }
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    const sentence = 'The bytes the signature covers do not end where a revision of the file ends.'
    return { code: 'byte-range-invalid', sentence }
  }
}

function wrongDictionary(field: SignatureField): VerdictReason | null {
  const type = nameOf(field.dictionary.entries.get('Type'))
  const isUsable = field.objectNumber !== null && (type === null || type === 'Sig')
  return isUsable ? null : { code: 'signature-dictionary-invalid', sentence: 'The signature is not stored the way a signature must be.' }
}

function judgement(input: Input, revision: PdfDocument | null, check: SignatureCheck): JudgedSignature {
  const { field, options, pdf } = input
  const facts = readFacts(field.dictionary)
  const timestamp = describeTimestamp(check.timestamp, options)
  const { signer, revocation } = describeSigner(check, { signedAt: facts.signedAt, timestamp }, options)
  const certification = revision === null ? null : readCertification(revision, field)
  const isMisCertified = certification?.problem !== null && certification !== null && check.integrity.state === 'intact'
  const verdict: SignatureVerdict = {
    fieldName: field.fieldName,
    subFilter: subFilterOf(field.dictionary),
    integrity: isMisCertified
      ? { state: 'broken', reasons: certification.problem === null ? [] : [certification.problem] }
      : check.integrity,
    facts,
    signer,
    certification: certification?.level ?? 'not-certified',
    timestamp,
    doubts: signer === null ? [] : doubtsAbout({ signer, revocation, timestamp, signedAt: facts.signedAt, now: options.now }),
    coverage: revision === null ? null : { signedRevisionBytes: revision.end, fileBytes: pdf.length },
    baselineDeviations: [...check.baselineDeviations, ...dictionaryDeviations(field, facts.signedAt)],
  }
  return { verdict, revision, signatureNumber: field.objectNumber }
}

function dictionaryDeviations(field: SignatureField, signedAt: string | null): readonly string[] {
  const { entries } = field.dictionary
  const found: readonly (readonly [boolean, string])[] = [
    [subFilterOf(field.dictionary) !== 'ETSI.CAdES.detached', 'The signature is not of the PAdES kind (ETSI.CAdES.detached).'],
    [signedAt === null, 'The signature does not state a readable signing time (/M).'],
    [entries.has('Cert'), 'The signature dictionary carries a certificate of its own (/Cert).'],
    [nameOf(entries.get('Filter')) === null, 'The signature names no handler (/Filter).'],
  ]
  return found.filter(([isTrue]) => isTrue).map(([, sentence]) => sentence)
}
