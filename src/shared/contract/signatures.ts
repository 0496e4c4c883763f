// Procedures about what comes after the first signature: time-stamps, further signatures, and the forms of a report they make.
import { z } from 'zod'
import { ReportId, Sha256Hex, SignerId } from '../domain/ids.ts'
import { requiredLine } from '../domain/text.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'
import { Pin, tokenFaults } from './tokens.ts'
import { Verdict } from './verdict.ts'

/** One form of a signed report. Number 1 is as it was signed first; each later one holds all that was signed in it. */
export const ReportVersion = z.strictObject({
  number: z.int().min(1),
  kind: z.enum(['signed', 'time-stamp', 'signature']),
  sha256: Sha256Hex,
  sizeBytes: z.int(),
  /** The signer or the authority, and the instant that they state. */
  madeBy: z.string(),
  madeAt: Instant,
})
export type ReportVersion = z.infer<typeof ReportVersion>

const Versions = z.strictObject({
  versions: z.array(ReportVersion),
  /** Whether the last signature has no time-stamp yet. */
  canStamp: z.boolean(),
  /** Whether a request was written for it. */
  hasRequest: z.boolean(),
  /** Prepared places that nobody has signed in yet. */
  openFields: z.int().min(0),
})
export type Versions = z.infer<typeof Versions>

const handle = z.uuid()
const reportId = ReportId
const fileRefusals = ['place-unknown', 'file-not-readable', 'file-too-large'] as const
const copyRefusals = ['place-unknown', 'place-not-writable', 'disk-full'] as const

const signing = { signerId: SignerId, reason: requiredLine(200), pin: Pin.optional() } as const
const signingRefusals = [
  'vault-locked',
  'write-failed',
  'not-found',
  'certificate-expired',
  'certificate-too-large',
  'countersign-not-intact',
  'countersign-no-place',
  'countersign-too-long',
  ...tokenFaults,
] as const

export const signatureProcedures = {
  'reports.versions': procedure({
    side: 'engine',
    input: z.strictObject({ reportId }),
    output: Versions,
    refusals: ['vault-locked', 'not-found'],
  }),
  /** Writes a request for a time-stamp of the last signature, to be carried to an authority. */
  'reports.saveStampRequest': procedure({
    side: 'engine',
    input: z.strictObject({ reportId, handle }),
    output: z.strictObject({ sizeBytes: z.int() }),
    refusals: ['vault-locked', 'write-failed', 'not-found', 'stamp-impossible', ...copyRefusals],
  }),
  /** Puts the authority's answer into the room kept in the signature, and keeps the result beside the report as it was. */
  'reports.addStamp': procedure({
    side: 'engine',
    input: z.strictObject({ reportId, handle }),
    output: z.strictObject({ versions: Versions, verdict: Verdict }),
    refusals: [
      'vault-locked',
      'write-failed',
      'not-found',
      ...fileRefusals,
      'stamp-impossible',
      'stamp-not-requested',
      'stamp-response-damaged',
      'stamp-refused',
      'stamp-for-another',
      'stamp-nonce-wrong',
      'stamp-too-early',
      'stamp-too-large',
    ],
  }),
  /** Signs in the next prepared place of a report in this vault, and keeps the result beside the report as it was. */
  'reports.countersign': procedure({
    side: 'engine',
    input: z.strictObject({ reportId, ...signing }),
    output: z.strictObject({ versions: Versions, verdict: Verdict }),
    refusals: [...signingRefusals],
  }),
  /** Keeps a form of the report that somebody with another vault signed. */
  'reports.addSignedForm': procedure({
    side: 'engine',
    input: z.strictObject({ reportId, handle }),
    output: z.strictObject({ versions: Versions, verdict: Verdict }),
    refusals: [
      'vault-locked',
      'write-failed',
      'not-found',
      ...fileRefusals,
      'countersign-not-intact',
      'form-not-of-report',
      'form-nothing-new',
      'form-outdated',
    ],
  }),
  /** Signs in the next prepared place of any report and writes the result to another file. */
  'verify.countersignFile': procedure({
    side: 'engine',
    input: z.strictObject({ handle, copyHandle: handle, ...signing }),
    output: z.strictObject({ sizeBytes: z.int(), verdict: Verdict }),
    refusals: [...signingRefusals, 'place-not-writable', 'disk-full', ...fileRefusals],
  }),
} as const
