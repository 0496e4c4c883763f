// What the verifier says of a PDF: three separate answers, never one green tick.
import { z } from 'zod'
import { Instant } from '../domain/time.ts'

export const Verdict = z.strictObject({
  /** Is the signed revision intact? */
  integrity: z.strictObject({ state: z.enum(['intact', 'broken', 'unsigned', 'not-checked']), reasons: z.array(z.string()) }),
  /** What was added after it? */
  changes: z.strictObject({ state: z.enum(['none', 'changed', 'not-applicable']), reasons: z.array(z.string()) }),
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
  attachments: z.array(z.strictObject({ name: z.string(), sizeBytes: z.int() })),
  /** Does the attached assessment read, and does its score recompute to what it says? */
  assessment: z.strictObject({
    state: z.enum(['recomputes', 'differs', 'unreadable', 'other-pack', 'absent']),
    reasons: z.array(z.string()),
  }),
})
export type Verdict = z.infer<typeof Verdict>
