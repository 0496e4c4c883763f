// The ways to open a vault: added, changed, removed, lost.
import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readAuditEntries, verifyAuditChain } from '#main/store/audit.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { readMediumKey } from '#main/store/keys/medium-key.ts'
import { rotateDataKey } from '#main/store/rotate-data-key.ts'
import { createVault, openVault } from '#main/store/vault.ts'
import * as keys from '#main/store/vault-keys.ts'
import { change, environment, firstWay, openNew, refusal, tryToOpen } from '../support/opened-vault.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

describe('passphrases', () => {
  test('are changed: the new one opens, the old one does not, and the recovery code still does', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    await keys.changePassphrase(change(vault), { wayId: firstWay(directory), passphrase: 'a new passphrase', dropsKeyFile: false })
    expect(await tryToOpen(directory, 'a new passphrase')).toBe('opened with passphrase')
    expect(await tryToOpen(directory, passphrase)).toBe('wrong-secret')
    expect(await tryToOpen(directory, recoveryCode)).toBe('opened with recovery')
  })

  test('are changed by whoever holds the recovery code, and by nobody who shows something else', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    const wanted = { wayId: firstWay(directory), passphrase: 'a new passphrase', dropsKeyFile: false }
    const before = readFileSync(join(directory, 'keys.json'), 'utf8')
    await expect(keys.changePassphrase(change(vault, 'a guess'), wanted)).rejects.toEqual(refusal('wrong-secret'))
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(before)
    await keys.changePassphrase(change(vault, recoveryCode.toLowerCase()), wanted)
    expect(await tryToOpen(directory, 'a new passphrase')).toBe('opened with passphrase')
  })

  test('may be several; each is listed with its name and day, removed alone, and the last one stays', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    await keys.addPassphrase(change(vault), { name: 'Deputy', passphrase: 'the deputy’s own words' })
    const { ways } = keys.listWays(directory)
    expect(ways.map(({ kind, name, needsKeyFile }) => [kind, name, needsKeyFile])).toEqual([
      ['passphrase', 'Passphrase', false],
      ['recovery', 'Recovery code', false],
      ['passphrase', 'Deputy', false],
    ])
    expect(ways[2]?.madeAt).toMatch(/^2026-11-22T/)
    for (const secret of [passphrase, recoveryCode, 'the deputy’s own words']) expect(await tryToOpen(directory, secret)).toMatch(/^opened/)
    await keys.removeWay(change(vault), { wayId: ways[0]?.id ?? '' })
    expect(await tryToOpen(directory, passphrase)).toBe('wrong-secret')
    await keys.removeWay(change(vault, recoveryCode), { wayId: ways[1]?.id ?? '' })
    expect(await tryToOpen(directory, recoveryCode)).toBe('wrong-secret')
    const last = change(vault, 'the deputy’s own words')
    await expect(keys.removeWay(last, { wayId: ways[2]?.id ?? '' })).rejects.toEqual(refusal('last-way'))
    await expect(keys.removeWay(last, { wayId: ways[0]?.id ?? '' })).rejects.toEqual(refusal('way-unknown'))
    expect(await tryToOpen(directory, 'the deputy’s own words')).toBe('opened with passphrase')
  })

  test('are at most four', async () => {
    const { vault } = await openNew()
    for (const name of ['b', 'c', 'd']) await keys.addPassphrase(change(vault), { name, passphrase: `passphrase of ${name}` })
    await expect(keys.addPassphrase(change(vault), { name: 'e', passphrase: 'one too many' })).rejects.toEqual(refusal('too-many-ways'))
  })

  test('leave a line in the history for each change, under the vault’s own seal', async () => {
    const { vault, directory } = await openNew()
    await keys.addPassphrase(change(vault), { name: 'Deputy', passphrase: 'the deputy’s own words' })
    await keys.replaceRecoveryCode(change(vault))
    const entries = vault.store.all(readAuditEntries)
    expect(entries.slice(-2).map(({ action, subject }) => [action, subject])).toEqual([
      ['keys.add-passphrase', 'generation 1'],
      ['keys.replace-recovery-code', 'generation 2'],
    ])
    expect(verifyAuditChain(entries, vault.auditKey)).toEqual({ ok: true })
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(readFileSync(join(directory, 'keys.json.bak'), 'utf8'))
  })
})

describe('the recovery code', () => {
  test('is replaced by a new one, and the old one opens nothing', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    const fresh = await keys.replaceRecoveryCode(change(vault))
    expect(await tryToOpen(directory, fresh)).toBe('opened with recovery')
    expect(await tryToOpen(directory, recoveryCode)).toBe('wrong-secret')
  })
})

describe('a key file', () => {
  async function withKeyFile() {
    const opened = await openNew()
    const path = join(opened.folder, 'stick.key')
    await keys.addKeyFile(change(opened.vault), { wayId: firstWay(opened.directory), path })
    return { ...opened, path, mediumKey: readMediumKey(path) }
  }

  test('is needed beside its passphrase from then on; the recovery code opens without it', async () => {
    const { directory, mediumKey, recoveryCode } = await withKeyFile()
    expect(keys.listWays(directory).ways[0]?.needsKeyFile).toBe(true)
    expect(await tryToOpen(directory, { kind: 'secret', secret: passphrase, mediumKey })).toBe('opened with passphrase')
    expect(await tryToOpen(directory, { kind: 'secret', secret: 'a guess', mediumKey })).toBe('wrong-secret')
    expect(await tryToOpen(directory, passphrase)).toBe('key-file-needed')
    expect(await tryToOpen(directory, recoveryCode)).toBe('opened with recovery')
    expect(await tryToOpen(directory, { kind: 'secret', secret: recoveryCode, mediumKey })).toBe('opened with recovery')
  })

  test('of another vault, or from before, is told apart from a wrong passphrase', async () => {
    const { directory, vault, mediumKey, folder } = await withKeyFile()
    const other = await withKeyFile()
    expect(await tryToOpen(directory, { kind: 'secret', secret: passphrase, mediumKey: other.mediumKey })).toBe('key-file-wrong')
    const path = join(folder, 'second.key')
    await keys.addKeyFile(change(vault, passphrase, mediumKey), { wayId: firstWay(directory), path })
    expect(await tryToOpen(directory, { kind: 'secret', secret: passphrase, mediumKey })).toBe('key-file-wrong')
    expect(await tryToOpen(directory, { kind: 'secret', secret: passphrase, mediumKey: readMediumKey(path) })).toMatch(/^opened/)
  })

  test('goes on being needed when its passphrase is changed, and must be shown for that', async () => {
    const { directory, vault, mediumKey, recoveryCode } = await withKeyFile()
    const wanted = { wayId: firstWay(directory), passphrase: 'a new passphrase', dropsKeyFile: false }
    await expect(keys.changePassphrase(change(vault, recoveryCode), wanted)).rejects.toEqual(refusal('key-file-needed'))
    const { mediumKey: foreign } = await withKeyFile()
    await expect(keys.changePassphrase(change(vault, recoveryCode, foreign), wanted)).rejects.toEqual(refusal('key-file-wrong'))
    await keys.changePassphrase(change(vault, passphrase, mediumKey), wanted)
    expect(await tryToOpen(directory, 'a new passphrase')).toBe('key-file-needed')
    expect(await tryToOpen(directory, { kind: 'secret', secret: 'a new passphrase', mediumKey })).toBe('opened with passphrase')
  })

  test('that is lost is given up with the recovery code and a new passphrase, or dropped by who has both', async () => {
    const lost = await withKeyFile()
    const wanted = { wayId: firstWay(lost.directory), passphrase: 'a new passphrase', dropsKeyFile: true }
    await keys.changePassphrase(change(lost.vault, lost.recoveryCode), wanted)
    expect(await tryToOpen(lost.directory, 'a new passphrase')).toBe('opened with passphrase')
    const had = await withKeyFile()
    await keys.dropKeyFile(change(had.vault, passphrase, had.mediumKey), { wayId: firstWay(had.directory) })
    expect(await tryToOpen(had.directory, passphrase)).toBe('opened with passphrase')
  })

  test('is made for the passphrase that is shown only, never over a file or in the vault’s own folder', async () => {
    const { directory, vault, folder, recoveryCode } = await openNew()
    const wayId = firstWay(directory)
    const path = join(folder, 'stick.key')
    await keys.addPassphrase(change(vault), { name: 'Deputy', passphrase: 'the deputy’s own words' })
    for (const secret of [recoveryCode, 'the deputy’s own words'])
      await expect(keys.addKeyFile(change(vault, secret), { wayId, path })).rejects.toEqual(refusal('wrong-secret'))
    expect(existsSync(path)).toBe(false)
    writeFileSync(path, 'something')
    await expect(keys.addKeyFile(change(vault), { wayId, path })).rejects.toEqual(refusal('file-exists'))
    expect(readFileSync(path, 'utf8')).toBe('something')
    for (const place of [join(directory, 'stick.key'), join(directory, 'backups', '..', 'stick.key')])
      await expect(keys.addKeyFile(change(vault), { wayId, path: place })).rejects.toEqual(refusal('key-file-in-vault'))
    await expect(keys.addKeyFile(change(vault), { wayId, path: join(folder, 'gone', 'key') })).rejects.toEqual(
      refusal('place-not-writable'),
    )
    expect(await tryToOpen(directory, passphrase)).toBe('opened with passphrase')
  })

  test('is taken away again when the vault could not be told of it', async () => {
    const { directory, vault, folder } = await openNew()
    const path = join(folder, 'stick.key')
    const wayId = firstWay(directory)
    // Another file in the place of the database: what is written now would be lost.
    copyFileSync(join(directory, 'vault.db'), join(directory, 'copy'))
    renameSync(join(directory, 'copy'), join(directory, 'vault.db'))
    const before = readFileSync(join(directory, 'keys.json'), 'utf8')
    await expect(keys.addKeyFile(change(vault), { wayId, path })).rejects.toEqual(refusal('write-failed'))
    expect(existsSync(path)).toBe(false)
    for (const name of ['keys.json', 'keys.json.bak']) expect(readFileSync(join(directory, name), 'utf8')).toBe(before)
  })
})

describe('a disk that goes away while a key file is made for the vault on it', () => {
  test('leaves the key file, because the key list that went with it may need it', async () => {
    const folder = temporaryFolder()
    const directory = join(folder, 'Example.gatehouse')
    const away = join(folder, 'away')
    await createVault(directory, passphrase, environment)
    // Gone at the worst moment: the new key list is on the disk, and its line in the history is not.
    const pulling = {
      ...environment,
      now: () => {
        if (existsSync(directory) && readKeyListOf(directory).generation > 0) renameSync(directory, away)
        return environment.now()
      },
    }
    const vault = await openVault(directory, passphrase, pulling)
    onTestFinished(() => vault.close())
    const path = join(folder, 'stick.key')
    const adding = keys.addKeyFile({ ...change(vault), environment: pulling }, { wayId: firstWay(directory), path })
    await expect(adding).rejects.toEqual(refusal('write-failed'))
    expect(await tryToOpen(away, passphrase)).toBe('key-file-needed')
    expect(await tryToOpen(away, { kind: 'secret', secret: passphrase, mediumKey: readMediumKey(path) })).toBe('opened with passphrase')
  })
})

describe('a remembered device', () => {
  test('opens the vault with its own secret until it is removed, and changes nothing in it', async () => {
    const { directory, vault } = await openNew()
    const secret = randomBytes(32)
    const slotId = await keys.addDevice(change(vault), { name: 'Laptop', secret })
    expect(await tryToOpen(directory, { kind: 'device', slotId, secret })).toBe('opened with device')
    expect(await tryToOpen(directory, { kind: 'device', slotId, secret: randomBytes(32) })).toBe('device-forgotten')
    await keys.removeWay(change(vault), { wayId: slotId })
    expect(await tryToOpen(directory, { kind: 'device', slotId, secret })).toBe('device-forgotten')
  })

  test('is never the only way left', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    await keys.addDevice(change(vault), { name: 'Laptop', secret: randomBytes(32) })
    await keys.removeWay(change(vault, recoveryCode), { wayId: firstWay(directory) })
    await expect(keys.removeWay(change(vault, recoveryCode), { wayId: firstWay(directory) })).rejects.toEqual(refusal('last-way'))
  })
})

describe('a new data key', () => {
  test('keeps the passphrase with its key file, gives a new recovery code, and leaves every other way behind', async () => {
    const { folder, directory, vault, recoveryCode } = await openNew()
    const path = join(folder, 'stick.key')
    await keys.addKeyFile(change(vault), { wayId: firstWay(directory), path })
    const mediumKey = readMediumKey(path)
    const proof = change(vault, passphrase, mediumKey)
    await keys.addPassphrase(proof, { name: 'Deputy', passphrase: 'the deputy’s own words' })
    const secret = randomBytes(32)
    const slotId = await keys.addDevice(proof, { name: 'Laptop', secret })
    const rotation = await rotateDataKey(proof, () => undefined)
    expect(rotation.problem).toBeNull()
    const fresh = rotation.vault
    if (fresh === null || rotation.recoveryCode === null) throw new Error('It must be open.')
    onTestFinished(() => fresh.close())
    expect(verifyAuditChain(fresh.store.all(readAuditEntries), fresh.auditKey)).toEqual({ ok: true })
    expect(fresh.store.findDamage()).toEqual([])
    expect(await tryToOpen(directory, { kind: 'secret', secret: passphrase, mediumKey })).toBe('opened with passphrase')
    expect(await tryToOpen(directory, rotation.recoveryCode)).toBe('opened with recovery')
    expect(await tryToOpen(directory, recoveryCode)).toBe('wrong-secret')
    expect(await tryToOpen(directory, { kind: 'secret', secret: 'the deputy’s own words', mediumKey })).toBe('wrong-secret')
    expect(await tryToOpen(directory, { kind: 'device', slotId, secret })).toBe('device-forgotten')
    // The keys go on being changed after it, and it can be done again.
    await keys.addPassphrase({ ...proof, vault: fresh }, { name: 'Deputy', passphrase: 'the deputy’s own words' })
    const again = await rotateDataKey({ ...proof, vault: fresh }, () => undefined)
    expect(again.problem).toBeNull()
    again.vault?.close()
    expect(await tryToOpen(directory, { kind: 'secret', secret: passphrase, mediumKey })).toBe('opened with passphrase')
  })

  test('does not open what was encrypted with the old one, nor the old one the new', async () => {
    const { folder, directory, vault } = await openNew()
    const old = join(folder, 'old.db')
    copyFileSync(join(directory, 'vault.db'), old)
    const oldList = readFileSync(join(directory, 'keys.json'))
    const rotation = await rotateDataKey(change(vault), () => undefined)
    rotation.vault?.close()
    const newDatabase = readFileSync(join(directory, 'vault.db'))
    copyFileSync(old, join(directory, 'vault.db'))
    expect(await tryToOpen(directory, passphrase)).toBe('database-damaged')
    writeFileSync(join(directory, 'vault.db'), newDatabase)
    for (const name of ['keys.json', 'keys.json.bak']) writeFileSync(join(directory, name), oldList)
    expect(await tryToOpen(directory, passphrase)).toBe('database-damaged')
  })

  test('that cannot be put in place is given up: the vault is open again under the old key, with every way it had', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    const rotation = await rotateDataKey(change(vault), (step) => {
      if (step === 'replace') rmSync(join(directory, 'vault.db.next'))
    })
    expect(rotation.recoveryCode).toBeNull()
    expect(rotation.problem).toMatchObject({ code: 'ENOENT' })
    const again = rotation.vault
    if (again === null) throw new Error('It must be open.')
    onTestFinished(() => again.close())
    expect(again.store.findDamage()).toEqual([])
    expect(verifyAuditChain(again.store.all(readAuditEntries), again.auditKey)).toEqual({ ok: true })
    for (const secret of [passphrase, recoveryCode]) expect(await tryToOpen(directory, secret)).toMatch(/^opened/)
    await keys.replaceRecoveryCode({ ...change(vault), vault: again })
  })

  test('is refused for the recovery code, a guess, and where it cannot be written, and the vault stays open', async () => {
    const { directory, vault, recoveryCode } = await openNew()
    for (const secret of [recoveryCode, 'a guess']) {
      const outcome = await rotateDataKey(change(vault, secret), () => undefined).catch((error: unknown) => ({ vault, problem: error }))
      expect(outcome.problem).toEqual(refusal('wrong-secret'))
    }
    mkdirSync(join(directory, 'vault.db.next'))
    writeFileSync(join(directory, 'vault.db.next', 'in the way'), '')
    const before = readFileSync(join(directory, 'keys.json'), 'utf8')
    const rotation = await rotateDataKey(change(vault), () => undefined)
    expect(rotation).toMatchObject({ vault, recoveryCode: null })
    expect(rotation.problem).not.toBeNull()
    expect(vault.store.findDamage()).toEqual([])
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(before)
  })
})
