// What the verifier says of a PDF: three separate answers, never one green tick.
import { z } from 'zod'
import { Instant } from '../domain/time.ts'

/** Who signed, as the certificate says, and whether that identity is known here. */
export const SignatureLine = z.strictObject({
  name: z.string(),
  role: z.string(),
  reason: z.string(),
  signedAt: Instant.nullable(),
  isIntact: z.boolean(),
  knownAs: z.string().nullable(),
  certificateSha256: z.string().nullable(),
  /** What its time-stamp proves; `at` and `authority` are set when it is sound. */
  timestamp: z.strictObject({
    state: z.enum(['none', 'sound', 'broken', 'not-checked']),
    at: Instant.nullable(),
    authority: z.string().nullable(),
    knownAs: z.string().nullable(),
    reason: z.string().nullable(),
  }),
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
    isSelfSigned: z.boolean(),
    isWithinValidity: z.boolean(),
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
  /** Does the attached assessment read, and does its score recompute to what it says? */
  assessment: z.strictObject({
    state: z.enum(['recomputes', 'differs', 'unreadable', 'other-pack', 'absent']),
    reasons: z.array(z.string()),
  }),
})
export type Verdict = z.infer<typeof Verdict>
