import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { DomainResult, Result } from '#shared/scoring/result.ts'
import { IntervalBar } from '#renderer/ui/interval-bar.tsx'
import { gapText } from '../gap-text.ts'
import { TierShape, tierWords } from '#renderer/ui/tier-badge.tsx'
import { pointsText } from './result-words.ts'

interface DomainGapsProps {
  readonly result: Result
  readonly pack: Pack
  readonly onGo: (questionId: QuestionId) => void
}

/** The gap of each domain between its best and its worst case. A line opens into its contributions, which add up to the worst case. */
export function DomainGaps({ result, pack, onGo }: DomainGapsProps) {
  const { t } = useTranslation('result')
  const withGap = result.domains.filter((domain) => domain.gap !== null)
  return (
    <section className="rail-part" aria-label={t('gaps.title')}>
      <h3>{t('gaps.title')}</h3>
      {withGap.map((domain) => (
        <DomainLine
          key={domain.domainId}
          domain={domain}
          title={pack.domains.find((one) => one.id === domain.domainId)?.title ?? domain.domainId}
          isDriver={result.driver?.kind === 'domain' && result.driver.id === domain.domainId}
          onGo={onGo}
        />
      ))}
      {withGap.length === 0 ? <p className="rail-quiet">{t('gaps.none')}</p> : null}
    </section>
  )
}

interface DomainLineProps {
  readonly domain: DomainResult
  readonly title: string
  readonly isDriver: boolean
  readonly onGo: (questionId: QuestionId) => void
}

function DomainLine({ domain, title, isDriver, onGo }: DomainLineProps) {
  const { t } = useTranslation('result')
  const { gap, band, residual, contributions } = domain
  if (gap === null || band === null) return null
  return (
    <details className="domain-line">
      <summary>
        <span className="domain-title">
          {residual === null ? null : <TierShape tier={residual.worst} />}
          {title}
          {isDriver ? <span className="domain-driver"> {t('gaps.driver')}</span> : null}
        </span>
        <span className="domain-gap">{gapText(gap)}</span>
        <IntervalBar loBp={gap.loBp} hiBp={gap.hiBp} band={band.worst} />
      </summary>
      {residual === null ? null : (
        <p className="rail-quiet">
          {t(residual.best === residual.worst ? 'gaps.residual' : 'gaps.residualRange', {
            worst: tierWords[residual.worst],
            best: tierWords[residual.best],
          })}
          {domain.state === 'not-assessed' ? ` ${t('gaps.unanswered')}` : ''}
        </p>
      )}
      <table className="contributions">
        <caption className="visually-hidden">{t('gaps.caption', { title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gaps.question')}</th>
            <th scope="col">{t('gaps.weight')}</th>
            <th scope="col">{t('gaps.best')}</th>
            <th scope="col">{t('gaps.worst')}</th>
          </tr>
        </thead>
        <tbody>
          {contributions.map((one) => (
            <tr key={one.questionId}>
              <th scope="row">
                <button type="button" className="rail-link code" onClick={() => onGo(one.questionId)}>
                  {one.questionId}
                </button>
                {one.children.length === 0 ? null : <span className="rail-quiet"> {t('gaps.with', { ids: one.children.join(', ') })}</span>}
              </th>
              <td>{one.weight}</td>
              <td>{pointsText(one.loBp)}</td>
              <td>{pointsText(one.hiBp)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('gaps.gap')}
            </th>
            <td>{pointsText(gap.loBp)}</td>
            <td>{pointsText(gap.hiBp)}</td>
          </tr>
          <tr className="contributions-weights">
            <th scope="row" colSpan={2}>
              {t('gaps.ofWeight')}
            </th>
            <td>{domain.countedWeight.lo}</td>
            <td>{domain.countedWeight.hi}</td>
          </tr>
        </tfoot>
      </table>
      {domain.countedWeight.lo === domain.weightTotal && domain.countedWeight.hi === domain.weightTotal ? null : (
        <p className="rail-quiet">{t('gaps.differ')}</p>
      )}
    </details>
  )
}
