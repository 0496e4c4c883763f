// A vault from outside: made, opened, refused, damaged, upgraded.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readAuditEntries, verifyAuditChain } from '#main/store/audit.ts'
import { connectionPragmas, openConnection } from '#main/store/connection.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import { migrations, readMigrations } from '#main/store/migrations.ts'
import { command } from '#main/store/statement.ts'
import { createStore } from '#main/store/store.ts'
import { createVault, openVault } from '#main/store/vault.ts'
import { passphrase, temporaryFolder, vaultEnvironment, withNextStep } from '../support/vault-place.ts'

async function makeVault() {
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  const { recoveryCode } = await createVault(directory, passphrase, vaultEnvironment())
  return { directory, recoveryCode }
}

const refusal = (code: string) => expect.objectContaining({ code })

describe('a new vault', () => {
  test('is a folder of vault.db, keys.json and its spare, and nothing else', async () => {
    const { directory } = await makeVault()
    expect(readdirSync(directory).sort()).toEqual(['keys.json', 'keys.json.bak', 'vault.db'])
    expect(readdirSync(join(directory, '..'))).toEqual(['Example.gatehouse'])
  })

  test('opens with its passphrase and with its recovery code, however that was typed', async () => {
    const { directory, recoveryCode } = await makeVault()
    for (const secret of [passphrase, recoveryCode, recoveryCode.toLowerCase().replaceAll('-', ' ')]) {
      const vault = await openVault(directory, secret, vaultEnvironment())
      expect(vault.name).toBe('Example')
      vault.close()
    }
  })

  test('is never made over something that is already there', async () => {
    const { directory } = await makeVault()
    const before = readFileSync(join(directory, 'keys.json'), 'utf8')
    await expect(createVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('vault-exists'))
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(before)
  })

  test('holds a database that is not readable without the key', async () => {
    const { directory } = await makeVault()
    const bytes = readFileSync(join(directory, 'vault.db'))
    expect(bytes.includes('SQLite format 3')).toBe(false)
    expect(bytes.includes('CREATE TABLE')).toBe(false)
  })

  test('keeps folder and files to their owner', async () => {
    const { directory } = await makeVault()
    expect(statSync(directory).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory, 'keys.json')).mode & 0o777).toBe(0o600)
  })
})

describe('an open vault', () => {
  test('runs with the settings that durability and secrecy rest on', async () => {
    const { directory } = await makeVault()
    const keyFile = readKeyListOf(directory)
    const keys = deriveSubKeys(await openDataKey(keyFile, passphrase), keyFile.vaultId)
    const connection = openConnection({
      path: join(directory, 'vault.db'),
      key: keys.database,
      mustExist: true,
      isReadOnly: false,
      sqliteBinding: undefined,
    })
    try {
      for (const [name, value] of Object.entries(connectionPragmas)) {
        // SQLite answers mmap_size with no row where memory mapping is off altogether.
        expect([name, connection.pragma(name, { simple: true }) ?? 0]).toEqual([name, value])
      }
      expect(connection.pragma('cipher', { simple: true })).toBe('sqlcipher')
    } finally {
      connection.close()
    }
  })

  test('refuses a second opener and says who holds it', async () => {
    const { directory } = await makeVault()
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('vault-busy'))
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toThrow(/already open on .+ since 2026-11-22 09:00 UTC/)
    vault.close()
    const again = await openVault(directory, passphrase, vaultEnvironment())
    again.close()
  })

  test('writes a change and its audit row together or not at all', async () => {
    const { directory } = await makeVault()
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    const change = { action: 'test.fail', subject: 'x', payload: {} }
    const add = command("INSERT INTO organization (one, name, country, activity, contact) VALUES (1, 'A', '', '', '')")
    expect(() =>
      vault.store.write(change, (tx) => {
        tx.run(add)
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(vault.store.all(readAuditEntries)).toHaveLength(1)
    vault.store.write({ ...change, action: 'test.work' }, (tx) => tx.run(add))
    const entries = vault.store.all(readAuditEntries)
    expect(entries.map((entry) => entry.action)).toEqual(['vault.create', 'test.work'])
    expect(verifyAuditChain(entries, vault.auditKey)).toEqual({ ok: true })
    vault.close()
  })

  test('keeps its history from being changed or shortened', async () => {
    const { directory } = await makeVault()
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    for (const sql of ["UPDATE audit SET action = 'x'", 'DELETE FROM audit']) {
      expect(() => vault.store.write({ action: 'test', subject: '', payload: {} }, (tx) => tx.run(command(sql)))).toThrow(
        /audit chain is never/,
      )
    }
    vault.close()
  })
})

describe('a write that the disk refuses', () => {
  async function openStore(isReadOnly: boolean) {
    const { directory } = await makeVault()
    const keyFile = readKeyListOf(directory)
    const keys = deriveSubKeys(await openDataKey(keyFile, passphrase), keyFile.vaultId)
    const connection = openConnection({
      path: join(directory, 'vault.db'),
      key: keys.database,
      mustExist: true,
      isReadOnly,
      sqliteBinding: undefined,
    })
    const store = createStore(connection, {
      auditKey: keys.auditMac,
      now: () => '2026-11-22T09:00:00.000Z',
      isReadOnly,
      isInPlace: () => true,
    })
    onTestFinished(() => store.close())
    return { connection, store }
  }
  const big = { action: 'test', subject: '', payload: {} }
  const add = command("INSERT INTO organization (one, name, country, activity, contact) VALUES (1, :name, '', '', '')")

  test('because it is full is said to be that, and what was there still reads', async () => {
    const { connection, store } = await openStore(false)
    connection.pragma(`max_page_count = ${String(connection.pragma('page_count', { simple: true }))}`)
    expect(() => store.write(big, (tx) => tx.run(add, { name: 'x'.repeat(100_000) }))).toThrow(
      expect.objectContaining({ code: 'disk-full' }),
    )
    expect(store.all(readAuditEntries)).toHaveLength(1)
    connection.pragma('max_page_count = 100000')
    store.write(big, (tx) => tx.run(add, { name: 'A' }))
    expect(store.all(readAuditEntries)).toHaveLength(2)
  })

  test('because it is write-protected is refused before anything is tried', async () => {
    const { store } = await openStore(true)
    expect(() => store.write(big, (tx) => tx.run(add, { name: 'A' }))).toThrow(expect.objectContaining({ code: 'write-failed' }))
    expect(store.all(readAuditEntries)).toHaveLength(1)
  })
})

describe('a chain of history', () => {
  test('shows any change, gap, reordering or foreign key', async () => {
    const { directory } = await makeVault()
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    for (const subject of ['a', 'b', 'c']) vault.store.write({ action: 'test', subject, payload: { subject } }, () => undefined)
    const entries = vault.store.all(readAuditEntries)
    const [first, second, ...rest] = entries
    if (!first || !second) throw new Error('expected entries')
    expect(verifyAuditChain(entries, vault.auditKey).ok).toBe(true)
    expect(verifyAuditChain([first, { ...second, subject: 'z' }, ...rest], vault.auditKey)).toMatchObject({ ok: false, sequence: 2 })
    expect(verifyAuditChain([first, ...rest], vault.auditKey)).toMatchObject({ ok: false, sequence: 3 })
    expect(verifyAuditChain([second, first, ...rest], vault.auditKey).ok).toBe(false)
    expect(verifyAuditChain(entries, Buffer.alloc(32)).ok).toBe(false)
    vault.close()
  })
})

describe('a vault that cannot be opened', () => {
  test('says that the passphrase is wrong', async () => {
    const { directory } = await makeVault()
    await expect(openVault(directory, 'not the passphrase', vaultEnvironment())).rejects.toEqual(refusal('wrong-secret'))
  })

  test('uses the spare when keys.json is damaged, and says so only when both are', async () => {
    const { directory } = await makeVault()
    const keys = join(directory, 'keys.json')
    const text = readFileSync(keys, 'utf8')
    writeFileSync(keys, text.replace(/"nonce": "./, '"nonce": "_'))
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    vault.close()
    for (const name of ['keys.json', 'keys.json.bak']) writeFileSync(join(directory, name), text.slice(0, 100))
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('keys-damaged'))
  })

  test('tells a changed key file from a wrong passphrase, whichever character was changed', async () => {
    const { directory } = await makeVault()
    const text = readFileSync(join(directory, 'keys.json'), 'utf8')
    for (let index = 0; index < text.length; index += 7) {
      const character = text[index] === 'a' ? 'b' : 'a'
      const damaged = text.slice(0, index) + character + text.slice(index + 1)
      writeFileSync(join(directory, 'keys.json'), damaged)
      writeFileSync(join(directory, 'keys.json.bak'), damaged)
      expect(() => readKeyListOf(directory)).toThrow(expect.objectContaining({ code: expect.stringMatching(/keys-damaged|vault-newer/) }))
    }
  })

  test('says that a database page is damaged and leaves the file as it was', async () => {
    const { directory } = await makeVault()
    const path = join(directory, 'vault.db')
    const bytes = readFileSync(path)
    bytes[200] = (bytes[200] ?? 0) ^ 0xff
    writeFileSync(path, bytes)
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('database-damaged'))
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('checks every page after a crash', async () => {
    const { directory } = await makeVault()
    const path = join(directory, 'vault.db')
    const bytes = readFileSync(path)
    const lastPage = bytes.length - 2_000
    bytes[lastPage] = (bytes[lastPage] ?? 0) ^ 0xff
    writeFileSync(path, bytes)
    writeFileSync(join(directory, 'OPEN'), JSON.stringify({ host: 'here', process: 1, openedAt: '2026-11-22T09:00:00.000Z' }))
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('database-damaged'))
  })

  test('refuses a newer vault and leaves it byte for byte', async () => {
    const { directory } = await makeVault()
    const newer = withNextStep('CREATE TABLE next (one INTEGER NOT NULL PRIMARY KEY) STRICT')
    const opened = await openVault(directory, passphrase, { ...vaultEnvironment(), migrations: newer })
    opened.close()
    const before = readFileSync(join(directory, 'vault.db'))
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('vault-newer'))
    expect(readFileSync(join(directory, 'vault.db')).equals(before)).toBe(true)
  })

  test('says that a folder is not a vault, or is gone', async () => {
    const folder = temporaryFolder()
    await expect(openVault(folder, passphrase, vaultEnvironment())).rejects.toEqual(refusal('not-a-vault'))
    await expect(openVault(join(folder, 'gone'), passphrase, vaultEnvironment())).rejects.toEqual(refusal('vault-not-found'))
  })

  test('refuses keys and database of two different vaults', async () => {
    const one = await makeVault()
    const other = await makeVault()
    writeFileSync(join(one.directory, 'vault.db'), readFileSync(join(other.directory, 'vault.db')))
    await expect(openVault(one.directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('database-damaged'))
  })
})

describe('an upgrade', () => {
  test('backs up first, with the keys, and the backup opens', async () => {
    const { directory } = await makeVault()
    const vault = await openVault(directory, passphrase, {
      ...vaultEnvironment(),
      migrations: withNextStep('CREATE TABLE next (one INTEGER NOT NULL PRIMARY KEY) STRICT'),
    })
    vault.close()
    const [backup] = readdirSync(join(directory, 'backups'))
    const old = await openVault(join(directory, 'backups', String(backup)), passphrase, vaultEnvironment())
    expect(old.id).toBe(vault.id)
    old.close()
  })

  test('that fails leaves the old vault as it was', async () => {
    const { directory } = await makeVault()
    const broken = {
      ...vaultEnvironment(),
      migrations: withNextStep('CREATE TABLE next (one INTEGER) STRICT; SELECT nonsense FROM nowhere'),
    }
    await expect(openVault(directory, passphrase, broken)).rejects.toThrow(/no such table/)
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    vault.close()
  })

  test('refuses a vault whose applied step differs from the known one', async () => {
    const { directory } = await makeVault()
    const edited = readMigrations(
      Object.fromEntries(migrations.map((step) => [`/${String(step.number).padStart(4, '0')}-${step.name}.sql`, `${step.sql}\n-- edited`])),
    )
    await expect(openVault(directory, passphrase, { ...vaultEnvironment(), migrations: edited })).rejects.toEqual(refusal('vault-newer'))
  })

  test('is listed without gaps or doubles', () => {
    expect(() => readMigrations({ '/0002-late.sql': '' })).toThrow(/Migration 1 is missing/)
    expect(() => readMigrations({ '/first.sql': '' })).toThrow(/must look like/)
  })
})
