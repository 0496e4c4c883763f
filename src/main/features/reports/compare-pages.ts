// Prints a report again from the data inside it, and compares the signed file with that, byte by byte.
import type { Verdict } from '#shared/contract/verdict.ts'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import type { Printing } from '#shared/domain/printing.ts'
import type { ChosenLook, ReportLook } from '#shared/domain/report-look.ts'
import type { ReportCompiler } from '#main/report/report-compiler.ts'
import type { Attached } from './attached-document.ts'
import { compilerOfKit, furtherFieldsOf, type PagesToSign } from './produce-signed-pdf.ts'
import { isTooLargeToPrint } from './printable-size.ts'
import type { FindPack } from './recompute.ts'

type Pages = NonNullable<Verdict['pages']>

export interface PrintAgain {
  readonly resourcesDirectory: string
  readonly applicationVersion: string
  readonly findPack: FindPack
  /** The look with its logo; null for the logo when it is not here. */
  readonly findLogo: (look: ReportLook) => ChosenLook
}

function notCompared(reason: string): Pages {
  return { state: 'not-compared', reasons: [reason] }
}

/** Why the pages cannot be printed as they were; null when they can. */
function whyNot(attached: Attached, printing: Printing | undefined, again: PrintAgain): string | null {
  const { version } = attached.document.application
  if (printing === undefined) return 'It does not say with what it was printed. Reports from before Gatehouse compared pages do not.'
  if (version !== again.applicationVersion)
    return `It was printed by version ${version.slice(0, 40)} of Gatehouse and this is ${again.applicationVersion}: check it with that version to compare.`
  return isTooLargeToPrint(attached.document) ? 'It is too large to be printed again here.' : null
}

async function modelOf(
  attached: Attached,
  compiler: ReportCompiler & { readonly chosen: ChosenLook },
  again: PrintAgain,
): Promise<PagesToSign | null> {
  const { kind, document } = attached
  if (kind === 'portfolio') {
    const { buildPortfolioModel } = await import('#main/report/model/portfolio/build.ts')
    return { template: kind, model: buildPortfolioModel(document, compiler), attachment: { name: 'portfolio.json', content: document } }
  }
  const pack = again.findPack(document.pack)
  if (pack === undefined) return null
  if (kind === 'programme') {
    const { buildProgrammeModel } = await import('#main/report/model/programme/build.ts')
    return {
      template: kind,
      model: buildProgrammeModel(document, pack, compiler),
      attachment: { name: 'programme.json', content: document },
    }
  }
  const { buildReportModel } = await import('#main/report/model.ts')
  const newest = AssessmentDocument.parse(document)
  return { template: kind, model: buildReportModel(newest, pack, compiler), attachment: { name: 'assessment.json', content: newest } }
}

interface Edition {
  readonly pages: PagesToSign
  readonly printing: Printing
  readonly compiler: ReportCompiler
}

async function isPrintedFrom(
  pdf: Uint8Array,
  { signer, signedAt }: Attached['document'],
  { pages, printing, compiler }: Edition,
): Promise<boolean> {
  const [{ renderPages }, { isSignedForm }] = await Promise.all([
    import('#main/report/render.ts'),
    import('#main/report/signing/is-signed-form.ts'),
  ])
  const { pdf: unsigned, signatureBlock, furtherBlocks, passesPdfUa } = renderPages(pages, compiler)
  const { name, role } = signer
  const facts = {
    name,
    ...(role === '' ? {} : { role }),
    reason: pages.model.signature.reason,
    signedAt: new Date(signedAt),
  }
  const furtherFields = furtherFieldsOf(printing.furtherSigners ?? [], furtherBlocks)
  return isSignedForm(pdf, {
    pdf: unsigned,
    facts,
    widget: signatureBlock,
    claimsPdfUa: passesPdfUa,
    furtherFields,
    furtherFont: compiler.furtherFont,
  })
}

/**
 * Whether the first signed revision is, but for the value of the signature, what this version prints of the attached data and
 * prepares for signing. Nothing on its pages can then differ from the data. Never throws on hostile data.
 */
export async function comparePages(pdf: Uint8Array, attached: Attached, again: PrintAgain): Promise<Pages> {
  const printing = 'printing' in attached.document ? attached.document.printing : undefined
  const why = whyNot(attached, printing, again)
  if (why !== null || printing === undefined) return notCompared(why ?? '')
  const compiler = await compilerOfKit(again.resourcesDirectory, printing.kitSha256)
  if (compiler === null)
    return notCompared('It was printed with other templates, words or fonts than this version has, so the pages cannot be compared.')
  const chosen = again.findLogo(printing.look)
  if (printing.look.logoSha256 !== null && chosen.logo === null)
    return notCompared('It was printed with a logo that is not here, so the pages cannot be compared.')
  try {
    const pages = await modelOf(attached, { ...compiler, chosen }, again)
    if (pages === null) return notCompared('Its question pack is not installed here, so it cannot be printed again.')
    return (await isPrintedFrom(pdf, attached.document, { pages, printing, compiler }))
      ? { state: 'same', reasons: [] }
      : {
          state: 'differ',
          reasons: ['Printed again, the attached data gives other pages than this file has. Do not rely on what is printed.'],
        }
  } catch {
    return { state: 'differ', reasons: ['The attached data cannot be printed as a report, so the pages of this file do not come from it.'] }
  }
}
