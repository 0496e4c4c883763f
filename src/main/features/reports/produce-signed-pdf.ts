// Report to signed PDF: model, Typst, signature. The engine's heaviest libraries are loaded here, when first needed.
import { createHash } from 'node:crypto'
import type { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Printing } from '#shared/domain/printing.ts'
import type { ChosenLook } from '#shared/domain/report-look.ts'
import type { FurtherSigner, Signer } from '#shared/domain/signer.ts'
import { originalLanguage, printableLanguages } from '#main/report/languages.ts'
import type { RenderedReport, ReportPages } from '#main/report/render.ts'
import type { FurtherField } from '#main/report/signing/prepared-widgets.ts'
import type { ReportCompiler } from '#main/report/report-compiler.ts'
import { backendOf, type SigningKeys } from './backend-of.ts'
import type { OnStep } from './making.ts'

const compilers = new Map<string, ReportCompiler>()

/** What reports in `language` are printed with; English when absent. Made once. */
export async function compilerFor(resourcesDirectory: string, language: string = originalLanguage): Promise<ReportCompiler> {
  const place = `${language} ${resourcesDirectory}`
  const known = compilers.get(place)
  if (known) return known
  const { createReportCompiler } = await import('#main/report/report-compiler.ts')
  const compiler = createReportCompiler(resourcesDirectory, language)
  compilers.set(place, compiler)
  return compiler
}

/** What printed a report that names its kit: its language decides; null when no language here gives that kit. */
export async function compilerOfKit(resourcesDirectory: string, kitSha256: string): Promise<ReportCompiler | null> {
  for (const language of printableLanguages(resourcesDirectory)) {
    const compiler = await compilerFor(resourcesDirectory, language)
    if (compiler.kitSha256 === kitSha256) return compiler
  }
  return null
}

/** Where reports are printed from, and in which language. */
export interface PrintingPlace {
  readonly resourcesDirectory: string
  readonly reportLanguage: string
}

/** What a document says of its printing. A logo that is lost is not printed, so it is not named. */
export async function printingWith(
  { look, logo }: ChosenLook,
  { resourcesDirectory, reportLanguage }: PrintingPlace,
  furtherSigners: readonly FurtherSigner[] = [],
): Promise<Printing> {
  const { kitSha256 } = await compilerFor(resourcesDirectory, reportLanguage)
  return {
    look: { ...look, logoSha256: logo === null ? null : look.logoSha256 },
    kitSha256,
    ...(furtherSigners.length === 0 ? {} : { furtherSigners: [...furtherSigners] }),
  }
}

/** A report of any kind, with what its visible signature block says. */
export type PagesToSign = ReportPages & { readonly model: { readonly signature: { readonly reason: string } } }

/** What a screen reader says of the places for those who sign after. */
const furtherDescriptions = {
  reviewer: 'Place for the signature of the reviewer',
  client: 'Place for the signature of the client',
} as const satisfies Record<FurtherSigner, string>

/** The fields for those who sign after, each where the pages keep a place for it. */
export function furtherFieldsOf(furtherSigners: readonly FurtherSigner[], places: RenderedReport['furtherBlocks']): FurtherField[] {
  return furtherSigners.map((who, index) => ({ description: furtherDescriptions[who], place: places[index] }))
}

export interface PagesOrder {
  readonly place: PrintingPlace
  readonly keys: SigningKeys
  readonly signer: Pick<Signer, 'name' | 'role'>
  /** The instant that the document and the visible block state. */
  readonly signedAt: string
  readonly furtherSigners?: readonly FurtherSigner[] | undefined
  readonly print: (compiler: ReportCompiler) => Promise<PagesToSign>
  /** Told as each step begins; throws to stop before it. */
  readonly onStep?: OnStep | undefined
}

export interface SignedPdf {
  readonly pdf: Uint8Array
  /** Hash of the model's JSON: what was printed, whatever typesets it. */
  readonly modelSha256: string
}

/** Typesets a report of any kind and signs it with the signer's key. Throws when either fails: nothing was stored yet. */
export async function produceSignedPages(order: PagesOrder): Promise<SignedPdf> {
  const { place, keys, signer, signedAt, furtherSigners = [], print, onStep } = order
  const compiler = await compilerFor(place.resourcesDirectory, place.reportLanguage)
  const [{ layOutPages, writePages }, { signPdf }] = await Promise.all([
    import('#main/report/render.ts'),
    import('#main/report/signing/sign-pdf.ts'),
  ])
  await onStep?.('layout')
  const pages = await print(compiler)
  const laidOut = layOutPages(pages, compiler)
  await onStep?.('archive')
  const rendered = writePages(laidOut, compiler)
  await onStep?.('signing')
  const { name, role } = signer
  const signed = await signPdf({
    pdf: rendered.pdf,
    signer: await backendOf(keys),
    facts: { name, ...(role === '' ? {} : { role }), reason: pages.model.signature.reason, signedAt: new Date(signedAt) },
    widget: rendered.signatureBlock,
    claimsPdfUa: rendered.passesPdfUa,
    furtherFields: furtherFieldsOf(furtherSigners, rendered.furtherBlocks),
    furtherFont: compiler.furtherFont,
  })
  if (!signed.ok) throw new Error(`The report could not be signed: ${signed.detail}`)
  return { pdf: signed.pdf, modelSha256: createHash('sha256').update(JSON.stringify(pages.model)).digest('hex') }
}

export interface SigningOrder {
  readonly document: AssessmentDocument
  readonly pack: Pack
  /** Gatehouse's own look when absent. */
  readonly chosen?: ChosenLook
  readonly place: PrintingPlace
  readonly keys: SigningKeys
  readonly furtherSigners?: readonly FurtherSigner[] | undefined
  readonly onStep?: OnStep | undefined
}

/** Renders an assessment's report and signs it. Throws when either fails: nothing was stored yet. */
export async function produceSignedPdf({ document, pack, chosen, place, keys, furtherSigners, onStep }: SigningOrder): Promise<SignedPdf> {
  return produceSignedPages({
    place,
    keys,
    signer: document.signer,
    signedAt: document.signedAt,
    furtherSigners,
    onStep,
    print: async (compiler) => {
      const { buildReportModel } = await import('#main/report/model.ts')
      const model = buildReportModel(document, pack, chosen === undefined ? compiler : { ...compiler, chosen })
      return { template: 'assessment', model, attachment: { name: 'assessment.json', content: document } }
    },
  })
}
