// Procedures about how reports look: paper, colour, who issues them, and the logo.
import { z } from 'zod'
import { LogoFormat, ReportLook } from '../domain/report-look.ts'
import { procedure } from './procedure.ts'

const Logo = z.strictObject({
  format: LogoFormat,
  widthPx: z.int(),
  heightPx: z.int(),
  sizeBytes: z.int(),
  /** The picture itself, for the page to show. */
  base64: z.base64(),
})

const LookState = z.strictObject({ look: ReportLook, logo: Logo.nullable() })
export type LookState = z.infer<typeof LookState>

export const reportLookProcedures = {
  'reports.readLook': procedure({ side: 'engine', input: z.strictObject({}), output: LookState, refusals: ['vault-locked'] }),
  'reports.saveLook': procedure({
    side: 'engine',
    input: ReportLook.omit({ logoSha256: true }),
    output: LookState,
    refusals: ['vault-locked', 'write-failed'],
  }),
  'reports.chooseLogo': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  /** Reads a PNG or JPEG, drops everything from it that is not the picture, proves that it can be printed, and keeps it. */
  'reports.takeLogo': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid() }),
    output: LookState,
    refusals: ['vault-locked', 'write-failed', 'place-unknown', 'file-not-readable', 'file-too-large', 'not-a-picture'],
  }),
  'reports.removeLogo': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: LookState,
    refusals: ['vault-locked', 'write-failed'],
  }),
} as const
