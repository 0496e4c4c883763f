// Judges a PDF with what is known here: the vault's signers, certificates and packs when one is open, the shipped packs always.
import { createHash } from 'node:crypto'
import type { Verdict } from '#shared/contract/verdict.ts'
import type { PackReference } from '#shared/domain/pack.ts'
import { findPackByHash } from '#main/records/pack.ts'
import { isKeptForm } from '#main/records/report-version.ts'
import { findKnownCertificates } from '#main/records/signer.ts'
import type { FeatureContext } from '../feature-context.ts'

export async function judge(context: FeatureContext, pdf: Uint8Array): Promise<Verdict> {
  const store = context.vault()?.store
  const findPack = ({ sha256 }: PackReference) =>
    (store === undefined ? context.packs.byHash(sha256) : findPackByHash(store, context.packs, sha256))?.pack
  const knownCertificates = store === undefined ? [] : findKnownCertificates(store)
  const { judgePdf } = await import('./verdict.ts')
  const isKeptHere = store === undefined ? null : isKeptForm(store, createHash('sha256').update(pdf).digest('hex'))
  return judgePdf(pdf, { knownCertificates, now: new Date(context.now()), findPack, isKeptHere })
}
