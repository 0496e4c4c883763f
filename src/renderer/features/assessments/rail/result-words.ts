// The result in words: what sets the tier, how sure one may be, what a badge means.
import type { Pack } from '#shared/domain/pack.ts'
import type { AskFirst, FlagResult, Result } from '#shared/scoring/result.ts'
import { percentText } from '#renderer/ui/numbers.ts'
import { tierWords } from '#renderer/ui/tier-badge.tsx'

type Badge = Result['badges'][number]['badge']
type Confidence = Result['confidence']

/** Which domain or flag sets the worst tier, in one sentence. */
export function driverSentence(result: Result, pack: Pack): string {
  const { driver } = result
  const worst = tierWords[result.tier.worst]
  if (result.answeredCount === 0) return 'Nothing is answered yet. Each answer narrows the range.'
  if (driver === null) return `${worst} because of what the party can reach; no safeguard is scored yet.`
  if (driver.kind === 'flag') {
    const flag = result.flags.find((one) => one.ruleId === driver.id)
    return `${worst} because of a flag: ${flag?.reason ?? driver.id}`
  }
  const domain = pack.domains.find((one) => one.id === driver.id)
  const gap = result.domains.find((one) => one.domainId === driver.id)?.gap
  const size =
    gap === null || gap === undefined
      ? ''
      : `, where the gap ${gap.loBp === gap.hiBp ? 'is' : 'could be as large as'} ${percentText(gap.hiBp)}`
  return `${worst} because of “${domain?.title ?? driver.id}”${size}.`
}

export const confidenceWords: Record<Confidence, { readonly title: string; readonly meaning: string }> = {
  high: { title: 'High', meaning: 'At least 80 % of the weight rests on grade A or B, and nothing is open.' },
  medium: {
    title: 'Medium',
    meaning: 'At least half of the weight rests on grades A to C, and no flag question rests on grade D or on nothing.',
  },
  low: { title: 'Low', meaning: 'Less than half of the weight rests on grades A to C, or a flag question rests on grade D or on nothing.' },
}

export const badgeWords: Record<Badge, { readonly title: string; readonly meaning: string }> = {
  provisional: { title: 'Provisional', meaning: 'Best and worst case differ; open answers could still change the tier.' },
  'scope-limited': {
    title: 'Scope-limited',
    meaning: 'Much of a domain was set aside as N/A, or a flag question was, without a second person.',
  },
  stale: { title: 'Stale', meaning: 'A list, a piece of evidence or a rule is past its date.' },
}

/** STOP before High, what stands before what is open, otherwise as the pack has them. */
export function bySeverity(flags: readonly FlagResult[]): FlagResult[] {
  const rank = (flag: FlagResult) => (flag.state === 'fired' ? 0 : 2) + (flag.level === 'stop' ? 0 : 1)
  return flags.toSorted((a, b) => rank(a) - rank(b))
}

/** Points of a contribution, which are hundredths of a percent: 2143 → "21.43". */
export function pointsText(basisPoints: number): string {
  return (basisPoints / 100).toFixed(2)
}

/** What an answer could change: tiers of the worst case, a flag, or points of its domain. */
export function gainWords(ask: AskFirst): string {
  const parts = [
    ask.tierSteps === 0 ? '' : `could lower the worst case by ${ask.tierSteps === 1 ? 'one tier' : `${ask.tierSteps} tiers`}`,
    ask.couldClearFlag ? 'could clear a flag' : '',
    ask.gapBp === 0 ? '' : `up to ${percentText(ask.gapBp)} of its domain`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'narrows the range' : parts.join(' · ')
}
