// The settings of this program on this computer: a small JSON file outside any vault, with nothing in it that tells anybody anything.
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { defaultSettings, Settings } from '#shared/contract/settings.ts'
import { writeFileDurably } from '#main/store/durable-file.ts'

const SettingsFile = z.strictObject({ format: z.literal('gatehouse.settings'), formatVersion: z.literal(1), settings: Settings })
const sizeLimitBytes = 16_384

export interface SettingsReading {
  readonly settings: Settings
  /** The file was there and could not be read, so these are the defaults. */
  readonly isDamaged: boolean
}

/** Reads the settings at `path`; the defaults when there are none, and when they cannot be read. Never throws. */
export function readSettings(path: string): SettingsReading {
  try {
    const facts = statSync(path, { throwIfNoEntry: false })
    if (facts === undefined) return { settings: defaultSettings, isDamaged: false }
    if (!facts.isFile() || facts.size > sizeLimitBytes) return { settings: defaultSettings, isDamaged: true }
    return { settings: SettingsFile.parse(JSON.parse(readFileSync(path, 'utf8'))).settings, isDamaged: false }
  } catch {
    return { settings: defaultSettings, isDamaged: true }
  }
}

/** Replaces the settings in one step. Throws the file system's own error. */
export function writeSettings(path: string, settings: Settings): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileDurably(path, `${JSON.stringify({ format: 'gatehouse.settings', formatVersion: 1, settings }, null, 2)}\n`)
}
