// Procedures about signed reports and checking any PDF.
import { z } from 'zod'
import { AssessmentId, ReportId, Sha256Hex, SignerId } from '../domain/ids.ts'
import { MakingStep } from '../domain/making-step.ts'
import { ReportKind } from '../domain/report-kind.ts'
import { FurtherSigner } from '../domain/signer.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'
import { Pin, tokenFaults } from './tokens.ts'
import { Verdict } from './verdict.ts'

export const Report = z.strictObject({
  id: ReportId,
  kind: ReportKind,
  /** Null unless the report is on one assessment. */
  assessmentId: AssessmentId.nullable(),
  /** Whom the report is about, as it was called when it was signed. */
  subject: z.string(),
  fileName: z.string(),
  sha256: Sha256Hex,
  sizeBytes: z.int(),
  signedAt: Instant,
  signerName: z.string(),
  /** How many entries the history of the vault had when it was signed. */
  auditSequence: z.int(),
})
export type Report = z.infer<typeof Report>

/** Places to prepare for those who sign after; none makes the report final. */
const FurtherSigners = z
  .array(FurtherSigner)
  .max(2)
  .refine((who) => new Set(who).size === who.length, 'names somebody twice')

/** Names one making of a report, so that it can be stopped; the page makes it up. */
const MakingId = z.uuid()

export const reportProcedures = {
  'reports.list': procedure({
    side: 'engine',
    input: z.strictObject({
      kind: ReportKind.optional(),
      /** Found in the subject, the file's name, the signer's name or the hash, whatever the case of Latin letters. */
      search: z.string().max(200).optional(),
      offset: z.int().min(0).optional(),
      limit: z.int().min(1).max(200).optional(),
    }),
    /** The newest first; `total` counts all that match. */
    output: z.strictObject({ reports: z.array(Report), total: z.int() }),
    refusals: ['vault-locked'],
  }),
  'reports.read': procedure({
    side: 'engine',
    input: z.strictObject({ reportId: ReportId }),
    output: z.strictObject({ report: Report }),
    refusals: ['vault-locked', 'not-found'],
  }),
  /** Freezes the assessment, renders, signs, checks the result and keeps it in the vault, in one go or not at all. */
  'reports.sign': procedure({
    side: 'engine',
    input: z.strictObject({
      assessmentId: AssessmentId,
      signerId: SignerId,
      furtherSigners: FurtherSigners.optional(),
      pin: Pin.optional(),
      makingId: MakingId.optional(),
    }),
    output: z.strictObject({ report: Report, verdict: Verdict }),
    refusals: [
      'vault-locked',
      'write-failed',
      'not-found',
      'frozen',
      'no-decision',
      'not-finalisable',
      'stop-stands',
      'clock-behind',
      'certificate-expired',
      ...tokenFaults,
      'cancelled',
    ],
  }),
  /** Gathers, renders, signs, checks and keeps a report that is not on one assessment, in one go or not at all. */
  'reports.signOverview': procedure({
    side: 'engine',
    input: z.strictObject({
      kind: ReportKind.exclude(['assessment']),
      signerId: SignerId,
      furtherSigners: FurtherSigners.optional(),
      pin: Pin.optional(),
      makingId: MakingId.optional(),
    }),
    output: z.strictObject({ report: Report, verdict: Verdict }),
    refusals: [
      'vault-locked',
      'write-failed',
      'not-found',
      'no-organization',
      'not-up-to-date',
      'clock-behind',
      'nothing-answered',
      'certificate-expired',
      ...tokenFaults,
      'cancelled',
    ],
  }),
  /** Which step of making a report has begun; null when none is being made. */
  'reports.making': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ step: MakingStep.nullable() }),
    refusals: [],
  }),
  /** Wishes that a report is not made after all: it stops before its next step, unless it is being stored already. */
  'reports.cancel': procedure({ side: 'window', input: z.strictObject({ makingId: MakingId }), output: z.strictObject({}), refusals: [] }),
  'reports.chooseCopy': procedure({
    side: 'window',
    input: z.strictObject({ fileName: z.string().max(255) }),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  'reports.saveCopy': procedure({
    side: 'engine',
    input: z.strictObject({ reportId: ReportId, handle: z.uuid() }),
    output: z.strictObject({ sizeBytes: z.int() }),
    refusals: ['vault-locked', 'not-found', 'place-unknown', 'place-not-writable', 'disk-full'],
  }),
  'verify.choose': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Works with and without an open vault; with one, its own signers are known identities. */
  'verify.file': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid() }),
    output: z.strictObject({ verdict: Verdict }),
    refusals: ['place-unknown', 'file-not-readable', 'file-too-large'],
  }),
  'verify.report': procedure({
    side: 'engine',
    input: z.strictObject({ reportId: ReportId }),
    output: z.strictObject({ verdict: Verdict }),
    refusals: ['vault-locked', 'not-found'],
  }),
} as const
