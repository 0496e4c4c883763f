// Writes a signed assessment in other formats to a place that a person chose.
import canonicalize from 'canonicalize'
import type { ExportFormat } from '#shared/contract/exports.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { csvText } from '#shared/exchange/csv-text.ts'
import { redact } from '#shared/exchange/redact.ts'
import type { OscalSource } from '#main/report/formats/oscal/parts.ts'
import { type EngineHandlers, type FeatureContext, requireStore } from '../feature-context.ts'
import { compilerFor } from './produce-signed-pdf.ts'
import { readReportSource } from './queries.ts'
import { findSignedCase } from './signed-case.ts'
import { writeCopy } from '#main/records/write-copy.ts'

type ExportHandlers = Pick<EngineHandlers, 'exports.save' | 'exports.redaction'>

const text = (written: string): Uint8Array => new TextEncoder().encode(written)
const indented = (value: unknown): Uint8Array => text(`${JSON.stringify(value, null, 2)}\n`)

/** JSON in one order whatever made it (RFC 8785), as it stands in the PDF. */
function canonical(value: unknown): Uint8Array {
  const written = canonicalize(value)
  if (written === undefined) throw new Error('What is to be exported cannot be written as JSON.')
  return text(written)
}

async function planOf(source: OscalSource): Promise<Uint8Array> {
  const { planOfAction } = await import('#main/report/formats/oscal/plan-of-action.ts')
  const plan = planOfAction(source)
  if (plan === null) throw new Refusal('nothing-to-plan', 'This assessment has no finding, so there is no plan to write.')
  return indented(plan)
}

/** One function for each format; the libraries of each are loaded when it is first asked for. */
const writers: Readonly<Record<ExportFormat, (source: OscalSource, context: FeatureContext) => Promise<Uint8Array>>> = {
  docx: async (source) => (await import('#main/report/formats/word-document.ts')).wordBytes(source),
  xlsx: async (source) => {
    const [{ workbookBytes }, { aboutSheet, answerSheet, planSheet }] = await Promise.all([
      import('#main/report/formats/workbook.ts'),
      import('#main/report/formats/case-sheet.ts'),
    ])
    return workbookBytes([planSheet(source), answerSheet(source), aboutSheet(source)])
  },
  csv: async (source) => {
    const { columns, rows } = (await import('#main/report/formats/case-sheet.ts')).planSheet(source)
    return text(csvText([columns, ...rows]))
  },
  json: ({ document }) => Promise.resolve(canonical(document)),
  'oscal-results': async (source) => indented((await import('#main/report/formats/oscal/assessment-results.ts')).assessmentResults(source)),
  'oscal-plan': planOf,
  'redacted-json': ({ document, pack }) => Promise.resolve(canonical(redact(document, pack).document)),
  'redacted-pdf': async ({ document, pack, model, words }, context) => {
    const [compiler, { renderPages }, { redactedModel }] = await Promise.all([
      compilerFor(context.resourcesDirectory, context.reportLanguage),
      import('#main/report/render.ts'),
      import('#main/report/formats/redacted-model.ts'),
    ])
    const content = redact(document, pack).document
    const printed = redactedModel(content, pack, { words: compiler.words, formats: words, look: model.look })
    return renderPages({ template: 'redacted', model: printed, attachment: { name: 'assessment-redacted.json', content } }, compiler).pdf
  },
}

/** The data of a report that is not on one assessment, as it stands in the PDF; null for one that is. */
function overviewData(context: FeatureContext, reportId: ReportId): Uint8Array | null {
  const kept = requireStore(context).first(readReportSource, { id: reportId })
  return kept === undefined || kept.kind === 'assessment' ? null : canonical(JSON.parse(kept.document))
}

export function exportHandlers(context: FeatureContext): ExportHandlers {
  return {
    'exports.save': async ({ reportId, format, handle }) => {
      const bytes =
        (format === 'json' ? overviewData(context, reportId) : null) ??
        (await writers[format](await findSignedCase(context, reportId), context))
      writeCopy(context.grants.pathOf(handle, 'copy'), bytes)
      return { sizeBytes: bytes.length }
    },
    'exports.redaction': async ({ reportId }) => {
      const { document, pack } = await findSignedCase(context, reportId)
      const { document: shown, traces } = redact(document, pack)
      return { leftOut: shown.leftOut, traces: [...traces] }
    },
  }
}
