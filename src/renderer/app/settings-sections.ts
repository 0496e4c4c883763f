// The sections of the settings, in their order: each is one component of the feature it belongs to.
import type { ComponentType } from 'react'
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

export interface SettingsSection {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly Body: ComponentType<SettingsSectionProps>
}

export const settingsSections: readonly SettingsSection[] = [
  {
    id: 'vault',
    title: 'Ways to open this vault',
    lead: 'Each of them opens the vault by itself. Every change here is confirmed with a passphrase or the recovery code.',
    Body: VaultSection,
  },
  {
    id: 'signers',
    title: 'Signers',
    lead: 'Who signs reports from this vault. Keys stay encrypted in it; only certificates ever leave.',
    Body: SignersSection,
  },
  {
    id: 'reports',
    title: 'Reports',
    lead: 'How reports look that are signed from now on. A report that is signed keeps the look it was signed with.',
    Body: LookSection,
  },
  {
    id: 'backups',
    title: 'Backups',
    lead: 'Made by themselves while nobody types, encrypted like the vault, opened and checked before they count. The newest ten stay, and one of each of the last seven days and four weeks.',
    Body: BackupsSection,
  },
  {
    id: 'lock',
    title: 'Lock',
    lead: 'Locking saves what is typed, ends the part of the program that holds the keys, and clears the screen.',
    Body: LockSection,
  },
  {
    id: 'preferences',
    title: 'Appearance',
    lead: 'For this program on this computer, whichever vault is open.',
    Body: PreferencesSection,
  },
]
