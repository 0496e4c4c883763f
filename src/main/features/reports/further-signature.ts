// Further signatures: on a report of this vault, on a file from another one, and brought back from somebody who signed.
import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '#shared/contract/refusal.ts'
import type { Versions } from '#shared/contract/signatures.ts'
import type { Verdict } from '#shared/contract/verdict.ts'
import type { ReportId, SignerId } from '#shared/domain/ids.ts'
import { spellOut } from '#shared/domain/text.ts'
import { readVersionPdfs } from '#main/records/report-version.ts'
import type { PdfVerdict } from '#main/report/verification/verdict.ts'
import { writeCopy } from '#main/records/write-copy.ts'
import { type FeatureContext, requireVault } from '../feature-context.ts'
import { backendOf, keysForSigning } from './backend-of.ts'
import { findValidSigner } from './find-valid-signer.ts'
import { judge } from './judge.ts'
import { readPdfFile } from './read-pdf-file.ts'
import { describeVersions, keepVersion, requireForm } from './report-forms.ts'

const sentences = {
  'countersign-not-intact': 'That file is not intact, or was changed after it was signed. Ask the sender for the original.',
  'countersign-no-place': 'That file has no place left for a further signature. Ask the sender to prepare one when signing.',
  'form-not-of-report': 'That file does not continue this report. Choose the file that was made from it.',
  'form-nothing-new': 'That file has no signature that the vault does not have already.',
  'form-outdated':
    'That file continues an earlier form of the report; signatures or time-stamps made since are not in it. Send the newest form to the signer and have that one signed.',
  'certificate-too-large': 'There is not enough room in a signature for all of the certificates of this signer.',
} as const

const refused = (code: keyof typeof sentences) => new Refusal(code, sentences[code])

export interface SigningWish {
  readonly signerId: SignerId
  /** What the signer says with it. */
  readonly reason: string
  /** Of the token that has the key, when it is to be typed here. */
  readonly pin?: string | undefined
}

interface Countersigned {
  readonly pdf: Uint8Array
  readonly signerName: string
  readonly signedAt: string
}

async function countersign(context: FeatureContext, pdf: Uint8Array, wish: SigningWish): Promise<Countersigned> {
  const vault = requireVault(context)
  const signedAt = `${context.now().slice(0, 19)}.000Z`
  const signer = findValidSigner(vault, wish.signerId, signedAt)
  const { countersignPdf } = await import('#main/report/signing/countersign-pdf.ts')
  const backend = await backendOf(keysForSigning(context, signer.id, wish.pin))
  const { name, role } = signer
  const facts = { name, ...(role === '' ? {} : { role }), reason: wish.reason, signedAt: new Date(signedAt) }
  const result = await countersignPdf(pdf, { signer: backend, facts })
  if (result.ok) return { pdf: result.pdf, signerName: name, signedAt }
  if (result.code === 'not-intact') throw refused('countersign-not-intact')
  if (result.code === 'no-open-field') throw refused('countersign-no-place')
  if (result.code === 'facts-too-long') throw new Refusal('countersign-too-long', result.detail)
  if (result.code === 'signature-too-large') throw refused('certificate-too-large')
  throw new Error(`The file could not be countersigned: ${result.detail}`)
}

/** Signs in the next place of a report of this vault, and keeps the result as its newest form. */
export async function countersignReport(
  context: FeatureContext,
  reportId: ReportId,
  wish: SigningWish,
): Promise<{ versions: Versions; verdict: Verdict }> {
  const { store, pdf } = requireForm(context, reportId)
  const signed = await countersign(context, pdf, wish)
  const verdict = await judge(context, signed.pdf)
  keepVersion(context, store, { reportId, kind: 'signature', madeBy: signed.signerName, madeAt: signed.signedAt, pdf: signed.pdf })
  return { versions: await describeVersions(store, reportId), verdict }
}

export interface FileWish extends SigningWish {
  readonly handle: string
  readonly copyHandle: string
}

/** Signs in the next place of a file from anywhere and writes the result beside it. The history says that it was signed. */
export async function countersignFile(context: FeatureContext, wish: FileWish): Promise<{ sizeBytes: number; verdict: Verdict }> {
  const { store } = requireVault(context)
  const file = readPdfFile(context.grants.pathOf(wish.handle, 'check'))
  const path = context.grants.pathOf(wish.copyHandle, 'copy')
  const { pdf, signedAt } = await countersign(context, file, wish)
  const verdict = await judge(context, pdf)
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  const { signerId, reason } = wish
  // First the history, then the file: a signature that nobody has is better than one that nobody knows of.
  store.write({ action: 'reports.countersign', subject: signerId, payload: { sha256, signerId, reason, signedAt } }, () => undefined)
  writeCopy(path, pdf)
  return { sizeBytes: pdf.length, verdict }
}

/** Whether `file` has every signature of `newest`, with its time-stamp. Both are intact, so what a signature states is what was signed. */
function hasAllSignatures(file: PdfVerdict, newest: PdfVerdict): boolean {
  return newest.signatures.every(({ fieldName, facts, signer, coverage, timestamp }) =>
    file.signatures.some(
      (one) =>
        one.fieldName === fieldName &&
        one.signer?.fingerprintSha256 === signer?.fingerprintSha256 &&
        one.coverage?.signedRevisionBytes === coverage?.signedRevisionBytes &&
        isDeepStrictEqual(one.facts, facts) &&
        (timestamp.state === 'none' || isDeepStrictEqual(one.timestamp, timestamp)),
    ),
  )
}

/** Keeps a form of the report that somebody else signed further, or refuses what does not continue a form that is here. */
export async function addSignedForm(
  context: FeatureContext,
  reportId: ReportId,
  handle: string,
): Promise<{ versions: Versions; verdict: Verdict }> {
  const { store, pdf: newest } = requireForm(context, reportId)
  const file = readPdfFile(context.grants.pathOf(handle, 'check'))
  const { verifyPdf } = await import('#main/report/verification/verify-pdf.ts')
  const options = { knownCertificates: [], now: new Date(context.now()) }
  const found = verifyPdf(file, options)
  if (!found.isIntactAndUnchanged) throw refused('countersign-not-intact')
  const forms = store.all(readVersionPdfs, { id: reportId })
  const isPrefix = (form: Uint8Array) => file.length >= form.length && Buffer.compare(file.subarray(0, form.length), form) === 0
  if (!forms.some(({ pdf }) => isPrefix(pdf))) throw refused('form-not-of-report')
  if (forms.some(({ pdf }) => Buffer.compare(pdf, file) === 0)) throw refused('form-nothing-new')
  if (!isPrefix(newest) && !hasAllSignatures(found, verifyPdf(newest, options))) throw refused('form-outdated')
  const last = found.signatures.at(-1)
  const madeBy = spellOut(last?.signer?.subjectName ?? '').slice(0, 200)
  keepVersion(context, store, { reportId, kind: 'signature', madeBy, madeAt: last?.facts.signedAt ?? context.now(), pdf: file })
  return { versions: await describeVersions(store, reportId), verdict: await judge(context, file) }
}
