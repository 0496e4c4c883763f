// Salvage of whole vaults: which keys open the new one, what is refused, and what a crash before the damage changes.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listThirdParties } from '#main/records/third-party.ts'
import { openConnection } from '#main/store/connection.ts'
import { sealKeyList } from '#main/store/keys/key-list.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf, writeKeyLists } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import { rotateDataKey } from '#main/store/rotate-data-key.ts'
import { salvageVault } from '#main/store/salvage/salvage.ts'
import { command } from '#main/store/statement.ts'
import { openVault } from '#main/store/vault.ts'
import { backUpNow, newestBackup } from '../support/backups.ts'
import { startEngine } from '../support/engine-session.ts'
import { change, environment, openNew, refusal } from '../support/opened-vault.ts'
import { copyReleasedVault, releasedPassphrase } from '../support/released-vault.ts'
import { passphrase, withNextStep } from '../support/vault-place.ts'

const pageBytes = 4_096
const proofOf = (secret: string) => ({ kind: 'secret' as const, secret, mediumKey: null })
const orderFor = (from: string, to: string, secret = passphrase) => ({
  from,
  to,
  proof: proofOf(secret),
  environment,
  packRow: () => null,
})

function zero(directory: string, pages: readonly number[]): void {
  const path = join(directory, 'vault.db')
  const bytes = readFileSync(path)
  for (const page of pages) bytes.fill(0, (page - 1) * pageBytes, page * pageBytes)
  writeFileSync(path, bytes)
}

describe('a salvaged vault', () => {
  test('opens in the program with the same passphrase, and every screen can read what is left', async () => {
    const { folder, directory } = copyReleasedVault()
    const before = readFileSync(join(directory, 'vault.db'))
    zero(directory, [40, 41, 42, 90])
    const damaged = readFileSync(join(directory, 'vault.db'))
    expect(damaged).not.toEqual(before)
    const session = startEngine()
    const target = join(folder, 'Salvaged.gatehouse')
    const proof = { secret: releasedPassphrase, keyFile: null }
    const run = { handle: session.grant(directory), proof, place: session.grant(target) }
    const { report } = await session.do('salvage.run', run)
    expect(report).toMatchObject({ isAnythingLost: true, schemaNumber: 1, pages: { damaged: 4 } })
    await session.do('vault.open', { handle: session.grant(target), secret: releasedPassphrase })
    expect(await session.do('history.checkAll', { withBackups: false })).toMatchObject({ isSound: true, problems: [] })
    for (const name of ['thirdParties.list', 'crownJewels.list', 'organization.read', 'reports.list', 'signers.list'] as const)
      await session.do(name, {})
    const { assessments } = await session.do('assessments.list', {})
    for (const { assessment } of assessments) await session.do('assessments.read', { id: assessment.id })
    expect(session.faults).toEqual([])
    expect(readFileSync(join(directory, 'vault.db'))).toEqual(damaged)
    expect(readdirSync(folder).sort()).toEqual(['Client.gatehouse', 'Salvaged.gatehouse'])
  })

  test('is opened by its recovery code too, and by the salt of a backup when the first page is gone', async () => {
    const { vault, directory, folder, recoveryCode } = await openNew()
    backUpNow(vault)
    vault.close()
    zero(directory, [1])
    const target = join(folder, 'Salvaged.gatehouse')
    await expect(salvageVault(orderFor(directory, target, recoveryCode))).resolves.toMatchObject({ pages: { damaged: 1 } })
    const salvaged = await openVault(target, recoveryCode, environment)
    expect(salvaged.areKeysOlder).toBe(false)
    salvaged.close()
    // Without any copy of its first bytes nothing in the file can be read.
    rmSync(newestBackup(directory).folder, { recursive: true })
    await expect(salvageVault(orderFor(directory, join(folder, 'Again.gatehouse')))).rejects.toEqual(refusal('nothing-readable'))
  })

  test('has the keys that its database has, when the data key was being changed', async () => {
    const { vault, directory, folder } = await openNew()
    const oldList = readKeyListOf(directory)
    const oldKey = await openDataKey(oldList, passphrase)
    const rotation = await rotateDataKey(change(vault), () => undefined)
    rotation.vault?.close()
    const { slots, auditKey } = readKeyListOf(directory)
    const { seal: _, ...body } = oldList
    // As it stands after the new database took its place and before the key list knew.
    const unfinished = { ...body, generation: 9, next: { slots, auditKey, databaseSalt: '0'.repeat(32) } }
    writeKeyLists(directory, sealKeyList(unfinished, oldKey))
    const target = join(folder, 'Salvaged.gatehouse')
    const report = await salvageVault(orderFor(directory, target))
    expect(report.isAnythingLost).toBe(false)
    const salvaged = await openVault(target, passphrase, environment)
    expect(salvaged.id).toBe(vault.id)
    salvaged.close()
    expect(readKeyListOf(target)).toMatchObject({ next: null, generation: 10 })
  })

  test('keeps a row aside that this program never wrote, says so, and shows it nowhere', async () => {
    const { vault, directory, folder } = await openNew()
    const odd = command("INSERT INTO third_party VALUES ('no id', 'Kestrel', '', '', 'IE', '', 'some day')")
    vault.store.write({ action: 'test', subject: '', payload: {} }, (tx) => tx.run(odd))
    vault.close()
    const target = join(folder, 'Salvaged.gatehouse')
    const report = await salvageVault(orderFor(directory, target))
    expect(report.tables.find(({ name }) => name === 'third_party')).toMatchObject({ saved: 0, keptAside: 1 })
    expect(report.isAnythingLost).toBe(true)
    const salvaged = await openVault(target, passphrase, environment)
    expect(listThirdParties(salvaged.store)).toEqual([])
    salvaged.close()
  })

  test('does not hold a save that was cut off, and leaves the journal that takes it back where it is', async () => {
    const { vault, directory, folder } = await openNew()
    vault.close()
    const list = readKeyListOf(directory)
    const keys = deriveSubKeys(await openDataKey(list, passphrase), list.vaultId)
    const open = (path: string) =>
      openConnection({ path, key: keys.database, mustExist: true, isReadOnly: false, sqliteBinding: undefined })
    const connection = open(join(directory, 'vault.db'))
    const insert = (name: string) =>
      connection.exec(`INSERT INTO organization (one, name, country, activity, contact) VALUES (1, '${name}', '', '', '')
        ON CONFLICT DO UPDATE SET name = '${name}'`)
    insert('Before')
    const crashed = join(folder, 'Crashed.gatehouse')
    mkdirSync(crashed)
    // A cache this small writes changed pages to the file in the middle of the transaction.
    connection.exec('PRAGMA cache_size = 1; BEGIN')
    insert('Half saved')
    for (let index = 0; index < 50; index += 1) {
      connection.exec(`INSERT INTO third_party VALUES ('${crypto.randomUUID()}', 'x', '', '', '', '${'y'.repeat(3_000)}', '')`)
    }
    cpSync(directory, crashed, { recursive: true })
    connection.exec('ROLLBACK')
    connection.close()
    const journal = join(crashed, 'vault.db-journal')
    const before = [readFileSync(join(crashed, 'vault.db')), readFileSync(journal)]
    expect(before[1]?.length).toBeGreaterThan(0)
    const target = join(folder, 'Salvaged.gatehouse')
    const report = await salvageVault(orderFor(crashed, target))
    expect(report.tables.find(({ name }) => name === 'third_party')?.saved).toBe(0)
    const salvaged = open(join(target, 'vault.db'))
    expect(salvaged.prepare('SELECT name FROM organization').all()).toEqual([{ name: 'Before' }])
    salvaged.close()
    expect([readFileSync(join(crashed, 'vault.db')), readFileSync(journal)]).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('salvage is refused', () => {
  test('for a vault that is open elsewhere, and over anything that is there', async () => {
    const { vault, directory, folder } = await openNew()
    const target = join(folder, 'Salvaged.gatehouse')
    await expect(salvageVault(orderFor(directory, target))).rejects.toEqual(refusal('vault-busy'))
    vault.close()
    writeFileSync(target, 'mine')
    await expect(salvageVault(orderFor(directory, target))).rejects.toEqual(refusal('vault-exists'))
    await expect(salvageVault(orderFor(directory, join(folder, 'gone/S.gatehouse')))).rejects.toEqual(refusal('place-not-writable'))
    await expect(salvageVault(orderFor(directory, join(folder, 'S.gatehouse'), 'not the passphrase'))).rejects.toEqual(
      refusal('wrong-secret'),
    )
  })

  test('when there is no database, or one of another key', async () => {
    const { vault, directory, folder } = await openNew()
    vault.close()
    const other = await openNew()
    other.vault.close()
    const target = join(folder, 'Salvaged.gatehouse')
    copyFileSync(join(other.directory, 'vault.db'), join(directory, 'vault.db'))
    await expect(salvageVault(orderFor(directory, target))).rejects.toEqual(refusal('nothing-readable'))
    rmSync(join(directory, 'vault.db'))
    await expect(salvageVault(orderFor(directory, target))).rejects.toEqual(refusal('nothing-readable'))
    expect(existsSync(target)).toBe(false)
  })

  test('for a vault of a newer Gatehouse', async () => {
    const { vault, directory, folder } = await openNew()
    vault.close()
    const next = withNextStep('CREATE TABLE next (one INTEGER NOT NULL PRIMARY KEY) STRICT')
    const newer = await openVault(directory, passphrase, { ...environment, migrations: next })
    newer.close()
    await expect(salvageVault(orderFor(directory, join(folder, 'S.gatehouse')))).rejects.toEqual(refusal('vault-newer'))
  })
})
