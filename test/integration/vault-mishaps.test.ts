// What can befall a vault: odd places, a folder that is moved or replaced, damage, a lost key file, an upgrade that must not happen.
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openConnection } from '#main/store/connection.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import { migrate } from '#main/store/migrate.ts'
import { migrations } from '#main/store/migrations.ts'
import { createVault, openVault } from '#main/store/vault.ts'
import { startEngine, startWithDraft, startWithVault } from '../support/engine-session.ts'
import { startWithSignedExample } from '../support/example.ts'
import { passphrase, temporaryFolder, vaultEnvironment, withNextStep } from '../support/vault-place.ts'

const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })
const refusal = (code: string) => expect.objectContaining({ code })
const jewel = { name: 'Assay design', impact: 4, note: '' } as const

async function makeVault() {
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  await createVault(directory, passphrase, vaultEnvironment())
  return directory
}

function flipByte(path: string, fromEnd: number): void {
  const bytes = readFileSync(path)
  const position = bytes.length - fromEnd
  bytes[position] = (bytes[position] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
}

describe('a new vault', () => {
  test('may be made in an empty folder, and in one whose name is nearly as long as names may be', async () => {
    const folder = temporaryFolder()
    for (const name of ['Empty.gatehouse', `${'x'.repeat(240)}.gatehouse`, 'Größe 😀 — 名.gatehouse']) {
      const directory = join(folder, name)
      if (name.startsWith('Empty')) mkdirSync(directory)
      await createVault(directory, passphrase, vaultEnvironment())
      expect(readdirSync(directory).sort()).toEqual(['keys.json', 'keys.json.bak', 'vault.db'])
    }
    expect(readdirSync(folder)).toHaveLength(3)
  })

  test('is refused with a next step where there is no folder for it, the name is too long or a file stands', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'File.gatehouse'), 'x')
    for (const [path, code, words] of [
      ['gone/Example.gatehouse', 'place-not-writable', /not there/],
      [`${'x'.repeat(300)}.gatehouse`, 'place-not-writable', /too long/],
      ['File.gatehouse/Example.gatehouse', 'place-not-writable', /not write|not there/],
      ['File.gatehouse', 'vault-exists', /already something/],
    ] as const) {
      const attempt = createVault(join(folder, path), passphrase, vaultEnvironment())
      await expect(attempt, path).rejects.toMatchObject({ code, message: expect.stringMatching(words) })
    }
    expect(readdirSync(folder)).toEqual(['File.gatehouse'])
  })

  test('that cannot be opened is taken away again, because its recovery code was never shown', async () => {
    const directory = join(temporaryFolder(), 'Example.gatehouse')
    let looks = 0
    const session = startEngine(() => {
      looks += 1
      if (looks === 3) throw new Error('no clock')
      return '2026-11-22T09:00:00.000Z'
    })
    expect(await session.call('vault.create', { handle: session.grant(directory), passphrase })).toEqual(refused('internal'))
    expect(existsSync(directory)).toBe(false)
  })
})

describe('an open vault', () => {
  test.each([
    ['removed', (directory: string) => rmSync(directory, { recursive: true })],
    ['moved', (directory: string) => renameSync(directory, `${directory}.elsewhere`)],
    [
      'replaced by a copy',
      (directory: string) => {
        cpSync(directory, `${directory}.copy`, { recursive: true })
        rmSync(directory, { recursive: true })
        renameSync(`${directory}.copy`, directory)
      },
    ],
  ])('that was %s says of nothing that it was saved, and still locks', async (_how, happen) => {
    const session = await startWithDraft()
    happen(session.directory)
    const outcome = await session.call('crownJewels.add', jewel)
    expect(outcome).toMatchObject({
      ok: false,
      fault: { code: 'write-failed', detail: expect.stringContaining('moved, replaced or removed') },
    })
    expect(await session.call('vault.lock', {})).toEqual({ ok: true, value: {} })
    expect(await session.do('vault.state', {})).toEqual({ vault: null })
  })

  test('leaves its note in its own folder, and never over a file that a link under its name leads to', async () => {
    const directory = await makeVault()
    const letter = join(directory, '../letter.txt')
    writeFileSync(letter, 'mine')
    symlinkSync(letter, join(directory, 'OPEN'))
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    onTestFinished(() => vault.close())
    expect(readFileSync(letter, 'utf8')).toBe('mine')
    expect(lstatSync(join(directory, 'OPEN')).isFile()).toBe(true)
  })

  test('says that it is damaged when a page it needs is', async () => {
    const session = await startWithSignedExample('supplier')
    await session.do('vault.lock', {})
    flipByte(join(session.directory, 'vault.db'), 1_000)
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    expect(await session.call('verify.report', { reportId: session.report.id })).toEqual(refused('database-damaged'))
    const checked = await session.call('vault.check', {})
    expect(checked).toMatchObject(checked.ok ? { value: { isSound: false } } : refused('database-damaged'))
    expect(session.faults).toEqual([])
  })
})

describe('a vault that cannot be opened', () => {
  test.each([
    ['is missing', (path: string) => rmSync(path)],
    ['is empty', (path: string) => writeFileSync(path, '')],
    [
      'is a folder',
      (path: string) => {
        rmSync(path)
        mkdirSync(path)
      },
    ],
  ])('because vault.db %s is said to be damaged, and nothing is made in its place', async (_how, happen) => {
    const directory = await makeVault()
    happen(join(directory, 'vault.db'))
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toMatchObject({
      code: 'database-damaged',
      message: expect.stringContaining('vault.db is missing'),
    })
    expect(existsSync(join(directory, 'OPEN'))).toBe(false)
  })

  test('is checked in full although a power cut left the note of the crash empty', async () => {
    const directory = await makeVault()
    flipByte(join(directory, 'vault.db'), 2_000)
    writeFileSync(join(directory, 'OPEN'), '')
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('database-damaged'))
  })
})

describe('the two key files', () => {
  const names = ['keys.json', 'keys.json.bak'] as const

  test.each(names)('put %s back from the other one once that has opened the vault', async (name) => {
    const directory = await makeVault()
    const good = readFileSync(join(directory, name), 'utf8')
    for (const harm of [() => rmSync(join(directory, name)), () => writeFileSync(join(directory, name), good.slice(0, 80))]) {
      harm()
      await expect(openVault(directory, 'not the passphrase', vaultEnvironment())).rejects.toEqual(refusal('wrong-secret'))
      expect(existsSync(join(directory, name)) && readFileSync(join(directory, name), 'utf8') === good).toBe(false)
      const vault = await openVault(directory, passphrase, vaultEnvironment())
      vault.close()
      expect(readFileSync(join(directory, name), 'utf8')).toBe(good)
    }
  })

  test('of a newer Gatehouse are never read through an older spare, nor written over', async () => {
    const directory = await makeVault()
    const newer = JSON.stringify({ format: 'gatehouse.keys', formatVersion: 3 })
    writeFileSync(join(directory, 'keys.json.bak'), newer)
    const vault = await openVault(directory, passphrase, vaultEnvironment())
    vault.close()
    expect(readFileSync(join(directory, 'keys.json.bak'), 'utf8')).toBe(newer)
    renameSync(join(directory, 'keys.json'), join(directory, 'keys.json.bak'))
    writeFileSync(join(directory, 'keys.json'), newer)
    await expect(openVault(directory, passphrase, vaultEnvironment())).rejects.toEqual(refusal('vault-newer'))
    expect(readFileSync(join(directory, 'keys.json'), 'utf8')).toBe(newer)
  })
})

describe('an upgrade', () => {
  const next = withNextStep('CREATE TABLE next (one INTEGER NOT NULL PRIMARY KEY) STRICT')

  test('backs up the keys that work, not the damaged file beside them', async () => {
    const directory = await makeVault()
    writeFileSync(join(directory, 'keys.json'), '{}')
    const vault = await openVault(directory, passphrase, { ...vaultEnvironment(), migrations: next })
    vault.close()
    const [backup] = readdirSync(join(directory, 'backups'))
    const copy = join(directory, 'backups', String(backup))
    expect(readdirSync(copy).sort()).toEqual(['keys.json', 'keys.json.bak', 'manifest.json', 'vault.db'])
    const old = await openVault(copy, passphrase, vaultEnvironment())
    expect(old.id).toBe(vault.id)
    old.close()
  })

  test('of a damaged vault does not begin, and leaves no backup that would not open', async () => {
    const session = await startWithSignedExample('supplier')
    await session.do('vault.lock', {})
    const path = join(session.directory, 'vault.db')
    flipByte(path, 1_000)
    const before = readFileSync(path)
    const opening = openVault(session.directory, passphrase, { ...vaultEnvironment(), migrations: next })
    await expect(opening).rejects.toEqual(refusal('database-damaged'))
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(join(session.directory, 'backups'))).toEqual([])
  })

  test('of a write-protected vault is refused with a next step', async () => {
    const directory = await makeVault()
    const keyFile = readKeyListOf(directory)
    const keys = deriveSubKeys(await openDataKey(keyFile, passphrase), keyFile.vaultId)
    const connection = openConnection({
      path: join(directory, 'vault.db'),
      key: keys.database,
      mustExist: true,
      isReadOnly: true,
      sqliteBinding: undefined,
    })
    onTestFinished(() => {
      connection.close()
    })
    const context = { appliedAt: '2026-11-22T09:00:00.000Z', isReadOnly: true, auditKey: keys.auditMac, backUp: () => undefined }
    expect(() => migrate(connection, next, context)).toThrow(expect.objectContaining({ code: 'place-not-writable' }))
    expect(() => migrate(connection, migrations, context)).not.toThrow()
  })
})

describe('a fault', () => {
  test('never carries a field name of any length back', async () => {
    const session = await startWithVault()
    const outcome = await session.call('vault.lock', { ['x'.repeat(1_000_000)]: 1 })
    expect(outcome).toEqual(refused('invalid-input'))
    expect(JSON.stringify(outcome).length).toBeLessThan(5_000)
  })
})
