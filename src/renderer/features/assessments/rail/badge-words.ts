// Why a badge stands beside the tier, reason by reason.
import type { BadgeReason } from '#shared/scoring/result.ts'
import { countText } from '#renderer/ui/numbers.ts'

type Code = BadgeReason['code']

const words: Readonly<Record<Code, readonly [one: string, many: string]>> = {
  'gap-open': ['practice is open', 'practices are open'],
  'fact-open': ['fact is open', 'facts are open'],
  'flag-unresolved': ['flag is not settled', 'flags are not settled'],
  'mostly-not-applicable': ['domain is mostly set aside as N/A', 'domains are mostly set aside as N/A'],
  'not-countersigned': ['flag question was set aside without a second person', 'flag questions were set aside without a second person'],
  'evidence-expired': ['answer rests on expired evidence', 'answers rest on expired evidence'],
  'source-due': ['source should have been checked again', 'sources should have been checked again'],
  'list-old': ['screened list is older than 30 days', 'screened lists are older than 30 days'],
}

/** "2 answers rest on expired evidence". */
export function reasonWords({ code, ids }: BadgeReason): string {
  const [one, many] = words[code]
  return countText(ids.length, one, many)
}
