// A key list that somebody changed, damaged or put back from earlier, and slots that have become too cheap.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canonicalJson } from '#main/store/canonical-json.ts'
import { floorCost } from '#main/store/keys/key-cost.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { readMediumKey } from '#main/store/keys/medium-key.ts'
import { createVault, openVault } from '#main/store/vault.ts'
import * as keys from '#main/store/vault-keys.ts'
import { change, environment, firstWay, openNew, tryToOpen } from '../support/opened-vault.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

describe('a key list that was tampered with', () => {
  test('with any one byte changed is repaired from the copy, and refused when both are changed', async () => {
    const { directory, vault } = await openNew()
    await keys.changePassphrase(change(vault), { wayId: firstWay(directory), passphrase: 'a new passphrase', dropsKeyFile: false })
    vault.close()
    const path = join(directory, 'keys.json')
    const good = readFileSync(path)
    const known = readKeyListOf(directory)
    const read = () => {
      try {
        return isDeepStrictEqual(readKeyListOf(directory), known) ? 'the same' : 'another list'
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : 'fault'
      }
    }
    let refused = 0
    // Every byte is flipped beside the reader itself; here, with the two files, every eleventh.
    for (let index = 0; index < good.length; index += 11) {
      const bytes = Buffer.from(good)
      bytes[index] = (bytes[index] ?? 0) ^ 0x01
      writeFileSync(path, bytes)
      expect(read(), `byte ${index} of one`).toMatch(/^(the same|vault-newer)$/)
      writeFileSync(`${path}.bak`, bytes)
      const ofBoth = read()
      expect(ofBoth, `byte ${index} of both`).toMatch(/^(the same|keys-damaged|vault-newer)$/)
      if (ofBoth !== 'the same') refused += 1
      writeFileSync(`${path}.bak`, good)
    }
    // Only white space between the parts may change and be read the same.
    expect(refused).toBeGreaterThan((good.length / 11) * 0.7)
    const opened = await openVault(directory, 'a new passphrase', environment)
    opened.close()
    expect(readFileSync(path).equals(good)).toBe(true)
  })

  test('so that an older one stands in its place is noticed, and a new change makes it the newest', async () => {
    const { directory, vault } = await openNew()
    const old = readFileSync(join(directory, 'keys.json'))
    await keys.changePassphrase(change(vault), { wayId: firstWay(directory), passphrase: 'a new passphrase', dropsKeyFile: false })
    vault.close()
    for (const name of ['keys.json', 'keys.json.bak']) writeFileSync(join(directory, name), old)
    const again = await openVault(directory, passphrase, environment)
    expect(again.areKeysOlder).toBe(true)
    await keys.changePassphrase(change(again), { wayId: firstWay(directory), passphrase: 'a third passphrase', dropsKeyFile: false })
    again.close()
    const last = await openVault(directory, 'a third passphrase', environment)
    expect(last.areKeysOlder).toBe(false)
    last.close()
  })

  test('in one of the two only is overruled by the newer one', async () => {
    const { directory, vault } = await openNew()
    const old = readFileSync(join(directory, 'keys.json'))
    await keys.changePassphrase(change(vault), { wayId: firstWay(directory), passphrase: 'a new passphrase', dropsKeyFile: false })
    vault.close()
    for (const name of ['keys.json', 'keys.json.bak']) {
      writeFileSync(join(directory, name), old)
      expect(await tryToOpen(directory, passphrase)).toBe('wrong-secret')
      const opened = await openVault(directory, 'a new passphrase', environment)
      expect(opened.areKeysOlder).toBe(false)
      opened.close()
      expect(readFileSync(join(directory, name)).equals(old)).toBe(false)
    }
  })

  test('by somebody who gave it a right checksum is refused as changed, or overruled by its true copy', async () => {
    const { directory, vault } = await openNew()
    await keys.addPassphrase(change(vault), { name: 'Deputy', passphrase: 'the deputy’s own words' })
    vault.close()
    const path = join(directory, 'keys.json')
    const { checksum: _, ...list } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> & { slots: unknown[] }
    const forged = { ...list, slots: list.slots.slice(0, 2) }
    const text = JSON.stringify({ ...forged, checksum: createHash('sha256').update(canonicalJson(forged)).digest('hex') })
    const good = readFileSync(path, 'utf8')
    writeFileSync(path, text)
    expect(await tryToOpen(directory, passphrase)).toBe('opened with passphrase')
    const repaired = await openVault(directory, passphrase, environment)
    repaired.close()
    expect(readFileSync(path, 'utf8')).toBe(good)
    for (const name of ['keys.json', 'keys.json.bak']) writeFileSync(join(directory, name), text)
    expect(await tryToOpen(directory, passphrase)).toBe('keys-changed')
  })
})

describe('the cost of a slot', () => {
  const dearer = { ...environment, keyCost: { memoryKib: 131_072, passes: 3, lanes: 4 } }

  test('is raised on unlocking when this machine would choose twice as much, for the slot that opened', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    vault.close()
    const costs = () => readKeyListOf(directory).slots.map((slot) => (slot.kind === 'device' ? 0 : slot.derivation.memoryKib))
    expect(costs()).toEqual([65_536, 65_536])
    const database = readFileSync(join(directory, 'vault.db'))
    for (const [secret, after] of [
      [passphrase, [131_072, 65_536]],
      [recoveryCode, [131_072, 131_072]],
    ] as const) {
      const opened = await openVault(directory, secret, dearer)
      opened.close()
      expect(costs()).toEqual(after)
      expect(await tryToOpen(directory, secret)).toMatch(/^opened/)
    }
    expect(readFileSync(join(directory, 'vault.db')).equals(database)).toBe(true)
    const before = readFileSync(join(directory, 'keys.json'), 'utf8')
    for (const cost of [dearer, environment]) {
      const opened = await openVault(directory, passphrase, cost)
      opened.close()
    }
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(before)
  })

  test('stays as it is where this machine cannot do more, and the vault opens all the same', async () => {
    const { directory, vault } = await openNew()
    vault.close()
    const before = readFileSync(join(directory, 'keys.json'), 'utf8')
    const tooMuch = { ...environment, keyCost: { memoryKib: 131_072, passes: 3, lanes: 100_000 } }
    const opened = await openVault(directory, passphrase, tooMuch)
    opened.close()
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(before)
  })

  test('is measured on the machine when a vault is made, and never below the floor', async () => {
    const directory = join(temporaryFolder(), 'Example.gatehouse')
    const measured = { now: environment.now, sqliteBinding: undefined }
    await createVault(directory, passphrase, measured)
    const vault = await openVault(directory, passphrase, measured)
    onTestFinished(() => vault.close())
    for (const slot of readKeyListOf(directory).slots) {
      if (slot.kind === 'device') throw new Error('A new vault has none.')
      expect(slot.derivation.memoryKib).toBeGreaterThanOrEqual(floorCost.memoryKib)
      expect(slot.derivation.passes).toBeGreaterThanOrEqual(floorCost.passes)
    }
    await keys.replaceRecoveryCode({ ...change(vault), environment: measured })
  })

  test('is raised with its key file', async () => {
    const { folder, directory, vault } = await openNew()
    const path = join(folder, 'stick.key')
    await keys.addKeyFile(change(vault), { wayId: firstWay(directory), path })
    vault.close()
    const proof = { kind: 'secret' as const, secret: passphrase, mediumKey: readMediumKey(path) }
    const opened = await openVault(directory, proof, dearer)
    opened.close()
    expect(readKeyListOf(directory).slots[0]).toMatchObject({ derivation: { memoryKib: 131_072 }, keyFile: proof.mediumKey.fingerprint })
    expect(await tryToOpen(directory, proof)).toBe('opened with passphrase')
    expect(await tryToOpen(directory, passphrase)).toBe('key-file-needed')
  })
})
