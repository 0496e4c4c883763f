// The settings of this program on this computer: a small JSON file outside any vault, with nothing in it that tells anybody anything.
import { z } from 'zod'
import { defaultSettings, Settings } from '#shared/contract/settings.ts'
import { readAppData, writeAppData } from './app-data-file.ts'

const SettingsFile = z.strictObject({ format: z.literal('gatehouse.settings'), formatVersion: z.literal(1), settings: Settings })

export interface SettingsReading {
  readonly settings: Settings
  /** The file was there and could not be read, so these are the defaults. */
  readonly isDamaged: boolean
}

/** Reads the settings at `path`; the defaults when there are none, and when they cannot be read. Never throws. */
export function readSettings(path: string): SettingsReading {
  const read = readAppData(path, SettingsFile)
  if (typeof read === 'object') return { settings: read.settings, isDamaged: false }
  return { settings: defaultSettings, isDamaged: read === 'damaged' }
}

/** Replaces the settings in one step. Throws the file system's own error. */
export function writeSettings(path: string, settings: Settings): void {
  writeAppData(path, { format: 'gatehouse.settings', formatVersion: 1, settings })
}
