// The ways to open a vault, changed through the engine's own door.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startEngine, startWithVault } from '../support/engine-session.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })
const proof = { secret: passphrase, keyFile: null }

async function wayIdOf(session: Awaited<ReturnType<typeof startWithVault>>, kind: string) {
  const { ways } = await session.do('keys.list', {})
  return ways.find((way) => way.kind === kind)?.id ?? ''
}

describe('the keys of an open vault', () => {
  test('are changed by whoever shows that they may, and the vault then opens with the new ones', async () => {
    const session = await startWithVault()
    const wayId = await wayIdOf(session, 'passphrase')
    const wanted = { wayId, passphrase: 'four other words here', dropsKeyFile: false }
    expect(await session.call('keys.changePassphrase', { proof: { secret: 'a guess', keyFile: null }, ...wanted })).toEqual(
      refused('wrong-secret'),
    )
    expect(await session.call('keys.changePassphrase', { proof, ...wanted, passphrase: 'short' })).toEqual(refused('invalid-input'))
    await session.do('keys.changePassphrase', { proof, ...wanted })
    await session.do('vault.lock', {})
    const handle = session.grant(session.directory)
    expect(await session.call('vault.open', { handle, secret: passphrase })).toEqual(refused('wrong-secret'))
    expect(await session.do('vault.open', { handle, secret: 'four other words here' })).toMatchObject({
      openedWith: 'passphrase',
      areKeysOlder: false,
    })
    expect(session.faults).toEqual([])
  })

  test('gain a key file, a second passphrase, a device and a new code, and lose them again', async () => {
    const session = await startWithVault()
    const wayId = await wayIdOf(session, 'passphrase')
    const path = join(temporaryFolder(), 'stick.key')
    const { ways } = await session.do('keys.addKeyFile', { proof, wayId, place: session.grant(path) })
    expect(ways[0]?.needsKeyFile).toBe(true)
    expect(existsSync(path)).toBe(true)
    expect(await session.call('keys.replaceRecoveryCode', { proof })).toEqual(refused('key-file-needed'))
    const both = { secret: passphrase, keyFile: session.grant(path) }
    const { recoveryCode } = await session.do('keys.replaceRecoveryCode', { proof: both })
    await session.do('keys.addPassphrase', { proof: both, name: 'Deputy', passphrase: 'the words of the deputy' })
    const deviceSecret = 'ab'.repeat(32)
    const device = await session.do('keys.addDevice', { proof: both, name: 'Laptop', deviceSecret })
    const handle = session.grant(session.directory)
    const listed = await session.do('vault.ways', { handle })
    expect(listed.ways.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery', 'passphrase', 'device'])
    expect(await session.do('vault.openWithDevice', { handle, wayId: device.wayId, deviceSecret })).toMatchObject({ openedWith: 'device' })
    await session.do('keys.dropKeyFile', { proof: both, wayId })
    await session.do('keys.remove', { proof: { secret: recoveryCode, keyFile: null }, wayId: device.wayId })
    expect(await session.call('vault.openWithDevice', { handle, wayId: device.wayId, deviceSecret })).toEqual(refused('device-forgotten'))
    expect(await session.do('vault.open', { handle, secret: passphrase })).toMatchObject({ openedWith: 'passphrase' })
    expect(session.faults).toEqual([])
  })

  test('are replaced altogether with the data key, with progress, and the vault stays open', async () => {
    const session = await startWithVault()
    await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: '', contact: '' })
    expect(await session.call('keys.changeDataKey', { proof: { secret: 'a guess', keyFile: null } })).toEqual(refused('wrong-secret'))
    const { recoveryCode } = await session.do('keys.changeDataKey', { proof })
    expect(session.progress.map((progress) => progress?.done ?? null)).toEqual([null, 0, 1, 2, 3, 4, null])
    expect((await session.do('organization.read', {})).organization?.name).toBe('Brightwell')
    expect(await session.do('vault.check', {})).toMatchObject({ isSound: true })
    await session.do('vault.lock', {})
    const opened = await session.do('vault.open', { handle: session.grant(session.directory), secret: recoveryCode })
    expect(opened).toMatchObject({ openedWith: 'recovery' })
  })

  test('are nobody’s business while the vault is locked, and the ways of a folder that holds none are refused', async () => {
    const session = startEngine()
    for (const name of ['keys.list', 'keys.changeDataKey', 'keys.addPassphrase'] as const) {
      const input = name === 'keys.list' ? {} : name === 'keys.changeDataKey' ? { proof } : { proof, name: 'x', passphrase: 'x'.repeat(12) }
      expect(await session.call(name, input)).toEqual(refused('vault-locked'))
    }
    expect(await session.call('vault.ways', { handle: session.grant(temporaryFolder()) })).toEqual(refused('not-a-vault'))
    expect(await session.call('vault.ways', { handle: session.grant(join(temporaryFolder(), 'gone')) })).toEqual(refused('vault-not-found'))
  })
})
