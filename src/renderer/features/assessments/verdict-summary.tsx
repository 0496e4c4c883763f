import { useTranslation } from 'react-i18next'
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { gapText } from './gap-text.ts'
import { TierBadge, tierWords } from '#renderer/ui/tier-badge.tsx'
import { flagReason } from './flag-reason.ts'
import { badgeWords, bySeverity, confidenceWords, driverSentence } from './rail/result-words.ts'

/** The result in one paragraph, for the person who decides. */
export function VerdictSummary({ result, pack }: { readonly result: Result; readonly pack: Pack }) {
  const { t } = useTranslation('result')
  const openCount = result.flags.filter((flag) => flag.state === 'unresolved').length
  const fired = bySeverity(result.flags).filter((flag) => flag.state === 'fired')
  return (
    <section className="summary" aria-label={t('summary.label')}>
      <p className="summary-tier">
        {result.answeredCount === 0 ? (
          <span className="tier-none">{t('summary.notAssessed')}</span>
        ) : (
          <TierBadge tier={result.tier.worst} isLarge isUnconfirmed={result.isUnconfirmed} />
        )}
        <span>
          {result.tier.best === result.tier.worst
            ? t('summary.both')
            : t(result.answeredCount === 0 ? 'summary.range' : 'summary.best', {
                worst: tierWords[result.tier.worst],
                best: tierWords[result.tier.best],
              })}
        </span>
      </p>
      <p>{driverSentence(result, pack)}</p>
      <p className="summary-badges">
        <span>{t('summary.confidence', { confidence: confidenceWords[result.confidence].title })}</span>
        {result.badges.map(({ badge }) => (
          <span key={badge} className="chip" title={badgeWords[badge].meaning}>
            {badgeWords[badge].title}
          </span>
        ))}
      </p>
      {fired.length === 0 ? null : (
        <ul>
          {fired.map((flag) => (
            <li key={`${flag.ruleId}-${flag.reason}`}>
              <strong>{t(`summary.${flag.level}`)}</strong> {flagReason(flag)}
            </li>
          ))}
        </ul>
      )}
      {openCount === 0 ? null : <p>{t('summary.open', { count: openCount })}</p>}
      <p className="rail-quiet">
        {result.domains
          .filter((domain) => domain.gap !== null)
          .map(
            (domain) =>
              `${pack.domains.find((one) => one.id === domain.domainId)?.title ?? domain.domainId} ${domain.gap === null ? '' : gapText(domain.gap)}`,
          )
          .join(' · ')}
      </p>
    </section>
  )
}
