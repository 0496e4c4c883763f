import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { gapText } from '#renderer/ui/numbers.ts'
import { TierBadge, tierWords } from '#renderer/ui/tier-badge.tsx'
import { badgeWords, bySeverity, confidenceWords, driverSentence } from './rail/result-words.ts'

/** The result in one paragraph, for the person who decides. */
export function VerdictSummary({ result, pack }: { readonly result: Result; readonly pack: Pack }) {
  const openCount = result.flags.filter((flag) => flag.state === 'unresolved').length
  const fired = bySeverity(result.flags).filter((flag) => flag.state === 'fired')
  return (
    <section className="summary" aria-label="Result">
      <p className="summary-tier">
        {result.answeredCount === 0 ? (
          <span className="tier-none">Not assessed yet:</span>
        ) : (
          <TierBadge tier={result.tier.worst} isLarge isUnconfirmed={result.isUnconfirmed} />
        )}
        <span>
          {result.tier.best === result.tier.worst
            ? 'in the best and in the worst case'
            : result.answeredCount === 0
              ? `${tierWords[result.tier.worst]} in the worst case, ${tierWords[result.tier.best]} in the best`
              : `in the worst case, ${tierWords[result.tier.best]} in the best`}
        </span>
      </p>
      <p>{driverSentence(result, pack)}</p>
      <p className="summary-badges">
        <span>Confidence: {confidenceWords[result.confidence].title}</span>
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
              <strong>{flag.level === 'stop' ? 'STOP, counsel review needed' : 'High floor'}:</strong> {flag.reason}
            </li>
          ))}
        </ul>
      )}
      {openCount === 0 ? null : (
        <p>
          {openCount} more {openCount === 1 ? 'flag is' : 'flags are'} open and {openCount === 1 ? 'counts' : 'count'} in the worst case.
        </p>
      )}
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
