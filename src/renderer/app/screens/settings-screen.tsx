import { PageHead } from '#renderer/ui/page-head.tsx'
import { SettingsIndex } from '../settings-index.tsx'
import { settingsSections } from '../settings-sections.ts'

/** One section after the other; each reads and saves for itself. */
export function SettingsScreen({ onLock }: { readonly onLock: () => void }) {
  return (
    <div className="page">
      <PageHead title="Settings" lead="For this vault, and for this program on this computer." />
      <div className="settings">
        <div className="settings-sections">
          {settingsSections.map(({ id, title, lead, Body }) => (
            <section key={id} className="part" aria-labelledby={`settings-${id}`}>
              <h2 id={`settings-${id}`} tabIndex={-1}>
                {title}
              </h2>
              <p className="part-lead">{lead}</p>
              <Body onLock={onLock} />
            </section>
          ))}
        </div>
        <SettingsIndex label="Sections of the settings" />
      </div>
    </div>
  )
}
