import { useTranslation } from 'react-i18next'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { SettingsIndex } from '../settings-index.tsx'
import { settingsSections } from '../settings-sections.ts'

/** One section after the other; each reads and saves for itself. */
export function SettingsScreen({ onLock }: { readonly onLock: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="settings">
        <div className="settings-sections">
          {settingsSections.map(({ id, Body }) => (
            <section key={id} className="part" aria-labelledby={`settings-${id}`}>
              <h2 id={`settings-${id}`} tabIndex={-1}>
                {t(`sections.${id}.title`)}
              </h2>
              <p className="part-lead">{t(`sections.${id}.lead`)}</p>
              <Body onLock={onLock} />
            </section>
          ))}
        </div>
        <SettingsIndex label={t('index')} />
      </div>
    </div>
  )
}
