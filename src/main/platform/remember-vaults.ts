// Joins the list of recent vaults with the settings and the log.
import type { Purpose } from '#shared/contract/vault.ts'
import { logFault } from './fault-log.ts'
import { createRecentVaults, type RecentVaults } from './recent-vaults.ts'
import type { SettingsKeeper } from './settings-keeper.ts'

type Grant = (handle: string, path: string, purpose: Purpose) => void

/** The list of vaults opened last, which a full disk or a file that cannot be written never keeps from opening. */
export function rememberVaults(path: string, settings: SettingsKeeper, grant: Grant): RecentVaults {
  const isKept = () => settings.reading().settings.keepsRecentVaults
  const recents = createRecentVaults({ path, isKept, nowIso: () => new Date().toISOString(), grant })
  const carefully = (act: () => void) => {
    try {
      act()
    } catch (error) {
      logFault('recent vaults', error)
    }
  }
  settings.onChange(({ keepsRecentVaults }) => carefully(() => recents.obey(keepsRecentVaults)))
  return { ...recents, noteOpened: (handle: string) => carefully(() => recents.noteOpened(handle)) }
}
