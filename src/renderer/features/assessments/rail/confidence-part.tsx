import { useTranslation } from 'react-i18next'
import type { Result } from '#shared/scoring/result.ts'
import { reasonWords } from './badge-words.ts'
import { IdLinks } from './id-links.tsx'
import { badgeWords, confidenceWords } from './result-words.ts'

/** How far the answers rest on evidence, and every badge with its reasons. Separate from the tier. */
export function ConfidencePart({ result }: { readonly result: Result }) {
  const { t } = useTranslation('result')
  const words = confidenceWords[result.confidence]
  return (
    <section className="rail-part" aria-label={t('confidence.title')}>
      <h3>{t('confidence.title')}</h3>
      <details>
        <summary>
          <span className={`confidence confidence-${result.confidence}`}>
            <span className="confidence-dots" aria-hidden="true">
              <span />
              <span />
              <span />
            </span>
            {words.title}
          </span>
        </summary>
        <p className="rail-quiet">
          {words.meaning} {t('confidence.grades')}
        </p>
      </details>
      {result.badges.map(({ badge, reasons }) => (
        <details key={badge} className="rail-badge">
          <summary>
            <span className="chip">{badgeWords[badge].title}</span> <span className="rail-quiet">{badgeWords[badge].meaning}</span>
          </summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.code}>
                {t('confidence.reason', { reason: reasonWords(reason) })} <IdLinks ids={reason.ids} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
