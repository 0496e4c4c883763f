// The settings while the program runs: read once, changed by the page or the menu, told to whoever acts on them.
import { Refusal } from '#shared/contract/refusal.ts'
import type { Settings } from '#shared/contract/settings.ts'
import { readSettings, type SettingsReading, writeSettings } from './settings-file.ts'

export interface SettingsKeeper {
  readonly reading: () => SettingsReading
  /** Saves all settings and acts on them; refuses with `settings-not-saved`, and then nothing changes. */
  readonly save: (settings: Settings) => void
  /** Calls `act` after each change. */
  readonly onChange: (act: (settings: Settings) => void) => void
}

export function createSettingsKeeper(path: string): SettingsKeeper {
  let reading = readSettings(path)
  const actors: ((settings: Settings) => void)[] = []
  return {
    reading: () => reading,
    save: (settings) => {
      try {
        writeSettings(path, settings)
      } catch {
        throw new Refusal('settings-not-saved', 'The settings could not be saved on this computer. They are as they were.')
      }
      reading = { settings, isDamaged: false }
      for (const act of actors) act(settings)
    },
    onChange: (act) => void actors.push(act),
  }
}
