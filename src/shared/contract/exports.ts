// Procedures that write a signed assessment in other formats: for editing, for planning, for other programs, for the third party.
import { z } from 'zod'
import { ReportId } from '../domain/ids.ts'
import { procedure } from './procedure.ts'

/** Working copies for Word and spreadsheets, data for other programs, and what the third party may see. */
const exportFormats = ['docx', 'xlsx', 'csv', 'json', 'oscal-results', 'oscal-plan', 'redacted-pdf', 'redacted-json'] as const
export const ExportFormat = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof ExportFormat>

export const exportProcedures = {
  /** Asks where the file goes and suggests its name. */
  'exports.choose': procedure({
    side: 'window',
    input: z.strictObject({ fileName: z.string().min(1).max(255), format: ExportFormat }),
    output: z.strictObject({ handle: z.uuid().nullable(), label: z.string() }),
    refusals: [],
  }),
  'exports.save': procedure({
    side: 'engine',
    input: z.strictObject({ reportId: ReportId, format: ExportFormat, handle: z.uuid() }),
    output: z.strictObject({ sizeBytes: z.int() }),
    refusals: ['vault-locked', 'not-found', 'place-unknown', 'place-not-writable', 'disk-full', 'format-not-here', 'nothing-to-plan'],
  }),
  /** What the third party's copy leaves out, and where something removed can still be read between the lines, for a person to look at first. */
  'exports.redaction': procedure({
    side: 'engine',
    input: z.strictObject({ reportId: ReportId }),
    output: z.strictObject({ leftOut: z.array(z.string()), traces: z.array(z.strictObject({ from: z.string(), at: z.string() })) }),
    refusals: ['vault-locked', 'not-found', 'format-not-here'],
  }),
} as const
