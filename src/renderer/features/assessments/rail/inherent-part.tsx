import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import type { Result } from '#shared/scoring/result.ts'
import { TierRangeBadge } from '#renderer/ui/tier-badge.tsx'

interface InherentPartProps {
  readonly result: Result
  readonly pack: Pack
  readonly onGo: (questionId: QuestionId) => void
}

/** What the third party could do before any safeguard: impact and exposure, and the facts that set them. */
export function InherentPart({ result, pack, onGo }: InherentPartProps) {
  const { t } = useTranslation('result')
  const { impact, exposure, tier, facts } = result.inherent
  return (
    <section className="rail-part" aria-label={t('inherent.label')}>
      <h3>{t('inherent.title')}</h3>
      <p className="rail-line">
        {t('inherent.tier')} <TierRangeBadge range={tier} />
      </p>
      <details>
        <summary>{t('inherent.axes', { impact: rangeText(impact), exposure: rangeText(exposure) })}</summary>
        <table className="contributions">
          <caption className="visually-hidden">{t('inherent.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('inherent.fact')}</th>
              <th scope="col">{t('inherent.axis')}</th>
              <th scope="col">{t('inherent.best')}</th>
              <th scope="col">{t('inherent.worst')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={`${fact.questionId}-${fact.axis}`}>
                <th scope="row">
                  <button
                    type="button"
                    className="rail-link code"
                    title={pack.questions.find((question) => question.id === fact.questionId)?.text}
                    onClick={() => onGo(fact.questionId)}
                  >
                    {fact.questionId}
                  </button>
                </th>
                <td>{t(`inherent.${fact.axis}`)}</td>
                <td>{fact.best}</td>
                <td>{fact.worst}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="rail-quiet">{t('inherent.explain')}</p>
      </details>
    </section>
  )
}

function rangeText({ best, worst }: { readonly best: number; readonly worst: number }): string {
  return best === worst ? String(worst) : `${best}–${worst}`
}
