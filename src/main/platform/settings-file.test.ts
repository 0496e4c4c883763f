// Settings survive a restart, and a file that cannot be read never keeps the program from starting.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultSettings, type Settings } from '#shared/contract/settings.ts'
import { temporaryFolder } from '#test/support/vault-place.ts'
import { readSettings, writeSettings } from './settings-file.ts'

const makePath = () => join(temporaryFolder(), 'user data', 'settings.json')

describe('the settings file', () => {
  test('is read as it was written, and nothing is left beside it', () => {
    const path = makePath()
    for (const idleLockSeconds of [60, 3_600, null]) {
      const settings: Settings = { ...defaultSettings, idleLockSeconds, appearance: 'dark', zoomPercent: 150, keepsRecentVaults: false }
      writeSettings(path, settings)
      expect(readSettings(path)).toEqual({ settings, isDamaged: false })
    }
    expect(readdirSync(dirname(path))).toEqual(['settings.json'])
  })

  test('that is not there means the defaults: the vault is locked after 15 minutes', () => {
    expect(readSettings(makePath())).toMatchObject({ settings: { idleLockSeconds: 900 }, isDamaged: false })
  })

  test('of an older version is read, and has the usual values for what is new', () => {
    const path = makePath()
    mkdirSync(dirname(path))
    writeFileSync(path, '{"format":"gatehouse.settings","formatVersion":1,"settings":{"idleLockSeconds":60}}')
    expect(readSettings(path)).toEqual({ settings: { ...defaultSettings, idleLockSeconds: 60 }, isDamaged: false })
  })

  test.each([
    '',
    '{}',
    'null',
    '{"format":"gatehouse.settings","formatVersion":1,"settings":{"idleLockSeconds":1}}',
    '{"format":"gatehouse.settings","formatVersion":1,"settings":{"idleLockSeconds":3601}}',
    '{"format":"gatehouse.settings","formatVersion":1,"settings":{"idleLockSeconds":60,"more":1}}',
    '{"format":"gatehouse.settings","formatVersion":2,"settings":{"idleLockSeconds":60}}',
    '{"format":"gatehouse.settings","formatVersion":1,"settings":{"idleLockSeconds":60,"zoomPercent":101}}',
    'x'.repeat(70_000),
  ])('that holds %j means the defaults, and says so', (text) => {
    const path = makePath()
    mkdirSync(dirname(path))
    writeFileSync(path, text)
    expect(readSettings(path)).toEqual({ settings: defaultSettings, isDamaged: true })
    writeSettings(path, { ...defaultSettings, idleLockSeconds: 300 })
    expect(readSettings(path)).toEqual({ settings: { ...defaultSettings, idleLockSeconds: 300 }, isDamaged: false })
  })

  test('in whose place a folder stands means the defaults, too', () => {
    const path = makePath()
    mkdirSync(path, { recursive: true })
    expect(readSettings(path)).toEqual({ settings: defaultSettings, isDamaged: true })
  })
})
