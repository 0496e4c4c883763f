import { useTranslation } from 'react-i18next'
import type { ListedJewel } from '#shared/contract/crown-jewels.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { impactKey, isReviewDue } from './jewel-lists.ts'

/** Where a list stops counting what names a crown jewel. */
const most = 100

interface JewelLineProps {
  readonly jewel: ListedJewel
  readonly onChange: () => void
  readonly onLeave: (how: 'archive' | 'remove') => void
  readonly isFocused: boolean
}

/** One crown jewel with what is known of it. What something names is archived; only what nothing names can be removed. */
export function JewelLine({ jewel, onChange, onLeave, isFocused }: JewelLineProps) {
  const { t } = useTranslation('crown-jewels')
  const { name, impact, note, assessmentCount, exposureCount } = jewel
  const isNamed = assessmentCount + exposureCount > 0
  const how = isNamed ? 'archive' : 'remove'
  return (
    <li className="jewel">
      <span className={`impact impact-${impact}`} aria-hidden="true">
        {impact}
      </span>
      <div className="jewel-text">
        <strong>{name}</strong>
        <span className="jewel-impact">{t('impactLine', { impact, word: t(`impacts.${impactKey(impact)}`) })}</span>
        {note === '' ? null : <p>{note}</p>}
        <JewelFacts jewel={jewel} />
      </div>
      <div className="jewel-actions">
        <Button changes look="quiet" isSmall aria-label={`${t('change')} ${name}`} autoFocus={isFocused} onClick={onChange}>
          {t('change')}
        </Button>
        <Button changes look="quiet" isSmall aria-label={`${t(how)} ${name}`} onClick={() => onLeave(how)}>
          {t(how)}
        </Button>
      </div>
    </li>
  )
}

function JewelFacts({ jewel }: { readonly jewel: ListedJewel }) {
  const { t } = useTranslation('crown-jewels')
  const { ownerName, places, whoCanReach, reviewOn, assessmentCount, exposureCount } = jewel
  const named = [
    assessmentCount === 0 ? '' : assessmentCount < most ? t('assessments', { count: assessmentCount }) : t('manyAssessments', { most }),
    exposureCount === 0 ? '' : exposureCount < most ? t('exposed', { count: exposureCount }) : t('manyExposed', { most }),
  ].filter((part) => part !== '')
  const facts: readonly (readonly [string, string])[] = [
    [t('owner'), ownerName],
    [t('places'), places],
    [t('reach'), whoCanReach],
    [
      t('review'),
      reviewOn === null ? '' : reviewText(reviewOn, t('due', { day: dayText(reviewOn) }), t('reviewBy', { day: dayText(reviewOn) })),
    ],
    [t('named'), named.join(', ')],
  ]
  const known = facts.filter(([, text]) => text !== '')
  if (known.length === 0) return null
  return (
    <dl className="facts jewel-facts">
      {known.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function reviewText(reviewOn: string, due: string, later: string): string {
  return isReviewDue(reviewOn, new Date()) ? due : later
}
