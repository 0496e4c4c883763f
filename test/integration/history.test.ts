// The history through the door: shown newest first, filtered, checked piece by piece, and held against what stands outside it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { auditGenesis } from '#main/store/audit.ts'
import { walkLength } from '#main/store/audit-walk.ts'
import { openConnection } from '#main/store/connection.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import { command } from '#main/store/statement.ts'
import { openVault } from '#main/store/vault.ts'
import { startWithSignedExample } from '../support/example.ts'
import { startEngine, startWithDraft, startWithVault } from '../support/engine-session.ts'
import { backUpNow, backupsOf } from '../support/backups.ts'
import { environment } from '../support/opened-vault.ts'
import { addMany } from '../support/long-history.ts'
import { copyReleasedVault, releasedPassphrase } from '../support/released-vault.ts'
import { passphrase } from '../support/vault-place.ts'
import { rounds } from '../trust/support/rounds.ts'

const everything = { before: null, limit: 100, kinds: [], objectId: null, from: null, until: null }
const beginning = { from: { sequence: 0, hash: auditGenesis } }

/** Runs SQL on the locked vault as somebody with its key could, with the triggers taken off. */
async function tamper(directory: string, sql: string, secret = passphrase): Promise<void> {
  const list = readKeyListOf(directory)
  const keys = deriveSubKeys(await openDataKey(list, secret), list.vaultId)
  const path = join(directory, 'vault.db')
  const connection = openConnection({ path, key: keys.database, mustExist: true, isReadOnly: false, sqliteBinding: undefined })
  connection.exec(`DROP TRIGGER audit_keeps_rows; DROP TRIGGER audit_keeps_all; DROP TRIGGER report_keeps_rows; ${sql}`)
  connection.close()
}

describe('the history', () => {
  test('lists each entry newest first, with what it is about, a page at a time', async () => {
    const session = await startWithDraft()
    const { assessment, thirdParty } = session
    const answer = { questionId: 'AD-02', value: { kind: 'practice', choice: 'yes' }, note: '', evidenceGrade: 'U' }
    const saved = await session.call('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer })
    expect(saved.ok).toBe(true)
    const { entries, total, hasMore, oldEntries } = await session.do('history.list', everything)
    expect([total, hasMore, oldEntries]).toEqual([6, false, 0])
    expect(entries.map(({ action, about, relationship, questionId }) => [action, about, relationship, questionId])).toEqual([
      ['answer.save', thirdParty.legalName, 'supplier', 'AD-02'],
      ['assessments.start', thirdParty.legalName, 'supplier', null],
      ['thirdParties.add', thirdParty.legalName, null, null],
      ['crownJewels.add', 'Assay design', null, null],
      ['organization.save', null, null, null],
      ['vault.create', null, null, null],
    ])
    const page = await session.do('history.list', { ...everything, limit: 2 })
    expect([page.entries.length, page.hasMore]).toEqual([2, true])
    const next = await session.do('history.list', { ...everything, limit: 5, before: page.entries.at(-1)?.sequence ?? null })
    expect(next.entries.map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1])
  })

  test('is filtered by kind, by third party with all its assessments, and by time', async () => {
    const session = await startWithDraft()
    const actions = async (filter: object) =>
      (await session.do('history.list', { ...everything, ...filter })).entries.map(({ action }) => action)
    expect(await actions({ kinds: ['crownJewels', 'organization'] })).toEqual(['crownJewels.add', 'organization.save'])
    const { objects } = await session.do('history.objects', {})
    expect(objects).toEqual([{ id: session.thirdParty.id, name: session.thirdParty.legalName }])
    expect(await actions({ objectId: session.thirdParty.id })).toEqual(['assessments.start', 'thirdParties.add'])
    const [newest] = (await session.do('history.list', everything)).entries
    expect(await actions({ from: newest?.at ?? null })).toEqual(['assessments.start'])
    expect(await actions({ until: newest?.at ?? null })).toHaveLength(4)
    expect(await actions({ from: '2027-01-01T00:00:00.000Z' })).toEqual([])
  })

  test('of very many entries shows its newest and its filtered pages at once, and is checked in pieces that hold nobody up', async () => {
    const session = await startWithVault()
    await session.do('vault.lock', {})
    const count = rounds({ short: 20_000, long: 100_000 })
    await addMany(session.directory, { count, passphrase, vaultId: readKeyListOf(session.directory).vaultId })
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    const timed = async <Value>(work: () => Promise<Value>) => {
      const startedAt = performance.now()
      const value = await work()
      return { value, tookMs: performance.now() - startedAt }
    }
    const first = await timed(() => session.do('history.list', everything))
    const rare = await timed(() => session.do('history.list', { ...everything, kinds: ['vault'] }))
    expect(first.value).toMatchObject({ total: count + 1, hasMore: true })
    expect(rare.value.entries.map(({ action }) => action)).toEqual(['vault.create'])
    let [at, longestMs, pieces] = [beginning.from, 0, 0]
    for (;;) {
      const { value, tookMs } = await timed(() => session.do('history.verify', { from: at }))
      expect(value.problem).toBeNull()
      longestMs = Math.max(longestMs, tookMs)
      pieces += 1
      at = value.to
      if (value.isDone) break
    }
    expect(at.sequence).toBe(count + 1)
    expect(pieces).toBe(Math.ceil((count + 1) / walkLength))
    // Bounds that a slow machine under load keeps too; the figures themselves are printed.
    process.stdout.write(
      `history of ${count}: first page ${first.tookMs.toFixed(0)} ms, rarest filter ${rare.tookMs.toFixed(0)} ms, longest piece of the check ${longestMs.toFixed(0)} ms\n`,
    )
    expect(first.tookMs).toBeLessThan(1_000)
    expect(longestMs).toBeLessThan(2_000)
  }, 240_000)
})

describe('checking the history', () => {
  test('goes on where the piece before ended, and is done at the end', async () => {
    const session = await startWithDraft()
    const whole = await session.do('history.verify', beginning)
    expect(whole).toMatchObject({ to: { sequence: 5 }, total: 5, isDone: true, problem: null })
    const rest = await session.do('history.verify', { from: whole.to })
    expect(rest).toMatchObject({ to: whole.to, isDone: true, problem: null })
    expect((await session.do('history.verify', { from: { sequence: 2, hash: 'a'.repeat(64) } })).problem).toMatch(
      /Entry 3 .* does not follow/,
    )
  })

  test.each([
    ['changed', "UPDATE audit SET action = 'nothing' WHERE sequence = 3", /Entry 3 .* was changed/],
    ['taken out', 'DELETE FROM audit WHERE sequence = 3', /Entry 4 .* stands where entry 3 should/],
    ['put in other places', 'UPDATE audit SET sequence = -sequence WHERE sequence IN (3, 4)', /stands where/],
    ['written with another key', `UPDATE audit SET mac = '${'0'.repeat(64)}' WHERE sequence = 3`, /Entry 3 .* key/],
  ])('finds an entry that was %s', async (_, sql, words) => {
    const session = await startWithDraft()
    await session.do('vault.lock', {})
    await tamper(session.directory, sql.replace('-sequence', '7 - sequence + 100'))
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    const { problem } = await session.do('history.verify', beginning)
    expect(problem).toMatch(words)
    const check = await session.do('history.checkAll', { withBackups: false })
    expect(check.isSound).toBe(false)
  })
})

describe('the full check', () => {
  test('holds the history against the heads in signed reports and backups, and each stored report against its hash', async () => {
    const session = startEngine()
    const { directory } = copyReleasedVault()
    const vault = await openVault(directory, releasedPassphrase, environment)
    rmSync(join(directory, 'backups'), { recursive: true })
    const { manifest } = backUpNow(vault)
    vault.close()
    const { sequence } = manifest.audit
    const open = () => session.do('vault.open', { handle: session.grant(directory), secret: releasedPassphrase })
    await open()
    const sound = await session.do('history.checkAll', { withBackups: true })
    expect(sound).toMatchObject({ isSound: true, problems: [], reportsChecked: 1, backupsChecked: 1, historyEntries: sequence })
    expect(sound.anchors.map(({ source, holds }) => [source, holds])).toEqual([
      ['report', true],
      ['backup', true],
    ])
    expect(await session.do('history.anchors', {})).toEqual({ anchors: sound.anchors })
    expect((await session.do('history.checkAll', { withBackups: false })).backupsChecked).toBeNull()

    await session.do('vault.lock', {})
    const firstNamed = Math.min(...sound.anchors.map((anchor) => anchor.sequence))
    await tamper(directory, `DELETE FROM audit WHERE sequence >= ${firstNamed}; UPDATE report SET pdf = x'00'`, releasedPassphrase)
    await open()
    // A chain that was cut short is a sound chain: only what stands outside it shows the missing end.
    expect((await session.do('history.verify', beginning)).problem).toBeNull()
    const { problems, anchors } = await session.do('history.checkAll', { withBackups: false })
    expect(anchors.every(({ holds }) => !holds)).toBe(true)
    expect(problems).toEqual([
      expect.stringMatching(/is not the file that was signed/),
      expect.stringMatching(/the signed report .* names: the history was cut short/),
      expect.stringMatching(/the backup .* names: the history was cut short/),
    ])
  })

  test('names a later form of a report that is not as it was kept', async () => {
    const session = await startWithSignedExample('supplier')
    await session.do('vault.lock', {})
    const form = `'time-stamp', '${'0'.repeat(64)}', 3, 'An authority', signed_at, signed_at, x'010203'`
    await tamper(session.directory, `INSERT INTO report_version SELECT id, 2, ${form} FROM report`)
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    const { problems, reportsChecked } = await session.do('history.checkAll', { withBackups: false })
    expect(reportsChecked).toBe(2)
    expect(problems).toEqual([expect.stringMatching(/form 2 is not the file that was signed/)])
  })

  test('names backups that were changed or have no manifest', async () => {
    const session = await startWithVault()
    await session.do('vault.lock', {})
    const vault = await openVault(session.directory, passphrase, environment)
    for (let turn = 0; turn < 2; turn += 1) {
      backUpNow(vault)
      const name = command(
        `INSERT INTO organization (one, name, country, activity, contact) VALUES (1, 'A', '', '', '') ON CONFLICT DO NOTHING`,
      )
      vault.store.write({ action: 'test', subject: '', payload: {} }, (tx) => tx.run(name))
    }
    vault.close()
    const [newest, oldest] = backupsOf(session.directory)
    const database = join(newest?.folder ?? '', 'vault.db')
    const bytes = readFileSync(database)
    bytes.writeUInt8(bytes.readUInt8(5_000) ^ 1, 5_000)
    writeFileSync(database, bytes)
    rmSync(join(oldest?.folder ?? '', 'manifest.json'))
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    const { problems } = await session.do('history.checkAll', { withBackups: true })
    expect(problems).toEqual([expect.stringMatching(/its database was changed/), expect.stringMatching(/has no manifest/)])
  })
})
