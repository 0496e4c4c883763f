// Backups as the engine makes them by itself: when, when not, beside other work, in a second place, and what is said when one fails.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { usualTimes } from '#main/features/backups/backup-schedule.ts'
import { command } from '#main/store/statement.ts'
import { openVault } from '#main/store/vault.ts'
import { backupsOf, newestBackup } from '../support/backups.ts'
import { startEngine } from '../support/engine-session.ts'
import { environment } from '../support/opened-vault.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

const minuteMs = 60_000
const jewel = (name: string) => ({ name, impact: 4, note: '' }) as const
const refused = (code: string) => ({ ok: false, fault: expect.objectContaining({ code }) })

/** An engine with a vault and a clock that the test moves. */
async function startClocked() {
  const clock = { ms: 0, wall: Date.parse('2026-11-22T09:00:00.000Z') }
  const session = startEngine(() => new Date((clock.wall += 1_000)).toISOString(), {
    backupTimes: { ...usualTimes, clockMs: () => clock.ms },
  })
  const folder = temporaryFolder()
  const directory = join(folder, 'Example.gatehouse')
  await session.do('vault.create', { handle: session.grant(directory), passphrase })
  /** Nobody types for so long, then the engine looks. */
  const idle = async (ms: number) => {
    clock.ms += ms
    await session.engine.lookAfterBackups()
  }
  const madeFor = () => backupsOf(directory).map(({ manifest }) => manifest?.reason)
  return { ...session, folder, directory, idle, madeFor, clock }
}

const workAfter = async (session: { do: ReturnType<typeof startEngine>['do'] }) => {
  for (;;) {
    const work = await session.do('backups.progress', {})
    if (work.ending !== null) return work
    await setTimeout(5)
  }
}

describe('an automatic backup', () => {
  test('is made once nobody has typed for a while, and again after an hour, only when something changed', async () => {
    const session = await startClocked()
    await session.idle(1_000)
    expect(session.madeFor()).toEqual([])
    await session.idle(5_000)
    expect(session.madeFor()).toEqual(['opened'])
    await session.idle(90 * minuteMs)
    expect(session.madeFor()).toEqual(['opened'])
    await session.do('crownJewels.add', jewel('One'))
    await session.idle(10_000)
    expect(session.madeFor()).toEqual(['hourly', 'opened'])
    await session.do('crownJewels.add', jewel('Two'))
    await session.idle(30 * minuteMs)
    expect(session.madeFor()).toHaveLength(2)
    await session.idle(31 * minuteMs)
    expect(session.madeFor()).toHaveLength(3)
    expect(session.faults).toEqual([])
  })

  test('is made for the opening when the vault is opened anew, and not when nothing changed since', async () => {
    const session = await startClocked()
    await session.idle(6_000)
    for (const changes of [false, true]) {
      if (changes) await session.do('crownJewels.add', jewel('Later'))
      await session.do('vault.lock', {})
      await session.idle(6_000)
      await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
      await session.idle(6_000)
      expect(session.madeFor()).toEqual(changes ? ['opened', 'opened'] : ['opened'])
    }
  })

  test('waits longer with a large database, whose copying would be felt', async () => {
    const session = await startClocked()
    await session.do('vault.lock', {})
    const vault = await openVault(session.directory, passphrase, environment)
    const fill = command("INSERT INTO third_party SELECT hex(randomblob(16)), 'x', '', '', '', hex(zeroblob(9000000)), '' FROM (SELECT 1)")
    vault.store.write({ action: 'test.fill', subject: '', payload: {} }, (tx) => tx.run(fill))
    vault.close()
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    await session.idle(10_000)
    expect(session.madeFor()).toEqual([])
    await session.idle(2 * minuteMs)
    expect(session.madeFor()).toEqual(['opened'])
  })

  test('lets calls in between its steps, is given up on lock and leaves nothing', async () => {
    const session = await startClocked()
    await session.do('backups.start', { kind: 'backup' })
    await session.do('crownJewels.add', jewel('Meanwhile'))
    await session.do('vault.lock', {})
    expect((await workAfter(session)).ending).toBe('cancelled')
    expect(readdirSync(join(session.directory, 'backups'))).toEqual([])
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    session.clock.ms += 10_000
    await Promise.all([session.engine.lookAfterBackups(), session.do('crownJewels.add', jewel('Beside'))])
    expect(session.madeFor()).toEqual(['opened'])
  })

  test('that fails says why in one sentence, is tried again later and not at once', async () => {
    const session = await startClocked()
    const folder = join(session.directory, 'backups')
    writeFileSync(folder, 'in the way')
    await session.idle(6_000)
    expect((await session.do('backups.overview', {})).failure).toMatch(/could not be (written|made)/)
    rmSync(folder)
    await session.idle(minuteMs)
    expect(session.madeFor()).toEqual([])
    await session.idle(10 * minuteMs)
    expect(session.madeFor()).toEqual(['opened'])
    expect((await session.do('backups.overview', {})).failure).toBeNull()
  })

  test('is kept to twenty-one, newest first', async () => {
    const session = await startClocked()
    for (let turn = 0; turn < 14; turn += 1) {
      await session.do('crownJewels.add', jewel(`Jewel ${turn}`))
      await session.idle(61 * minuteMs)
    }
    const { backups } = await session.do('backups.overview', {})
    expect(backups).toHaveLength(10)
    expect(backups[0]).toMatchObject({ historyEntries: 15, counts: { thirdParties: 0 } })
  })
})

describe('a backup that a person asks for', () => {
  test('is made although nothing changed, tells its steps, and can be stopped', async () => {
    const session = await startClocked()
    expect(await session.do('backups.progress', {})).toEqual({ number: 0, kind: null, step: null, ending: null, sentence: null })
    const begun = await session.do('backups.start', { kind: 'backup' })
    expect(begun).toMatchObject({ number: 1, kind: 'backup', ending: null })
    // Whoever asks twice gets the one that is under way.
    expect((await session.do('backups.start', { kind: 'backup' })).number).toBe(1)
    expect(await workAfter(session)).toMatchObject({ number: 1, ending: 'done' })
    await session.do('backups.start', { kind: 'backup' })
    await session.do('backups.cancel', {})
    expect(await workAfter(session)).toMatchObject({ number: 2, ending: 'cancelled', sentence: null })
    expect(session.madeFor()).toEqual(['asked'])
  })

  test('is refused while the vault is locked', async () => {
    const session = startEngine()
    expect(await session.call('backups.start', { kind: 'backup' })).toEqual(refused('vault-locked'))
    expect(await session.call('backups.overview', {})).toEqual(refused('vault-locked'))
  })
})

describe('the second place', () => {
  async function withPlace() {
    const session = await startClocked()
    const stick = join(session.folder, 'stick')
    mkdirSync(stick)
    await session.do('backups.setPlace', { handle: session.grant(stick) })
    const copies = () => readdirSync(stick).flatMap((name) => readdirSync(join(stick, name)))
    return { ...session, stick, copies }
  }

  test('gets a copy of each backup while it is connected, and is said to be missing while it is not', async () => {
    const session = await withPlace()
    await session.idle(6_000)
    expect(session.copies()).toEqual(backupsOf(session.directory).map(({ id }) => id))
    const overview = await session.do('backups.overview', {})
    expect(overview.place).toMatchObject({ label: 'stick', isThere: true, lastCopyAt: expect.any(String) })
    rmSync(session.stick, { recursive: true })
    await session.do('crownJewels.add', jewel('Away'))
    await session.idle(61 * minuteMs)
    expect(session.madeFor()).toHaveLength(2)
    expect((await session.do('backups.overview', {})).place).toMatchObject({ isThere: false, lastCopyAt: overview.place?.lastCopyAt })
    await session.do('backups.start', { kind: 'copy' })
    expect(await workAfter(session)).toMatchObject({ ending: 'failed', sentence: expect.stringMatching(/not connected/) })
    mkdirSync(session.stick)
    await session.do('backups.start', { kind: 'copy' })
    expect(await workAfter(session)).toMatchObject({ ending: 'done' })
    expect(session.copies()).toHaveLength(1)
    expect(session.faults).toEqual([])
  })

  test('is not a reason for another backup, and leaves a line in the history', async () => {
    const session = await withPlace()
    await session.idle(6_000)
    await session.idle(61 * minuteMs)
    expect(session.madeFor()).toHaveLength(1)
    const { entries } = await session.do('history.list', {
      before: null,
      limit: 10,
      kinds: ['backups'],
      objectId: null,
      from: null,
      until: null,
    })
    expect(entries.map(({ action }) => action)).toEqual(['backups.copy', 'backups.choosePlace'])
  })

  test('with something in the way says so, and leaves no half copy', async () => {
    const session = await withPlace()
    const { vault } = await session.do('vault.state', {})
    writeFileSync(join(session.stick, `Example ${vault?.vaultId.slice(0, 8)} backups`), 'in the way')
    await session.do('backups.start', { kind: 'copy' })
    expect(await workAfter(session)).toMatchObject({ ending: 'failed', sentence: expect.stringMatching(/could not be written/) })
    expect(readdirSync(session.stick)).toHaveLength(1)
  })

  test('may not be inside the vault, and is forgotten when nobody wants it any more', async () => {
    const session = await withPlace()
    const inside = join(session.directory, 'copies')
    expect(await session.call('backups.setPlace', { handle: session.grant(inside) })).toEqual(refused('place-in-vault'))
    expect((await session.do('backups.setPlace', { handle: null })).place).toBeNull()
  })

  test('is asked for when the last copy is too old, or there never was one, unless nobody wants to be reminded', async () => {
    const session = await withPlace()
    const isDue = async () => (await session.do('backups.overview', {})).isCopyDue
    const day = 24 * 60 * minuteMs
    expect(await isDue()).toBe(false)
    session.clock.wall += 8 * day
    expect(await isDue()).toBe(true)
    await session.idle(6_000)
    expect(await isDue()).toBe(false)
    session.clock.wall += 8 * day
    // What stands there is still the newest.
    expect(await isDue()).toBe(false)
    await session.do('crownJewels.add', jewel('Newer'))
    expect(await isDue()).toBe(true)
    expect((await session.do('backups.setReminder', { days: 30 })).isCopyDue).toBe(false)
    expect((await session.do('backups.setReminder', { days: null })).isCopyDue).toBe(false)
  })
})

describe('a vault that went back to an older state', () => {
  test('keeps and copies its new backups, although those of the past given up have a longer history', async () => {
    const session = await startClocked()
    const stick = join(session.folder, 'stick')
    mkdirSync(stick)
    await session.do('backups.setPlace', { handle: session.grant(stick) })
    const copies = () => readdirSync(stick).flatMap((name) => readdirSync(join(stick, name)))
    await session.idle(6_000)
    const early = readFileSync(join(newestBackup(session.directory).folder, 'vault.db'))
    for (let turn = 0; turn < 10; turn += 1) {
      await session.do('crownJewels.add', jewel(`Jewel ${turn}`))
      await session.idle(61 * minuteMs)
    }
    const before = backupsOf(session.directory).map(({ id }) => id)
    await session.do('vault.lock', {})
    writeFileSync(join(session.directory, 'vault.db'), early)
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    await session.do('crownJewels.add', jewel('Anew'))
    await session.idle(61 * minuteMs)
    const fresh = () => backupsOf(session.directory).flatMap(({ id }) => (before.includes(id) ? [] : [id]))
    expect(before).toHaveLength(10)
    expect(fresh()).toHaveLength(1)
    expect(copies()).toEqual(expect.arrayContaining([...before, ...fresh()]))
    // Nothing changed since: it is known again.
    await session.idle(61 * minuteMs)
    expect(fresh()).toHaveLength(1)
    expect(session.faults).toEqual([])
  })
})

describe('backups found in a folder', () => {
  async function withCopies() {
    const session = await startClocked()
    const stick = join(session.folder, 'stick')
    mkdirSync(join(stick, 'photos'), { recursive: true })
    writeFileSync(join(stick, 'notes.txt'), '')
    await session.do('backups.setPlace', { handle: session.grant(stick) })
    await session.idle(6_000)
    const look = (path: string, kind: 'vault' | 'folder' = 'folder') =>
      session.do('backups.look', { source: { kind, handle: session.grant(path) } })
    const copies = readdirSync(stick).find((name) => name.endsWith('backups')) ?? ''
    return { ...session, stick, copies: join(stick, copies), look }
  }

  test('are those of a vault, of a stick with copies on it, of the folder of copies, or the one that was chosen itself', async () => {
    const session = await withCopies()
    const id = backupsOf(session.directory)[0]?.id ?? ''
    for (const path of [session.directory, session.stick, session.copies, join(session.copies, id)]) {
      const { backups, name } = await session.look(path)
      expect([path, backups.map((backup) => backup.id)]).toEqual([path, [id]])
      expect(name).toMatch(/^Example/)
    }
    expect((await session.look(session.directory, 'vault')).backups).toHaveLength(1)
    expect((await session.do('backups.look', { source: { kind: 'open' } })).backups[0]?.counts).not.toBeNull()
    await session.do('vault.lock', {})
    // What is in it is sealed until its own vault is open.
    expect((await session.look(session.stick)).backups[0]).toMatchObject({ counts: null, historyEntries: 2 })
    for (const path of [join(session.stick, 'photos'), join(session.folder, 'nowhere')])
      expect((await session.look(path)).backups).toEqual([])
  })

  test('are not opened as vaults, and stay as they were made', async () => {
    const session = await withCopies()
    const folder = join(session.copies, backupsOf(session.directory)[0]?.id ?? '')
    const opening = { handle: session.grant(folder), secret: passphrase }
    expect(await session.call('vault.open', opening)).toEqual(refused('is-backup'))
    expect(readdirSync(folder).toSorted()).toEqual(['keys.json', 'keys.json.bak', 'manifest.json', 'vault.db'])
    // The vault that is open stays so.
    expect((await session.do('vault.state', {})).vault).toMatchObject({ name: 'Example' })
  })

  test('are restored from there, and what is no longer there is said to be gone', async () => {
    const session = await withCopies()
    const id = backupsOf(session.directory)[0]?.id ?? ''
    await session.do('vault.lock', {})
    const source = { kind: 'folder' as const, handle: session.grant(session.stick) }
    const proof = { secret: passphrase, keyFile: null }
    const target = join(session.folder, 'Back.gatehouse')
    const restored = await session.do('backups.restore', { source, backupId: id, proof, place: session.grant(target) })
    expect(restored.historyEntries).toBe(2)
    await session.do('vault.open', { handle: session.grant(target), secret: passphrase })
    const gone = { source, backupId: '2020-01-01T00-00-00.000Z', proof }
    expect(await session.call('backups.test', gone)).toEqual(refused('backup-not-found'))
    // Nothing but the name of a backup's folder is ever looked for.
    expect(await session.call('backups.test', { ...gone, backupId: '../..' })).toEqual(refused('backup-not-found'))
  })
})

describe('before the data key is changed', () => {
  test('a backup is made, which still opens with what opened it then', async () => {
    const session = await startClocked()
    await session.do('keys.changeDataKey', { proof: { secret: passphrase, keyFile: null } })
    expect(session.madeFor()).toEqual(['key-change'])
    const [backup] = backupsOf(session.directory)
    const test = { source: { kind: 'open' as const }, backupId: backup?.id ?? '', proof: { secret: passphrase, keyFile: null } }
    expect(await session.do('backups.test', test)).toMatchObject({ isCompared: true })
    await session.do('crownJewels.add', jewel('After'))
    await session.idle(6_000)
    expect(session.madeFor()).toEqual(['opened', 'key-change'])
    const check = await session.do('history.checkAll', { withBackups: true })
    expect(check).toMatchObject({ isSound: true, problems: [], backupsChecked: 2 })
  })
})
