// From model to signed PDF, beside Typst alone compiling and exporting the same document.
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { produceSignedPdf } from '#main/features/reports/produce-signed-pdf.ts'
import { buildReportModel } from '#main/report/model.ts'
import { printableJson } from '#main/report/printable-text.ts'
import { createReportCompiler } from '#main/report/report-compiler.ts'
import { createSignerIdentity } from '#main/report/signing/signer-identity.ts'
import { inTurn, type Samples, timed } from '../samples.ts'
import { readFrozenCase } from './frozen-case.ts'
import { resourcesDirectory } from './places.ts'

/** Both begin with nothing remembered from an earlier report, as a user's report does. */
export async function measureReport(runs: number): Promise<Samples> {
  const { document, pack } = readFrozenCase()
  const compiler = createReportCompiler(resourcesDirectory)
  const { typst, workspace, printer } = compiler
  const { name, role, organization } = document.signer
  const identity = createSignerIdentity({ name, role, organization, now: new Date(document.signedAt), validityYears: 5 })
  const keys = { certificate: identity.certificateDer, privateKey: identity.privateKeyPkcs8 }
  const product = async () => {
    typst.evictCache(0)
    const startedAt = performance.now()
    await produceSignedPdf({ document, pack, resourcesDirectory, keys })
    return performance.now() - startedAt
  }
  const model = printableJson(buildReportModel(document, pack, compiler), printer).value
  typst.mapShadow(join(workspace, 'model.json'), Buffer.from(JSON.stringify(model)))
  typst.mapShadow(join(workspace, 'assessment.json'), Buffer.from(canonicalize(document) ?? ''))
  const bare = () => {
    typst.evictCache(0)
    return timed(() => {
      const { result } = typst.compile({ mainFilePath: join(workspace, 'assessment.typ') })
      if (result === null) throw new Error('The bare compile failed.')
      typst.pdf(result, { pdfStandard: 'a-3a', pdfTags: true })
    })
  }
  return inTurn(runs, product, bare)
}
