// Checks any PDF, and the data of a report of ours inside it.
import type { SignatureLine, Verdict } from '#shared/contract/verdict.ts'
import { spellOut } from '#shared/domain/text.ts'
import { isNamed } from '#main/report/verification/holder-name.ts'
import type { KnownCertificate, PdfVerdict, SignatureVerdict, TimestampVerdict } from '#main/report/verification/verdict.ts'
import { verifyPdf } from '#main/report/verification/verify-pdf.ts'
import { type Attached, findAttached } from './attached-document.ts'
import { type FindPack, recompute } from './recompute.ts'

const certificationLevels = { 'no-changes': 1, 'form-filling': 2, annotations: 3, 'not-certified': null } as const

function describeIdentity(verdict: PdfVerdict): Verdict['identity'] {
  const { signer } = verdict
  if (!signer)
    return {
      state: 'none',
      name: null,
      certificateSerial: null,
      certificateSha256: null,
      knownAs: null,
      vouchedBy: null,
      isSelfSigned: false,
    }
  return {
    state: signer.knownAs === null ? 'unknown' : 'known',
    name: spellOut(signer.subjectName),
    certificateSerial: signer.serial,
    certificateSha256: signer.fingerprintSha256,
    knownAs: signer.knownAs,
    vouchedBy: signer.vouchedBy,
    isSelfSigned: signer.isSelfSigned,
  }
}

function describeChanges({ changesAfter, signatures }: PdfVerdict): Verdict['changes'] {
  if (changesAfter.state === 'changed')
    return { state: 'changed', reasons: changesAfter.changes.map((change) => spellOut(change.sentence)) }
  if (changesAfter.state === 'unknown') return { state: 'not-applicable', reasons: [] }
  if (changesAfter.state === 'none') return { state: 'none', reasons: [] }
  const cut = signatures.filter(({ fieldName }) => changesAfter.cutFields.includes(fieldName))
  return { state: 'further-signatures', reasons: cut.map(wholeStatement) }
}

function wholeStatement({ facts: { name, role, reason, isCut } }: SignatureVerdict): string {
  const said = [name, role].flatMap((part) => (part === null || part === '' ? [] : [spellOut(part)])).join(', ')
  const extent = isCut ? 'It is too long to be shown here; it begins' : 'In full'
  return `The page shows only a part of what this signer stated. ${extent}: ${said}: “${spellOut(reason ?? '')}”`
}

const unstamped = { at: null, authority: null, knownAs: null, vouchedBy: null, reason: null } as const

function describeTimestamp(timestamp: TimestampVerdict): SignatureLine['timestamp'] {
  if (timestamp.state === 'none') return { ...unstamped, state: 'none' }
  if (timestamp.state !== 'sound') return { ...unstamped, state: timestamp.state, reason: spellOut(timestamp.sentence) }
  const { at, authorityName, knownAs, vouchedBy } = timestamp
  return { ...unstamped, state: 'sound', at, authority: spellOut(authorityName), knownAs, vouchedBy }
}

/** Whom the signature names, when it names somebody else than its certificate. */
function otherName({ signer, facts }: SignatureVerdict): string | null {
  const stated = facts.name ?? ''
  return signer === null || stated.trim() === '' || isNamed(stated, signer.subjectName) ? null : spellOut(stated)
}

function describeSignature(signature: SignatureVerdict): SignatureLine {
  const { signer, facts, integrity, timestamp, doubts } = signature
  return {
    name: spellOut(signer?.subjectName ?? ''),
    otherName: otherName(signature),
    role: spellOut(facts.role ?? ''),
    reason: spellOut(facts.reason ?? ''),
    signedAt: facts.signedAt,
    isIntact: integrity.state === 'intact',
    knownAs: signer?.knownAs ?? null,
    vouchedBy: signer?.vouchedBy ?? null,
    certificateSha256: signer?.fingerprintSha256 ?? null,
    validityAtSigning: signer?.validityAtSigning ?? 'unknown',
    timestamp: describeTimestamp(timestamp),
    doubts: [...doubts],
  }
}

export interface Judged {
  readonly verdict: Omit<Verdict, 'pages' | 'origin'>
  /** The data of a report of ours in the file, when it could be read. */
  readonly attached: Attached | null
}

/** The verdict on a PDF in the words of the contract; text out of the file is one line each and deceives nobody. Never throws on hostile bytes. */
export function judgePdf(
  pdf: Uint8Array,
  trust: {
    readonly knownCertificates: readonly KnownCertificate[]
    readonly now: Date
    readonly findPack: FindPack
    readonly isKeptHere: boolean | null
  },
): Judged {
  const found = verifyPdf(pdf, trust)
  const { integrity } = found
  const [signature] = found.signatures
  const data = findAttached(pdf)
  const verdict = {
    integrity: {
      state: integrity.state,
      reasons: 'reasons' in integrity ? integrity.reasons.map((reason) => spellOut(reason.sentence)) : [],
    },
    changes: describeChanges(found),
    identity: describeIdentity(found),
    signedAt: signature?.facts.signedAt ?? null,
    certificationLevel: signature ? certificationLevels[signature.certification] : null,
    format: signature?.subFilter ?? null,
    signatures: found.signatures.map(describeSignature),
    openFields: found.openFields.length,
    isKeptHere: trust.isKeptHere,
    attachments: found.attachments.map((attachment) => ({ name: spellOut(attachment.name), sizeBytes: attachment.statedSizeBytes ?? 0 })),
    content: recompute(data, found, trust.findPack),
  }
  return { verdict, attached: data.state === 'read' ? data.attached : null }
}
