// From model to signed PDF, beside Typst alone compiling and exporting the same document.
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { compilerFor, type PagesToSign, produceSignedPages } from '#main/features/reports/produce-signed-pdf.ts'
import { printableJson } from '#main/report/printable-text.ts'
import type { ReportCompiler } from '#main/report/report-compiler.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { inTurn, type Samples } from '../samples.ts'
import { resourcesDirectory } from './places.ts'
import { reportPages, type ReportToMake } from './report-cases.ts'

const signedAt = '2026-11-22T09:30:15.000Z'
const signer = { name: 'Rosa Lindqvist', role: 'Security officer', organization: 'Harbour Genomics, Inc.' }

function signingKeys() {
  const identity = createSignerIdentity({ ...signer, now: new Date(signedAt), validityYears: 5 })
  return { certificate: identity.certificateDer, privateKey: identity.privateKeyPkcs8 }
}

/** Makes the report as the product does and returns the signed file. */
export type Produce = () => Promise<Uint8Array>
/** Lays out and exports the same pages with Typst alone. */
export type Compile = () => void

function compilation(pages: PagesToSign, { typst, workspace, printer }: ReportCompiler): Compile {
  const { value, spelledOut } = printableJson(pages.model, printer)
  const model = JSON.stringify({ ...Object(value), spelledOut })
  const data = canonicalize(pages.attachment.content) ?? ''
  return () => {
    typst.mapShadow(join(workspace, 'model.json'), Buffer.from(model))
    typst.mapShadow(join(workspace, pages.attachment.name), Buffer.from(data))
    const { result } = typst.compile({ mainFilePath: join(workspace, `${pages.template}.typ`) })
    if (result === null) throw new Error('The bare compile failed.')
    typst.pdf(result, { pdfStandard: 'a-3a', pdfTags: true })
  }
}

/** Both sides of one report; each begins with nothing remembered from an earlier one, as a user's report does. */
export async function sidesOf(report: ReportToMake): Promise<{ readonly produce: Produce; readonly compile: Compile }> {
  const compiler = await compilerFor(resourcesDirectory)
  const print = reportPages(report)
  const keys = signingKeys()
  const compile = compilation(print(compiler), compiler)
  return {
    produce: async () => {
      compiler.typst.evictCache(0)
      return (
        await produceSignedPages({
          place: { resourcesDirectory, reportLanguage: 'en' },
          keys,
          signer,
          signedAt,
          print: async (by) => print(by),
        })
      ).pdf
    },
    compile: () => {
      compiler.typst.evictCache(0)
      compile()
    },
  }
}

async function timedAsync(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Milliseconds of the product and of the bare compile. */
export async function measureReport(report: ReportToMake, runs: number): Promise<Samples> {
  const { produce, compile } = await sidesOf(report)
  return inTurn(
    runs,
    () => timedAsync(produce),
    () => timedAsync(compile),
  )
}

/** Milliseconds of the product for a report of about 300 pages, and for one of about 30. */
export async function measureReportGrowth(runs: number): Promise<Samples> {
  const [large, small] = [await sidesOf('portfolio of 300 pages'), await sidesOf('portfolio of 30 pages')]
  return inTurn(
    runs,
    () => timedAsync(large.produce),
    () => timedAsync(small.produce),
  )
}
