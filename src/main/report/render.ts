// From a report model to the bytes of a PDF/A-3a with the assessment inside it.
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { printableJson } from './printable-text.ts'
import type { ReportCompiler } from './report-compiler.ts'
import type { PrintedLook } from './report-frame.ts'
import type { ReportModel } from './report-model.ts'

/** A report of any kind: the template that sets it, its model, and the data that travels inside it. */
export interface ReportPages {
  readonly template: 'assessment' | 'portfolio' | 'programme' | 'redacted'
  readonly model: { readonly look: PrintedLook }
  readonly attachment: { readonly name: string; readonly content: unknown }
}

/** Where the visible signature block stands, in points from the top left of its page; `pageIndex` counts from 0. */
interface SignatureBlockPlace {
  readonly pageIndex: number
  readonly leftPt: number
  readonly topPt: number
  readonly widthPt: number
  readonly heightPt: number
}

export interface RenderedReport {
  readonly pdf: Uint8Array
  readonly signatureBlock: SignatureBlockPlace
  /** Where those who sign later will stand, in their order. */
  readonly furtherBlocks: readonly SignatureBlockPlace[]
  readonly pageCount: number
  /** Whether the same pages also pass Typst's PDF/UA-1 checks; only then may the signed file claim PDF/UA. */
  readonly passesPdfUa: boolean
  /** Sentences for the log, such as characters that no bundled font can show. */
  readonly warnings: readonly string[]
}

const Diagnostics = z.array(z.object({ message: z.string() }))
const Place = z.object({ page: z.int(), left: z.number(), top: z.number(), width: z.number(), height: z.number() })
const Blocks = z.array(z.object({ value: Place }))

function messagesOf(diagnostics: unknown): string[] {
  const read = Diagnostics.safeParse(diagnostics)
  return read.success ? read.data.map((one) => one.message) : []
}

// The exporter puts its diagnostics into one string, each as `message: "…"`; anything else is passed on whole.
function exportMessages(cause: string): string[] {
  const found = [...cause.matchAll(/message: ("(?:[^"\\]|\\.)*")/g)].map((match) => String(match[1]))
  return found.length === 0 ? [cause] : [...new Set(found)]
}

function compile(
  compiler: ReportCompiler,
  template: string,
): { readonly document: NodeTypstDocument; readonly warnings: readonly string[] } {
  const compiled = compiler.typst.compile({ mainFilePath: join(compiler.workspace, `${template}.typ`) })
  const document = compiled.result
  if (document === null) {
    throw new Error(`The report could not be typeset: ${messagesOf(compiled.takeDiagnostics()?.shortDiagnostics).join('; ')}`)
  }
  return { document, warnings: messagesOf(compiled.takeWarnings()?.shortDiagnostics) }
}

function exportPdf(compiler: ReportCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    // The date stands in the document itself, so no time stamp of the machine enters.
    return compiler.typst.pdf(document, { pdfStandard: 'a-3a', pdfTags: true })
  } catch (cause) {
    throw new Error(`The report could not be written as PDF/A-3a: ${exportMessages(String(cause)).join('; ')}`, { cause })
  }
}

/** What Typst finds against PDF/UA-1 in the same pages. One export knows one standard, so this is a second one without a new layout. */
function pdfUaFindings(compiler: ReportCompiler, document: NodeTypstDocument): readonly string[] {
  try {
    compiler.typst.pdf(document, { pdfStandard: 'ua-1', pdfTags: true })
    return []
  } catch (cause) {
    return exportMessages(String(cause))
  }
}

function blocksCalled(label: string, compiler: ReportCompiler, document: NodeTypstDocument): SignatureBlockPlace[] {
  return Blocks.parse(compiler.typst.query(document, { selector: `<${label}>` })).map(({ value }) => ({
    pageIndex: value.page - 1,
    leftPt: value.left,
    topPt: value.top,
    widthPt: value.width,
    heightPt: value.height,
  }))
}

function signatureBlockOf(compiler: ReportCompiler, document: NodeTypstDocument): SignatureBlockPlace {
  const [place, ...others] = blocksCalled('signature-block', compiler, document)
  if (place === undefined || others.length > 0) throw new Error('The report has no place for its signature.')
  return place
}

/** What the templates may read: model, data to attach, and the logo when there is one. */
function givenFiles(
  { model, attachment }: ReportPages,
  printable: ReturnType<typeof printableJson>,
): readonly (readonly [string, Buffer])[] {
  const data = canonicalize(attachment.content)
  if (data === undefined) throw new Error('What travels in the report cannot be written as JSON.')
  const { logo } = model.look
  return [
    ['model.json', Buffer.from(JSON.stringify({ ...Object(printable.value), spelledOut: printable.spelledOut }), 'utf8')],
    [attachment.name, Buffer.from(data, 'utf8')],
    ...(logo === null ? [] : [['logo', Buffer.from(logo.base64, 'base64')] as const]),
  ]
}

/** Pages that are set and wait to be written as a file. */
interface LaidOutReport {
  readonly document: NodeTypstDocument
  readonly warnings: readonly string[]
}

/** Sets the pages: the longest step. Throws when Typst reports an error. */
export function layOutPages(pages: ReportPages, compiler: ReportCompiler): LaidOutReport {
  const printable = printableJson(pages.model, compiler.printer)
  const { typst, workspace } = compiler
  const given = givenFiles(pages, printable)
  for (const [name, content] of given) typst.mapShadow(join(workspace, name), content)
  try {
    const { document, warnings } = compile(compiler, pages.template)
    const spelledOut = printable.spelledOut.map(
      (name) => `No bundled font can show ${name}; it is spelled out on paper and unchanged in the attached data.`,
    )
    return { document, warnings: [...spelledOut, ...warnings] }
  } finally {
    for (const [name] of given) typst.unmapShadow(join(workspace, name))
  }
}

/** Writes set pages as PDF/A-3a and holds them against PDF/UA-1. Throws when the archive rules are broken. */
export function writePages({ document, warnings }: LaidOutReport, compiler: ReportCompiler): RenderedReport {
  try {
    const pdf = exportPdf(compiler, document)
    const pdfUa = pdfUaFindings(compiler, document)
    return {
      pdf,
      signatureBlock: signatureBlockOf(compiler, document),
      furtherBlocks: blocksCalled('further-block', compiler, document),
      pageCount: document.numOfPages,
      passesPdfUa: pdfUa.length === 0,
      warnings: [...warnings, ...pdfUa],
    }
  } finally {
    // Typst remembers what it has laid out; a report is rarely made twice, so keep nothing beyond the last one.
    compiler.typst.evictCache(1)
  }
}

/**
 * A report as PDF/A-3a, tagged, with the canonical JSON (RFC 8785) of its data attached.
 * A pure function of its input: no clock, no system fonts, no files, so the same model gives the same bytes.
 * Characters that no bundled font has are printed as `‹U+1F600›` and named in `warnings`; in the JSON they stay as they are.
 * Synchronous and quick (see docs/performance.md), yet not for a UI thread. Throws when Typst reports an error.
 */
export function renderPages(pages: ReportPages, compiler: ReportCompiler): RenderedReport {
  return writePages(layOutPages(pages, compiler), compiler)
}

/** The report on a third party, with `document` attached as assessment.json. See {@link renderPages}. */
export function renderReport(
  model: ReportModel,
  document: AssessmentDocument,
  { compiler }: { readonly compiler: ReportCompiler },
): RenderedReport {
  return renderPages({ template: 'assessment', model, attachment: { name: 'assessment.json', content: document } }, compiler)
}
