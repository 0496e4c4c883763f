import { useTranslation } from 'react-i18next'

const ways = ['passphrase', 'keyFile', 'recoveryCode', 'device', 'none'] as const

/** What each way protects against, and what it does not. */
export function Protection() {
  const { t } = useTranslation('keys')
  return (
    <details className="protection">
      <summary>{t('protects.title')}</summary>
      <dl>
        {ways.map((way) => (
          <div key={way}>
            <dt>{t(`protects.ways.${way}.title`)}</dt>
            <dd>{t(`protects.ways.${way}.text`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
