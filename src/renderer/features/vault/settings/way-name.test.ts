// What the settings say of each way to open the vault.
import { expect, onTestFinished, test, vi } from 'vitest'
import { Way } from '#shared/contract/keys.ts'
import { changeTitle, passphraseLabel, wayDetail, wayName } from './way-name.ts'

const way = (changes: object) =>
  Way.parse({
    id: '11111111-1111-4111-8111-111111111111',
    kind: 'passphrase',
    name: 'Passphrase',
    needsKeyFile: false,
    madeAt: '2026-11-22T09:00:00.000Z',
    ...changes,
  })
const said = (changes: object, isThisDevice = false) => [wayName(way(changes)), wayDetail(way(changes), isThisDevice)]

test('no way says in its second line what its name says', () => {
  expect(said({})).toEqual(['Passphrase', 'Since 22 Nov 2026'])
  expect(said({ needsKeyFile: true })).toEqual(['Passphrase', 'With a key file, since 22 Nov 2026'])
  expect(said({ name: 'Ana Ruiz' })).toEqual(['Ana Ruiz', 'Passphrase, since 22 Nov 2026'])
  expect(said({ name: 'Ana Ruiz', needsKeyFile: true })).toEqual(['Ana Ruiz', 'Passphrase, with a key file, since 22 Nov 2026'])
  expect(said({ kind: 'recovery', name: 'Recovery code' })).toEqual(['Recovery code', 'On paper, since 22 Nov 2026'])
  expect(said({ kind: 'device', name: 'desk-7' }, true)).toEqual(['desk-7', 'This device, remembered, since 22 Nov 2026'])
})

test('a passphrase is asked for and changed by its name where it has one', () => {
  expect([passphraseLabel(way({})), changeTitle(way({}))]).toEqual(['Passphrase', 'Change the passphrase'])
  const named = way({ name: 'Ana Ruiz' })
  expect([passphraseLabel(named), changeTitle(named)]).toEqual(['The passphrase “Ana Ruiz”', 'Change the passphrase “Ana Ruiz”'])
})

test('the day is that of the calendar on the wall', async () => {
  vi.stubEnv('TZ', 'America/Los_Angeles')
  vi.resetModules()
  onTestFinished(() => void vi.unstubAllEnvs())
  const there = await import('./way-name.ts')
  expect(there.wayDetail(way({ madeAt: '2026-11-23T01:30:00.000Z' }), false)).toBe('Since 22 Nov 2026')
})
