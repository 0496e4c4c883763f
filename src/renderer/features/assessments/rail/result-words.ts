// The result in words: what sets the tier, how sure one may be, what a badge means.
import type { Pack } from '#shared/domain/pack.ts'
import type { AskFirst, FlagResult, Result } from '#shared/scoring/result.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { percentText } from '#renderer/ui/numbers.ts'
import { flagReason } from '../flag-reason.ts'
import { gapText } from '../gap-text.ts'
import { tierWords } from '#renderer/ui/tier-badge.tsx'

type Badge = Result['badges'][number]['badge']
type Confidence = Result['confidence']

const t = wordsIn('result')
const terms = wordsIn('terms')

/** Which domain or flag sets the worst tier, in one sentence. */
export function driverSentence(result: Result, pack: Pack): string {
  const { driver } = result
  const worst = tierWords[result.tier.worst]
  if (result.answeredCount === 0) return t('driver.nothing')
  if (driver === null) return t('driver.reach', { worst })
  if (driver.kind === 'flag') {
    const flag = result.flags.find((one) => one.ruleId === driver.id)
    return t('driver.flag', { worst, reason: flag === undefined ? driver.id : flagReason(flag) })
  }
  const domain = pack.domains.find((one) => one.id === driver.id)
  const gap = result.domains.find((one) => one.domainId === driver.id)?.gap
  const values = { worst, domain: domain?.title ?? driver.id }
  if (gap === null || gap === undefined) return t('driver.domain', values)
  return t(gap.loBp === gap.hiBp ? 'driver.domainIs' : 'driver.domainCouldBe', {
    ...values,
    gap: gapText({ loBp: gap.hiBp, hiBp: gap.hiBp }),
  })
}

interface TitleAndMeaning {
  readonly title: string
  readonly meaning: string
}

export const confidenceWords: Record<Confidence, TitleAndMeaning> = {
  high: terms('confidence.high', { returnObjects: true }),
  medium: terms('confidence.medium', { returnObjects: true }),
  low: terms('confidence.low', { returnObjects: true }),
}

export const badgeWords: Record<Badge, TitleAndMeaning> = {
  provisional: t('badge.provisional', { returnObjects: true }),
  'scope-limited': t('badge.scope-limited', { returnObjects: true }),
  stale: t('badge.stale', { returnObjects: true }),
}

/** STOP before High, what stands before what is open, otherwise as the pack has them. */
export function bySeverity(flags: readonly FlagResult[]): FlagResult[] {
  const rank = (flag: FlagResult) => (flag.state === 'fired' ? 0 : 2) + (flag.level === 'stop' ? 0 : 1)
  return flags.toSorted((a, b) => rank(a) - rank(b))
}

/** Points of a contribution, which are hundredths of a percent: 2143 → "21.43". */
export function pointsText(basisPoints: number): string {
  return (basisPoints / 100).toLocaleString(pageLocale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

/** What an answer could change: tiers of the worst case, a flag, or points of its domain. */
export function gainWords(ask: AskFirst): string {
  const parts = [
    ask.tierSteps === 0 ? '' : t('ask.gain.tiers', { count: ask.tierSteps }),
    ask.couldClearFlag ? t('ask.gain.flag') : '',
    ask.gapBp === 0 ? '' : t('ask.gain.gap', { share: percentText(ask.gapBp) }),
  ].filter((part) => part !== '')
  return parts.length === 0 ? t('ask.gain.none') : parts.join(' · ')
}
