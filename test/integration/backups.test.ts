// Backups from the outside of the store: made, listed, rotated, tested, restored beside; and what happens when something is in the way.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { readAuditEntries, verifyAuditChain } from '#main/store/audit.ts'
import { backUpInSteps } from '#main/store/backup.ts'
import { isBackupId, listBackups, ownBackups, removeOldBackups } from '#main/store/backup-list.ts'
import { countsOf, isTrueManifest } from '#main/store/backup-manifest.ts'
import { copyToPlace, folderAtPlace } from '#main/store/backup-place.ts'
import { restoreBackup, testBackup } from '#main/store/backup-restore.ts'
import { command } from '#main/store/statement.ts'
import { openVault, type Vault } from '#main/store/vault.ts'
import { changePassphrase } from '#main/store/vault-keys.ts'
import { accessWith, backUpNow, backupsOf, newestBackup, orderFor } from '../support/backups.ts'
import { change, environment, firstWay, openNew, refusal } from '../support/opened-vault.ts'
import { passphrase, withNextStep } from '../support/vault-place.ts'

const addParty = command(
  "INSERT INTO third_party (id, legal_name, native_name, registration_number, country, note, added_at) VALUES (:id, 'Kestrel', '', '', 'IE', '', '2026-11-22')",
)
const addParties = (vault: Vault, count: number) => {
  for (let index = 0; index < count; index += 1)
    vault.store.write({ action: 'thirdParties.add', subject: `${index}`, payload: {} }, (tx) =>
      tx.run(addParty, { id: crypto.randomUUID() }),
    )
}
const noCounts = { assessments: 0, answers: 0, signers: 0, reports: 0 }

describe('a backup', () => {
  test('is the database, the key list, its spare and a true manifest that anchors the history', async () => {
    const { vault, directory } = await openNew()
    addParties(vault, 3)
    const { folder, manifest } = backUpNow(vault, { at: '2026-11-22T10:00:00.000Z' })
    expect(readdirSync(folder).sort()).toEqual(['keys.json', 'keys.json.bak', 'manifest.json', 'vault.db'])
    expect(readdirSync(join(directory, 'backups'))).toEqual(['2026-11-22T10-00-00.000Z'])
    const last = vault.store.all(readAuditEntries).at(-1)
    expect(manifest).toMatchObject({ reason: 'asked', audit: { sequence: 4, head: last?.hash }, schemaNumber: expect.any(Number) })
    const bytes = readFileSync(join(folder, 'vault.db'))
    expect(manifest.database).toEqual({ sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    expect(isTrueManifest(manifest, vault.auditKey)).toBe(true)
    expect(countsOf(manifest, vault.auditKey)).toEqual({ ...noCounts, thirdParties: 3 })
    expect(isTrueManifest(manifest, Buffer.alloc(32))).toBe(false)
    expect(countsOf(manifest, Buffer.alloc(32))).toBeNull()
  })

  test('holds nothing readable without the passphrase, not even how many records there are', async () => {
    const { vault } = await openNew()
    addParties(vault, 1)
    const { folder } = backUpNow(vault)
    const everything = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    expect(everything.filter((text) => /Kestrel|thirdParties|CREATE TABLE/.test(text))).toEqual([])
  })

  test('given up half way, or failing, leaves nothing', async () => {
    const { vault, directory } = await openNew()
    const steps = backUpInSteps(vault.store, orderFor(vault))
    steps.next()
    expect(readdirSync(join(directory, 'backups'))).toHaveLength(1)
    steps.return?.(backUpNow(vault, { at: '2026-11-22T08:00:00.000Z' }))
    rmSync(join(directory, 'backups/2026-11-22T08-00-00.000Z'), { recursive: true })
    expect(readdirSync(join(directory, 'backups'))).toEqual([])
    const refusing = () => {
      throw new Error('no')
    }
    expect(() => backUpNow(vault, { openCopy: refusing })).toThrow('no')
    expect(readdirSync(join(directory, 'backups'))).toEqual([])
  })

  test('is refused when the copy is not sound, or not the vault’s own history', async () => {
    const { vault, directory } = await openNew()
    addParties(vault, 2)
    expect(() => backUpNow(vault, { auditKey: Buffer.alloc(32) })).toThrow(refusal('database-damaged'))
    const changing = {
      ...vault.store,
      copyTo: (path: string) => {
        addParties(vault, 1)
        vault.store.copyTo(path)
      },
    }
    expect(() => [...backUpInSteps(changing, orderFor(vault))]).toThrow(refusal('database-damaged'))
    expect(readdirSync(join(directory, 'backups'))).toEqual([])
  })

  test('made twice in the same instant gets a name of its own', async () => {
    const { vault, directory } = await openNew()
    const at = '2026-11-22T10:00:00.000Z'
    expect([backUpNow(vault, { at }).id, backUpNow(vault, { at }).id]).toEqual(['2026-11-22T10-00-00.000Z', '2026-11-22T10-00-00.000Z-2'])
    expect(backupsOf(directory).every(({ id, madeAt }) => isBackupId(id) && madeAt === at)).toBe(true)
  })

  test('is made before the schema is brought up to date, with the reason, and the history has an entry of each step', async () => {
    const { vault, directory } = await openNew()
    addParties(vault, 1)
    vault.close()
    const next = withNextStep('CREATE TABLE next (one INTEGER NOT NULL PRIMARY KEY) STRICT')
    const opened = await openVault(directory, passphrase, { ...environment, migrations: next, applicationVersion: '0.2.0' })
    const backup = newestBackup(directory)
    expect(backup.manifest).toMatchObject({ reason: 'migration', schemaNumber: next.length - 1, applicationVersion: '0.2.0' })
    const entries = opened.store.all(readAuditEntries)
    expect(entries.at(-1)).toMatchObject({ action: 'vault.migrate', subject: `schema ${next.length}` })
    expect(verifyAuditChain(entries, opened.auditKey)).toEqual({ ok: true })
    opened.close()
    expect((await testBackup(backup, accessWith())).counts.thirdParties).toBe(1)
  })
})

describe('the list of backups', () => {
  test('is newest first, takes one without a manifest by its name, and knows no other folder', async () => {
    const { vault, directory } = await openNew()
    for (const hour of ['10', '12', '11']) {
      addParties(vault, 1)
      backUpNow(vault, { at: `2026-11-22T${hour}:00:00.000Z` })
    }
    rmSync(join(directory, 'backups/2026-11-22T10-00-00.000Z/manifest.json'))
    for (const name of ['2026-11-22T09-00-00.000Z.partial', 'notes', '2026-11-22T08-00-00.000Z'])
      mkdirSync(join(directory, 'backups', name))
    // By the length of the history, so that a clock that went back does not make the newest look old.
    expect(backupsOf(directory).map(({ madeAt }) => madeAt.slice(11, 13))).toEqual(['11', '12', '10'])
    expect(backupsOf(directory)[2]).toMatchObject({ manifest: null, madeAt: '2026-11-22T10:00:00.000Z' })
    expect(listBackups(join(directory, 'nowhere'))).toEqual([])
  })

  test('loses only what the rotation gives up, and nothing that this vault did not make', async () => {
    const { vault, directory } = await openNew()
    for (let minute = 10; minute < 24; minute += 1) backUpNow(vault, { at: `2026-11-22T10:${minute}:00.000Z` })
    const folder = join(directory, 'backups')
    const [oldest, second] = backupsOf(directory).toReversed()
    rmSync(join(oldest?.folder ?? '', 'manifest.json'))
    const manifestPath = join(second?.folder ?? '', 'manifest.json')
    writeFileSync(manifestPath, readFileSync(manifestPath, 'utf8').replace('"asked"', '"hourly"'))
    mkdirSync(join(folder, '2026-11-22T09-00-00.000Z.partial'))
    mkdirSync(join(folder, 'mine'))
    const owner = { vaultId: vault.id, auditKey: vault.auditKey }
    expect(ownBackups(folder, owner)).toHaveLength(12)
    removeOldBackups(folder, owner, () => true)
    expect(readdirSync(folder)).toHaveLength(10 + 3)
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['mine', oldest?.id, second?.id]))
  })
})

describe('testing a backup', () => {
  test('opens it with the passphrase of its time, or its recovery code, reads it through and counts', async () => {
    const { vault, directory, recoveryCode } = await openNew()
    addParties(vault, 2)
    backUpNow(vault)
    await changePassphrase(change(vault), { wayId: firstWay(directory), passphrase: 'another long passphrase', dropsKeyFile: false })
    const backup = newestBackup(directory)
    for (const secret of [passphrase, recoveryCode]) {
      const tested = await testBackup(backup, accessWith(secret))
      expect(tested).toMatchObject({ counts: { ...noCounts, thirdParties: 2 }, historyEntries: 3, isCompared: true })
    }
    await expect(testBackup(backup, accessWith('another long passphrase'))).rejects.toEqual(refusal('wrong-secret'))
  })

  test('changes not a byte of it', async () => {
    const { vault, directory } = await openNew()
    backUpNow(vault)
    const backup = newestBackup(directory)
    const bytes = () => readdirSync(backup.folder).map((name) => [name, readFileSync(join(backup.folder, name)).toString('base64')])
    const before = bytes()
    await testBackup(backup, accessWith())
    expect(bytes()).toEqual(before)
  })

  test.each(['vault.db', 'keys.json', 'manifest.json'])('finds any change of its %s', async (name) => {
    const { vault, directory } = await openNew()
    addParties(vault, 1)
    const { folder } = backUpNow(vault)
    const path = join(folder, name)
    const bytes = readFileSync(path)
    const isText = name.endsWith('.json')
    const at = isText ? bytes.indexOf('madeAt') + 12 : bytes.length - 2_000
    bytes[at] = isText ? (bytes[at] === 0x31 ? 0x32 : 0x31) : (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    // A damaged key list has a spare, and is noticed only by the manifest.
    await expect(testBackup(newestBackup(directory), accessWith())).rejects.toEqual(refusal('backup-damaged'))
  })

  test('finds a manifest that is no manifest, and takes a backup that never had one', async () => {
    const { vault, directory } = await openNew()
    const { folder } = backUpNow(vault)
    writeFileSync(join(folder, 'manifest.json'), '{}')
    await expect(testBackup(newestBackup(directory), accessWith())).rejects.toEqual(refusal('backup-damaged'))
    rmSync(join(folder, 'manifest.json'))
    expect(await testBackup(newestBackup(directory), accessWith())).toMatchObject({ isCompared: false })
  })
})

describe('the folder of copies in a second place', () => {
  test('gets no copy that is not the backup to the bit, and nothing of one that was given up', async () => {
    const { vault, folder } = await openNew()
    const backup = backUpNow(vault)
    const place = join(folder, 'stick')
    await expect(copyToPlace(backup, place, AbortSignal.abort())).rejects.toThrow('Stopped')
    const path = join(backup.folder, 'vault.db')
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000)
    writeFileSync(path, bytes)
    await expect(copyToPlace(backup, place, new AbortController().signal)).rejects.toEqual(refusal('write-failed'))
    expect(readdirSync(place)).toEqual([])
  })

  test('has a name that any stick takes, and another for each vault', () => {
    const id = VaultId.parse('00000000-0000-4000-8000-000000000001')
    expect(folderAtPlace('stick', { id, name: 'Größe 名 2026' })).toBe(join('stick', 'Größe 名 2026 00000000 backups'))
    expect(folderAtPlace('stick', { id, name: 'What if? 1:2 <a|b>' })).toBe(join('stick', 'What if- 1-2 -a-b- 00000000 backups'))
  })
})

describe('restoring', () => {
  test('makes a vault beside, which opens, goes on with the same history and says where it comes from', async () => {
    const { vault, directory, folder } = await openNew()
    addParties(vault, 2)
    backUpNow(vault)
    addParties(vault, 1)
    const target = join(folder, 'Restored.gatehouse')
    const tested = await restoreBackup(newestBackup(directory), target, accessWith())
    expect(tested.counts.thirdParties).toBe(2)
    const restored = await openVault(target, passphrase, environment)
    const entries = restored.store.all(readAuditEntries)
    expect(entries.map(({ action }) => action)).toEqual(['vault.create', 'thirdParties.add', 'thirdParties.add', 'backups.restore'])
    expect(verifyAuditChain(entries, restored.auditKey)).toEqual({ ok: true })
    expect(restored.areKeysOlder).toBe(false)
    restored.close()
    // The vault it was made of is as it was, and open.
    expect(vault.store.all(readAuditEntries)).toHaveLength(4)
    expect(readdirSync(folder).sort()).toEqual(['Example.gatehouse', 'Restored.gatehouse'])
  })

  test('is never done over anything, and leaves nothing when it is refused', async () => {
    const { vault, directory, folder } = await openNew()
    backUpNow(vault)
    const backup = newestBackup(directory)
    await expect(restoreBackup(backup, directory, accessWith())).rejects.toEqual(refusal('vault-exists'))
    const target = join(folder, 'Restored.gatehouse')
    writeFileSync(target, 'mine')
    await expect(restoreBackup(backup, target, accessWith())).rejects.toEqual(refusal('vault-exists'))
    rmSync(target)
    await expect(restoreBackup(backup, target, accessWith('wrong wrong wrong'))).rejects.toEqual(refusal('wrong-secret'))
    await expect(restoreBackup(backup, join(folder, 'gone/R.gatehouse'), accessWith())).rejects.toEqual(refusal('place-not-writable'))
    rmSync(join(backup.folder, 'vault.db'))
    await expect(restoreBackup(backup, target, accessWith())).rejects.toBeInstanceOf(Error)
    expect(readdirSync(folder)).toEqual(['Example.gatehouse'])
  })

  test('may use an empty folder that is there, and brings an older backup up to date', async () => {
    const { vault, directory, folder } = await openNew()
    addParties(vault, 1)
    backUpNow(vault)
    const target = join(folder, 'Empty.gatehouse')
    mkdirSync(target)
    const next = withNextStep('CREATE TABLE next (one INTEGER NOT NULL PRIMARY KEY) STRICT')
    const access = { ...accessWith(), environment: { ...environment, migrations: next } }
    await restoreBackup(newestBackup(directory), target, access)
    expect(existsSync(join(target, 'vault.db'))).toBe(true)
    const restored = await openVault(target, passphrase, access.environment)
    expect(restored.store.all({ kind: 'query', sql: 'SELECT one FROM next', row: z.strictObject({ one: z.int() }) })).toEqual([])
    restored.close()
  })
})
