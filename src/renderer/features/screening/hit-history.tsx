import { useTranslation } from 'react-i18next'
import type { HitDetail } from '#shared/contract/screening.ts'
import { dayText } from '#renderer/ui/numbers.ts'

/** What was said of this name and entry, and of the entry as it read before. */
export function HitHistory({ hit: { history, earlier } }: { readonly hit: HitDetail }) {
  const { t } = useTranslation('screening')
  return (
    <>
      {earlier === null ? null : (
        <section className="screening-earlier" aria-label={t('hit.earlier')}>
          <h3>{t('hit.earlier')}</h3>
          <p>
            {t('hit.earlierText', {
              verdict: t(`hit.verdicts.${earlier.verdict}`),
              name: earlier.decidedBy,
              day: dayText(earlier.decidedAt),
              reason: earlier.reason,
            })}
          </p>
          <p className="screening-quiet">
            {t('hit.earlierEntry', { names: earlier.entry.names.join('; '), programs: earlier.entry.programs || t('hit.nothing') })}
          </p>
        </section>
      )}
      {history.length === 0 ? null : (
        <section className="screening-earlier" aria-label={t('hit.history')}>
          <h3>{t('hit.history')}</h3>
          <ol className="screening-plain" reversed>
            {history.map(({ number, verdict, decidedBy, decidedAt, reason }) => (
              <li key={number}>
                {t('hit.historyLine', { verdict: t(`hit.verdicts.${verdict}`), name: decidedBy, day: dayText(decidedAt) })}
                {reason === '' ? null : <span className="table-second">{reason}</span>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
