import { memo } from 'react'
import type { Tier, TierRange } from '#shared/domain/tier.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const words = wordsIn('controls')

export const tierWords: Record<Tier, string> = {
  low: words('tier.low'),
  moderate: words('tier.moderate'),
  high: words('tier.high'),
  critical: words('tier.critical'),
}

/** Words about each tier, looked up once. */
function ofEach(message: (tier: string) => string): Record<Tier, string> {
  const { low, moderate, high, critical } = tierWords
  return { low: message(low), moderate: message(moderate), high: message(high), critical: message(critical) }
}

const unconfirmedWords = ofEach((tier) => words('unconfirmed', { tier }))
const orAsLowAsWords = ofEach((tier) => words('orAsLowAs', { tier }))

// A shape for each tier, so that colour is never the only difference: circle, diamond, triangle, octagon.
const tierShapes: Record<Tier, string> = {
  low: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  moderate: 'M8 1.2 14.8 8 8 14.8 1.2 8z',
  high: 'M8 1.8 15 14H1z',
  critical: 'M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2l-3.8-3.8V5.2z',
}

export function TierShape({ tier }: { readonly tier: Tier }) {
  return (
    <svg className={`tier-shape tier-${tier}`} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <path d={tierShapes[tier]} />
    </svg>
  )
}

interface TierBadgeProps {
  readonly tier: Tier
  readonly isLarge?: boolean
  readonly isUnconfirmed?: boolean
}

/** It stands in row after row of lists, so it looks nothing up and is drawn anew only when it says something else. */
export const TierBadge = memo(function TierBadge({ tier, isLarge = false, isUnconfirmed = false }: TierBadgeProps) {
  return (
    <span className={`tier-badge tier-${tier} ${isLarge ? 'tier-badge-large' : ''}`}>
      <TierShape tier={tier} />
      {(isUnconfirmed ? unconfirmedWords : tierWords)[tier]}
    </span>
  )
})

/** The tier that counts is the worst; the best says what is still possible. */
export function TierRangeBadge({ range, isUnconfirmed = false }: { readonly range: TierRange; readonly isUnconfirmed?: boolean }) {
  return (
    <span className="tier-range">
      <TierBadge tier={range.worst} isUnconfirmed={isUnconfirmed} />
      {range.best === range.worst ? null : <span className="tier-range-best">{orAsLowAsWords[range.best]}</span>}
    </span>
  )
}
