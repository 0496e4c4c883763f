// The sections of the settings, in their order: each is one component of the feature it belongs to.
import type { ComponentType } from 'react'
import type { english } from '#renderer/i18n/catalogues.ts'
import { BackupsSection } from '#renderer/features/backups/backups-section.tsx'
import { PreferencesSection } from '#renderer/features/preferences/preferences-section.tsx'
import { LookSection } from '#renderer/features/reports/look/look-section.tsx'
import { SignersSection } from '#renderer/features/reports/signers/signers-section.tsx'
import { LockSection } from '#renderer/features/vault/settings/lock-section.tsx'
import { VaultSection } from '#renderer/features/vault/settings/vault-section.tsx'

/** What a section may ask of the screen around it. */
interface SettingsSectionProps {
  readonly onLock: () => void
}

interface SettingsSection {
  /** Its words are in the catalogue of the settings under this name. */
  readonly id: keyof (typeof english)['settings']['sections']
  readonly Body: ComponentType<SettingsSectionProps>
}

export const settingsSections: readonly SettingsSection[] = [
  {
    id: 'vault',
    Body: VaultSection,
  },
  {
    id: 'signers',
    Body: SignersSection,
  },
  {
    id: 'reports',
    Body: LookSection,
  },
  {
    id: 'backups',
    Body: BackupsSection,
  },
  {
    id: 'lock',
    Body: LockSection,
  },
  {
    id: 'preferences',
    Body: PreferencesSection,
  },
]
