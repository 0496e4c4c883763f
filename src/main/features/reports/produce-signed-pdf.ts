// Document to signed PDF: report model, Typst, signature. The engine's heaviest libraries are loaded here, when first needed.
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { ReportCompiler } from '#main/report/report-compiler.ts'

const compilers = new Map<string, ReportCompiler>()

async function compilerFor(resourcesDirectory: string): Promise<ReportCompiler> {
  const known = compilers.get(resourcesDirectory)
  if (known) return known
  const { createReportCompiler } = await import('#main/report/report-compiler.ts')
  const compiler = createReportCompiler(resourcesDirectory)
  compilers.set(resourcesDirectory, compiler)
  return compiler
}

export interface SigningOrder {
  readonly document: AssessmentDocument
  readonly pack: Pack
  readonly resourcesDirectory: string
  readonly keys: { readonly certificate: Uint8Array; readonly privateKey: Uint8Array }
}

/** Renders the document's report and signs it with the signer's key. Throws when either fails: nothing was stored yet. */
export async function produceSignedPdf(order: SigningOrder): Promise<Uint8Array> {
  const { document, pack, keys } = order
  const compiler = await compilerFor(order.resourcesDirectory)
  const [{ buildReportModel }, { renderReport }, { createInMemorySignBackend }, { signPdf }] = await Promise.all([
    import('#main/report/model.ts'),
    import('#main/report/render.ts'),
    import('#main/report/signing/sign-backend.ts'),
    import('#main/report/signing/sign-pdf.ts'),
  ])
  const model = buildReportModel(document, pack, compiler)
  const rendered = renderReport(model, document, { compiler })
  const { name, role } = document.signer
  const signed = await signPdf({
    pdf: rendered.pdf,
    signer: createInMemorySignBackend({ certificateDer: keys.certificate, privateKeyPkcs8: keys.privateKey }),
    facts: { name, ...(role === '' ? {} : { role }), reason: model.signature.reason, signedAt: new Date(document.signedAt) },
    widget: rendered.signatureBlock,
    claimsPdfUa: rendered.passesPdfUa,
  })
  if (!signed.ok) throw new Error(`The report could not be signed: ${signed.detail}`)
  return signed.pdf
}
