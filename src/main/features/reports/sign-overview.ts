// Signs a report that is not on one assessment: gathers it, typesets it, signs it, checks it and keeps it, or nothing at all.
import { Refusal } from '#shared/contract/refusal.ts'
import type { Report } from '#shared/contract/reports.ts'
import type { Verdict } from '#shared/contract/verdict.ts'
import { ReportId, type SignerId } from '#shared/domain/ids.ts'
import { PortfolioDocument } from '#shared/domain/portfolio-document.ts'
import { ProgrammeDocument } from '#shared/domain/programme-document.ts'
import type { Printing } from '#shared/domain/printing.ts'
import type { ChosenLook } from '#shared/domain/report-look.ts'
import type { ReportKind } from '#shared/domain/report-kind.ts'
import type { FurtherSigner } from '#shared/domain/signer.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import type { ReportCompiler } from '#main/report/report-compiler.ts'
import { readCrownJewels, readOrganization } from '#main/records/organization.ts'
import { addPack } from '#main/records/pack.ts'
import { gatherPortfolio } from '#main/records/portfolio.ts'
import { gatherProgramme } from '#main/records/programme.ts'
import { refreshOutcomes } from '#main/records/refresh-outcomes.ts'
import { findReportLook } from '#main/records/report-look.ts'
import { readAuditHead } from '#main/store/audit.ts'
import type { WriteDb } from '#main/store/database.ts'
import { type FeatureContext, requireVault } from '../feature-context.ts'
import { keepReport } from './keep-report.ts'
import { makeInSteps, type OnStep } from './making.ts'
import { type PagesToSign, printingWith, produceSignedPages } from './produce-signed-pdf.ts'
import { keysForSigning } from './backend-of.ts'
import { findValidSigner } from './find-valid-signer.ts'
import { refuseClockBehind } from './refuse-clock-behind.ts'
import { insistOnSound } from './sign-report.ts'

export interface OverviewOrder {
  readonly kind: Exclude<ReportKind, 'assessment'>
  readonly signerId: SignerId
  /** Who is to sign after; the report then permits that and nothing else. */
  readonly furtherSigners?: readonly FurtherSigner[] | undefined
  /** Of the token that has the key, when it is to be typed here. */
  readonly pin?: string | undefined
  /** Judges the finished file as anybody would. */
  readonly judge: (pdf: Uint8Array) => Promise<Verdict>
  readonly makingId?: string | undefined
}

/** Longest time to bring outcomes up to date before a report rests on them. */
const refreshBudgetMs = 120_000

/** What every document of this kind states of its making. */
function makingOf(context: FeatureContext, signerId: SignerId, printing: Printing) {
  const vault = requireVault(context)
  const organization = vault.store.first(readOrganization)
  if (!organization) throw new Refusal('no-organization', 'Describe your organization first: the report is about it.')
  // A PDF states its time in whole seconds, and all places that print it must agree.
  const signedAt = `${context.now().slice(0, 19)}.000Z`
  return {
    reportId: ReportId.parse(context.newId()),
    organization,
    asOf: calendarDayOf(signedAt),
    signedAt,
    crownJewels: vault.store.all(readCrownJewels),
    signer: findValidSigner(vault, signerId, signedAt),
    audit: { vaultId: vault.id, ...readAuditHead(vault.store) },
    application: { name: 'Gatehouse', version: context.applicationVersion },
    printing,
  }
}

type Making = ReturnType<typeof makingOf>
interface Prepared {
  readonly document: { readonly signedAt: string; readonly audit: { readonly sequence: number } }
  /** What must be in the vault for the report to be printed again. */
  readonly alongside?: (tx: WriteDb) => void
  readonly print: (compiler: ReportCompiler, chosen: ChosenLook) => Promise<PagesToSign>
}

function preparePortfolio(context: FeatureContext, making: Making): Prepared {
  const { store } = requireVault(context)
  const stale = refreshOutcomes({ store, packs: context.packs, applicationVersion: context.applicationVersion }, refreshBudgetMs)
  if (stale > 0) throw new Refusal('not-up-to-date', 'Some results are still being worked out again. Wait a minute, then sign.')
  const gathered = gatherPortfolio(store, context.packs)
  const last = gathered.parties
    .flatMap(({ signedTiers }) => signedTiers.map(({ signedAt }) => signedAt))
    .toSorted()
    .at(-1)
  refuseClockBehind(last, making.signedAt)
  const document = PortfolioDocument.parse({ format: 'gatehouse.portfolio', formatVersion: 1, ...making, ...gathered })
  return {
    document,
    print: async (compiler, chosen) => {
      const { buildPortfolioModel } = await import('#main/report/model/portfolio/build.ts')
      const model = buildPortfolioModel(document, { words: compiler.words, chosen })
      return { template: 'portfolio', model, attachment: { name: 'portfolio.json', content: document } }
    },
  }
}

function prepareProgramme(context: FeatureContext, making: Making): Prepared {
  const { store } = requireVault(context)
  const loaded = context.packs.current
  const { pack, reference, content } = loaded
  const document = ProgrammeDocument.parse({
    format: 'gatehouse.programme',
    formatVersion: 1,
    ...making,
    ...gatherProgramme(store, loaded, making.asOf),
  })
  if (document.result.answeredCount === 0)
    throw new Refusal(
      'nothing-answered',
      'The organization has answered nothing about itself yet. Answer its own questions first, then sign.',
    )
  return {
    document,
    print: async (compiler, chosen) => {
      const { buildProgrammeModel } = await import('#main/report/model/programme/build.ts')
      const model = buildProgrammeModel(document, pack, { ...compiler, chosen })
      return { template: 'programme', model, attachment: { name: 'programme.json', content: document } }
    },
    alongside: (tx) => void tx.run(addPack, { ...reference, content }),
  }
}

const prepare = { portfolio: preparePortfolio, programme: prepareProgramme } as const

/** Signs the report and keeps it. Nothing is stored unless the finished file passes the verifier. */
export async function signOverview(context: FeatureContext, order: OverviewOrder): Promise<{ report: Report; verdict: Verdict }> {
  return makeInSteps(context, order.makingId, (onStep) => signInSteps(context, order, onStep))
}

async function signInSteps(context: FeatureContext, order: OverviewOrder, onStep: OnStep): Promise<{ report: Report; verdict: Verdict }> {
  await onStep('collecting')
  const { store } = requireVault(context)
  const chosen = findReportLook(store)
  const making = makingOf(context, order.signerId, await printingWith(chosen, context, order.furtherSigners))
  const keys = keysForSigning(context, order.signerId, order.pin)
  const { document, print, alongside } = prepare[order.kind](context, making)
  const { signer, signedAt } = making
  const signed = await produceSignedPages({
    place: context,
    keys,
    signer,
    signedAt,
    furtherSigners: order.furtherSigners,
    print: (compiler) => print(compiler, chosen),
    onStep,
  })
  await onStep('checking')
  const verdict = await order.judge(signed.pdf)
  insistOnSound(verdict)
  await onStep('storing')
  const report = keepReport(store, {
    id: making.reportId,
    kind: order.kind,
    assessmentId: null,
    subject: making.organization.name,
    signer,
    signed,
    look: chosen.look,
    document,
    ...(alongside === undefined ? {} : { alongside }),
  })
  return { report, verdict }
}
