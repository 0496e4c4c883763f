// Judges a PDF with what is known here: the vault's signers, certificates, packs and logos when one is open, the shipped packs always.
import { createHash } from 'node:crypto'
import { isAsSigned, type Verdict } from '#shared/contract/verdict.ts'
import type { PackReference } from '#shared/domain/pack.ts'
import type { ReportLook } from '#shared/domain/report-look.ts'
import { findPackByHash } from '#main/records/pack.ts'
import { withLogo } from '#main/records/report-look.ts'
import { isKeptForm } from '#main/records/report-version.ts'
import { findKnownCertificates } from '#main/records/signer.ts'
import type { FeatureContext } from '../feature-context.ts'

const changedSince = 'The file was changed after it was signed, so what its pages show now is not what was signed.'

/** The verdict on a PDF, its pages apart: those take a while to print again. */
export async function judge(context: FeatureContext, pdf: Uint8Array): Promise<Verdict> {
  const { verdict } = await judgeData(context, pdf)
  return verdict
}

/** The whole verdict: the data inside is printed again and compared with the pages. */
export async function judgeWithPages(context: FeatureContext, pdf: Uint8Array): Promise<Verdict> {
  const { verdict, attached, findPack } = await judgeData(context, pdf)
  // Pages of a file that is not as it was signed prove nothing either way.
  if (attached === null || verdict.integrity.state !== 'intact') return verdict
  // Only the signed revision could be compared, and a reader of this file sees a later one.
  if (!isAsSigned(verdict)) return { ...verdict, pages: { state: 'not-compared', reasons: [changedSince] } }
  const store = context.vault()?.store
  const { comparePages } = await import('./compare-pages.ts')
  const { resourcesDirectory, applicationVersion } = context
  const findLogo = (look: ReportLook) => (store === undefined ? { look, logo: null } : withLogo(store, look))
  return { ...verdict, pages: await comparePages(pdf, attached, { resourcesDirectory, applicationVersion, findPack, findLogo }) }
}

async function judgeData(context: FeatureContext, pdf: Uint8Array) {
  const vault = context.vault()
  const store = vault?.store
  const findPack = ({ sha256 }: PackReference) =>
    (store === undefined ? context.packs.byHash(sha256) : findPackByHash(store, context.packs, sha256))?.pack
  const knownCertificates = store === undefined ? [] : findKnownCertificates(store)
  const [{ judgePdf }, { originOf }] = await Promise.all([import('./verdict.ts'), import('./origin.ts')])
  const isKeptHere = store === undefined ? null : isKeptForm(store, createHash('sha256').update(pdf).digest('hex'))
  const judged = judgePdf(pdf, { knownCertificates, now: new Date(context.now()), findPack, isKeptHere })
  const { attached } = judged
  const origin = vault === null || attached === null ? null : originOf(vault, attached)
  const verdict: Verdict = { ...judged.verdict, pages: null, origin }
  return { verdict, attached, findPack }
}
