// Words for what the reference data says: how a rule stands, who has to agree to an order, what a law can do.
import type { CountryNotice } from '#shared/contract/reference.ts'
import type { LawApproval, LawEffect, RuleStatus } from '#shared/domain/rule-terms.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('reference')

export const informsOnly = t('informsOnly')
export const standingWords: Readonly<Record<RuleStatus, string>> = t('standing', { returnObjects: true })
export const approvalWords: Readonly<Record<LawApproval, string>> = t('approval', { returnObjects: true })
export const effectWords: Readonly<Record<LawEffect, string>> = t('effect', { returnObjects: true })

/** Laws that can turn the asking itself into a risk. */
const askingEffects = new Set<LawEffect>(['due-diligence', 'foreign-disclosure-bar', 'export-bar', 'counter-measures'])

/** "Named by 2 dated lists · 3 laws read", with what is missing said as such. */
export function noticeSummary({ lists, laws }: CountryNotice): string {
  const ofLists = lists.length === 0 ? t('summary.noList') : t('summary.lists', { count: lists.length })
  const ofLaws = laws.length === 0 ? t('summary.notRead') : t('summary.laws', { count: laws.length })
  return `${ofLists} · ${ofLaws}`
}

/** What may bear on asking in this country, as sentences of the reference data. */
export function lawsOnAsking({ laws }: CountryNotice) {
  return laws.filter((law) => law.effects.some((effect) => askingEffects.has(effect)))
}
