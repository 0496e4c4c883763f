// The sections of the settings by name, beside them, so that the last one is one click away.
import { useTranslation } from 'react-i18next'
import { settingsSections } from './settings-sections.ts'

function showSection(id: string) {
  const heading = document.getElementById(`settings-${id}`)
  heading?.closest('section')?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** Goes to a section of the settings and puts the focus on its heading. */
export function SettingsIndex({ label }: { readonly label: string }) {
  const { t } = useTranslation('settings')
  return (
    <nav className="settings-index" aria-label={label}>
      <ul>
        {settingsSections.map(({ id }) => (
          <li key={id}>
            {/* The places beside the screen have some of these names, too. */}
            <button
              type="button"
              className="settings-index-item"
              aria-label={t('toSection', { title: t(`sections.${id}.title`) })}
              onClick={() => showSection(id)}
            >
              {t(`sections.${id}.title`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
