// Words for what the reference data says: how a rule stands, who has to agree to an order, what a law can do.
import type { CountryNotice } from '#shared/contract/reference.ts'
import type { LawApproval, LawEffect, RuleStatus } from '#shared/domain/rule-terms.ts'
import { countText } from '#renderer/ui/numbers.ts'

export const informsOnly = 'Lists and laws inform. They change no score: every country gets the same questions with the same weights.'

export const standingWords: Readonly<Record<RuleStatus, string>> = {
  'in-force': 'in force',
  stayed: 'stayed, not applied for now',
  'not-yet': 'not in force yet',
  unknown: 'not known whether it is in force',
}

export const approvalWords: Readonly<Record<LawApproval, string>> = {
  court: 'A court agrees first.',
  'minister-and-judge': 'A minister and a judge agree first.',
  'agency-head': 'The head of the agency agrees first.',
  'no-approval': 'Nobody outside the agency has to agree first.',
  varies: 'Who has to agree first depends on the order.',
  'not-read': 'Who has to agree first was not read.',
  'no-order': 'The law gives duties without an order.',
}

export const effectWords: Readonly<Record<LawEffect, string>> = {
  access: 'access to data',
  assistance: 'help to the state',
  decryption: 'decryption',
  secrecy: 'a duty to keep silent',
  localization: 'data kept in the country',
  'export-bar': 'a bar on taking data or technology out',
  'foreign-disclosure-bar': 'a bar on giving data to foreign authorities',
  'flaw-reporting': 'reports of security flaws to the state',
  requisition: 'requisition',
  'due-diligence': 'limits on collecting facts about a firm',
  'counter-measures': 'counter-measures against obeying foreign rules',
  structure: 'a say in how a firm is set up',
}

/** Laws that can turn the asking itself into a risk. */
const askingEffects = new Set<LawEffect>(['due-diligence', 'foreign-disclosure-bar', 'export-bar', 'counter-measures'])

/** "Named by 2 dated lists · 3 laws read", with what is missing said as such. */
export function noticeSummary({ lists, laws }: CountryNotice): string {
  const ofLists = lists.length === 0 ? 'Named by no list here' : `Named by ${countText(lists.length, 'dated list', 'dated lists')}`
  const ofLaws = laws.length === 0 ? 'its laws were not read' : `${countText(laws.length, 'law', 'laws')} read`
  return `${ofLists} · ${ofLaws}`
}

/** What may bear on asking in this country, as sentences of the reference data. */
export function lawsOnAsking({ laws }: CountryNotice) {
  return laws.filter((law) => law.effects.some((effect) => askingEffects.has(effect)))
}
