// Checks any PDF and, when an assessment is attached, whether its score recomputes.
import type { SignatureLine, Verdict } from '#shared/contract/verdict.ts'
import { SignedDocument } from '#shared/domain/assessment-document.ts'
import type { Pack, PackReference } from '#shared/domain/pack.ts'
import { spellOut } from '#shared/domain/text.ts'
import { asVersion1 } from '#shared/scoring/result-version-1.ts'
import { score } from '#shared/scoring/score.ts'
import { readAttachment } from '#main/report/verification/attachments.ts'
import type { KnownCertificate, PdfVerdict, SignatureVerdict, TimestampVerdict } from '#main/report/verification/verdict.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { canonicalJson } from '#main/store/canonical-json.ts'

const assessmentAttachmentName = 'assessment.json'

const certificationLevels = { 'no-changes': 1, 'form-filling': 2, annotations: 3, 'not-certified': null } as const

function parseDocument(bytes: Uint8Array): SignedDocument | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return SignedDocument.safeParse(json).data ?? null
  } catch {
    return null
  }
}

/** Scores the attached answers again and compares the whole result with the one stated. */
function checkAssessment(pdf: Uint8Array, findPack: (reference: PackReference) => Pack | undefined): Verdict['assessment'] {
  const attachment = readAttachment(pdf, assessmentAttachmentName)
  if (!attachment.ok) {
    if (attachment.code === 'not-found' || attachment.code === 'not-a-pdf')
      return { state: 'absent', reasons: ['No Gatehouse assessment is attached to this file.'] }
    return { state: 'unreadable', reasons: [spellOut(attachment.detail)] }
  }
  const document = parseDocument(attachment.bytes)
  if (!document)
    return { state: 'unreadable', reasons: ['The attached assessment.json is not a Gatehouse assessment, or is one of a newer version.'] }
  const pack = findPack(document.pack)
  if (!pack)
    return {
      state: 'other-pack',
      reasons: [`It was made with question pack ${spellOut(`${document.pack.id} ${document.pack.version}`)}, which is not installed here.`],
    }
  const result = score({ ...document, pack, jewels: document.crownJewels })
  const again = document.formatVersion === 1 ? asVersion1(result) : result
  if (canonicalJson(again) === canonicalJson(document.result))
    return { state: 'recomputes', reasons: ['The attached answers give exactly the attached result.'] }
  return {
    state: 'differs',
    reasons: ['The attached answers do not give the attached result. Do not rely on the tier printed in this file.'],
  }
}

function describeIdentity(verdict: PdfVerdict): Verdict['identity'] {
  const { signer } = verdict
  if (!signer)
    return {
      state: 'none',
      name: null,
      certificateSerial: null,
      certificateSha256: null,
      knownAs: null,
      isSelfSigned: false,
      isWithinValidity: false,
    }
  return {
    state: signer.knownAs === null ? 'unknown' : 'known',
    name: spellOut(signer.subjectName),
    certificateSerial: signer.serial,
    certificateSha256: signer.fingerprintSha256,
    knownAs: signer.knownAs,
    isSelfSigned: signer.isSelfSigned,
    isWithinValidity: signer.validityAtSigning === 'within',
  }
}

function describeChanges(changesAfter: PdfVerdict['changesAfter']): Verdict['changes'] {
  if (changesAfter.state === 'changed')
    return { state: 'changed', reasons: changesAfter.changes.map((change) => spellOut(change.sentence)) }
  if (changesAfter.state === 'unknown') return { state: 'not-applicable', reasons: [] }
  return { state: changesAfter.state, reasons: [] }
}

const unstamped = { at: null, authority: null, knownAs: null, reason: null } as const

function describeTimestamp(timestamp: TimestampVerdict): SignatureLine['timestamp'] {
  if (timestamp.state === 'none') return { ...unstamped, state: 'none' }
  if (timestamp.state !== 'sound') return { ...unstamped, state: timestamp.state, reason: spellOut(timestamp.sentence) }
  return { ...unstamped, state: 'sound', at: timestamp.at, authority: spellOut(timestamp.authorityName), knownAs: timestamp.knownAs }
}

function describeSignature({ signer, facts, integrity, timestamp }: SignatureVerdict): SignatureLine {
  return {
    name: spellOut(signer?.subjectName ?? ''),
    role: spellOut(facts.role ?? ''),
    reason: spellOut(facts.reason ?? ''),
    signedAt: facts.signedAt,
    isIntact: integrity.state === 'intact',
    knownAs: signer?.knownAs ?? null,
    certificateSha256: signer?.fingerprintSha256 ?? null,
    timestamp: describeTimestamp(timestamp),
  }
}

/** The verdict on a PDF in the words of the contract; text out of the file is one line each and deceives nobody. Never throws on hostile bytes. */
export function judgePdf(
  pdf: Uint8Array,
  trust: {
    readonly knownCertificates: readonly KnownCertificate[]
    readonly now: Date
    readonly findPack: (reference: PackReference) => Pack | undefined
    readonly isKeptHere: boolean | null
  },
): Verdict {
  const verdict = verifyPdf(pdf, trust)
  const { integrity } = verdict
  const [signature] = verdict.signatures
  return {
    integrity: {
      state: integrity.state,
      reasons: 'reasons' in integrity ? integrity.reasons.map((reason) => spellOut(reason.sentence)) : [],
    },
    changes: describeChanges(verdict.changesAfter),
    identity: describeIdentity(verdict),
    signedAt: signature?.facts.signedAt ?? null,
    certificationLevel: signature ? certificationLevels[signature.certification] : null,
    format: signature?.subFilter ?? null,
    signatures: verdict.signatures.map(describeSignature),
    openFields: verdict.openFields.length,
    isKeptHere: trust.isKeptHere,
    attachments: verdict.attachments.map((attachment) => ({ name: spellOut(attachment.name), sizeBytes: attachment.statedSizeBytes ?? 0 })),
    assessment: checkAssessment(pdf, trust.findPack),
  }
}
