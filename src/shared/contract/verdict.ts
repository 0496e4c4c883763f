// What the verifier says of a PDF: three separate answers, never one green tick.
import { z } from 'zod'
import { ReportKind } from '../domain/report-kind.ts'
import { Instant } from '../domain/time.ts'

/** What does not go together in a signature, or was not checked of its certificate; what the day is of depends on the kind. */
const Doubt = z.strictObject({
  kind: z.enum(['revoked', 'revoked-later', 'revocation-unknown', 'stamp-early', 'time-unproven']),
  at: Instant.nullable(),
})
export type Doubt = z.infer<typeof Doubt>

/** Who signed, as the certificate says, and whether that identity is known here. */
export const SignatureLine = z.strictObject({
  name: z.string(),
  /** Whom the signature itself names, when that is not whom the certificate names. */
  otherName: z.string().nullable(),
  /** What the signer says to be; nobody vouches for it. */
  role: z.string(),
  reason: z.string(),
  signedAt: Instant.nullable(),
  isIntact: z.boolean(),
  knownAs: z.string().nullable(),
  /** The known authority that issued the certificate, when the certificate itself is not known. */
  vouchedBy: z.string().nullable(),
  certificateSha256: z.string().nullable(),
  /** Whether the stated signing time lies inside the certificate's validity; unknown when none is stated. */
  validityAtSigning: z.enum(['within', 'before', 'after', 'unknown']),
  /** What its time-stamp proves; `at` and `authority` are set when it is sound. */
  timestamp: z.strictObject({
    state: z.enum(['none', 'sound', 'broken', 'not-checked']),
    at: Instant.nullable(),
    authority: z.string().nullable(),
    knownAs: z.string().nullable(),
    vouchedBy: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  doubts: z.array(Doubt),
})
export type SignatureLine = z.infer<typeof SignatureLine>

export const Verdict = z.strictObject({
  /** Is the signed revision intact? */
  integrity: z.strictObject({ state: z.enum(['intact', 'broken', 'unsigned', 'not-checked']), reasons: z.array(z.string()) }),
  /** What was added after it? Further signatures are those in places that the first signer prepared, and nothing else. */
  changes: z.strictObject({ state: z.enum(['none', 'further-signatures', 'changed', 'not-applicable']), reasons: z.array(z.string()) }),
  /** Who signed, and is that identity known here? */
  identity: z.strictObject({
    state: z.enum(['known', 'unknown', 'none']),
    name: z.string().nullable(),
    certificateSerial: z.string().nullable(),
    certificateSha256: z.string().nullable(),
    knownAs: z.string().nullable(),
    vouchedBy: z.string().nullable(),
    isSelfSigned: z.boolean(),
  }),
  signedAt: Instant.nullable(),
  /** DocMDP level of the certification: 1 no changes allowed, 2 form filling, 3 annotations; null when not certified. */
  certificationLevel: z.int().min(1).max(3).nullable(),
  format: z.string().nullable(),
  /** Every signature, in the order in which they were made. */
  signatures: z.array(SignatureLine),
  /** How many prepared places nobody has signed in yet. */
  openFields: z.int().min(0),
  /** Whether the open vault keeps exactly this file; null without an open vault. */
  isKeptHere: z.boolean().nullable(),
  attachments: z.array(z.strictObject({ name: z.string(), sizeBytes: z.int() })),
  /** Does the attached data read, and does what it states follow from itself? */
  content: z.strictObject({
    /** What the attached data is of; null when there is none, or it cannot be told. */
    kind: ReportKind.nullable(),
    state: z.enum(['recomputes', 'differs', 'unreadable', 'other-pack', 'absent']),
    reasons: z.array(z.string()),
    /** What cannot be worked out again and rests on the signer's word. */
    asStated: z.array(z.string()),
  }),
  /** Is what stands on the pages what the attached data gives when it is printed again? Null when that was not asked. */
  pages: z.strictObject({ state: z.enum(['same', 'differ', 'not-compared']), reasons: z.array(z.string()) }).nullable(),
  /** Was it made in the open vault? Null without an open vault, or without data that says where it was made. */
  origin: z
    .strictObject({
      state: z.enum(['this-history', 'other-history', 'other-vault']),
      /** Of a portfolio: how many of its assessments name their signed report, and the third parties whose report is not kept here. */
      reports: z.strictObject({ named: z.int(), unnamed: z.int(), notKept: z.array(z.string()) }).nullable(),
    })
    .nullable(),
})
export type Verdict = z.infer<typeof Verdict>

/** Whether a reader sees what was signed: nothing was added but further signatures in prepared places. */
export function isAsSigned({ changes }: Pick<Verdict, 'changes'>): boolean {
  return changes.state === 'none' || changes.state === 'further-signatures'
}
