import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { TierCounts } from '#shared/contract/home.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'

interface GlancePartProps {
  readonly counts: TierCounts
  readonly total: number
  readonly onOpen: () => void
}

// In the order of the method: a Low that rests on little stands beside Moderate.
const rows = ['critical', 'high', 'moderate', 'unconfirmed', 'low', 'none'] as const

/** How many third parties there are of each worst tier. The bar repeats the number beside it. */
export function GlancePart({ counts, total, onOpen }: GlancePartProps) {
  const { t } = useTranslation('home')
  const most = Math.max(1, ...Object.values(counts))
  return (
    <>
      <table className="glance">
        <caption className="visually-hidden">{t('glance.tiers')}</caption>
        <tbody>
          {rows.map((tier) => {
            const style: CSSProperties & Record<'--share', string> = { '--share': `${(counts[tier] / most) * 100}%` }
            return (
              <tr key={tier}>
                <th scope="row">
                  {tier === 'none' ? <span className="glance-none">{t('glance.none')}</span> : null}
                  {tier === 'unconfirmed' ? <TierBadge tier="low" isUnconfirmed /> : null}
                  {tier === 'none' || tier === 'unconfirmed' ? null : <TierBadge tier={tier} />}
                </th>
                <td className="glance-count">{counts[tier].toLocaleString(pageLocale)}</td>
                <td className="glance-cell" aria-hidden="true">
                  {counts[tier] === 0 ? null : <span className={`glance-bar glance-${tier}`} style={style} />}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="glance-foot">
        <span>{t('glance.total', { count: total })}</span>
        <Button isSmall onClick={onOpen}>
          {t('glance.open')}
        </Button>
      </p>
    </>
  )
}
