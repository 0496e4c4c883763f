// The sample vault: every stage has something to show, and it is made the same each time.
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isDerived } from '#main/store/derived-tables.ts'
import { openVault } from '#main/store/vault.ts'
import { query } from '#main/store/statement.ts'
import { resourcesDirectory, startEngine } from '../support/engine-session.ts'
import { temporaryFolder, vaultEnvironment } from '../support/vault-place.ts'

async function makeSample() {
  const session = startEngine()
  const directory = join(temporaryFolder(), 'Sample.gatehouse')
  const { passphrase } = await session.do('sample.create', { handle: session.grant(directory) })
  return { session, directory, passphrase }
}

/** What differs from one making to the next: keys, and what is signed or sealed with them. */
const ownToEach: ReadonlySet<string> = new Set(['vault', 'migration', 'audit', 'signer', 'report', 'backup_place', 'sqlite_sequence'])

async function rowsOf(directory: string, passphrase: string): Promise<Record<string, unknown[]>> {
  const vault = await openVault(directory, passphrase, vaultEnvironment())
  const tables = vault.store.all(
    query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      z.strictObject({ name: z.string() }),
    ),
  )
  const rows = tables
    .filter(({ name }) => !ownToEach.has(name) && !isDerived(name))
    .map(({ name }): [string, unknown[]] => [name, vault.store.all(query(`SELECT * FROM "${name}"`, z.looseObject({})))])
  vault.close()
  return Object.fromEntries(rows)
}

test('shows a firm with seven third parties at every stage, made the same each time apart from its keys', async () => {
  const { session, directory, passphrase } = await makeSample()
  expect(session.progress.at(-1)).toBeNull()
  expect(session.progress.length).toBeGreaterThan(20)
  await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })
  expect((await session.do('vault.check', {})).problems).toEqual([])
  const { assessments } = await session.do('assessments.list', {})
  const stages = assessments.map(({ thirdPartyName, assessment, answeredCount, shownCount }) => {
    const share = answeredCount / shownCount
    return `${thirdPartyName.split(' ')[0]} ${assessment.status} ${share > 0.9 ? 'answered' : share > 0.4 ? 'half answered' : 'hardly answered'}`
  })
  expect(stages.toSorted()).toEqual([
    'Halcyon signed answered',
    'Halcyon signed answered',
    'Kestrel signed answered',
    'Mossgate draft hardly answered',
    'Norrland draft answered',
    'Orlaya draft answered',
    'Quillhaven signed answered',
    'Tarnfell draft half answered',
  ])
  // The look that another took the place of says so, and so does the one whose day has passed.
  const superseded = assessments.filter(({ supersededAt }) => supersededAt !== null)
  expect(superseded.map(({ thirdPartyName, supersededAt }) => [thirdPartyName.slice(0, 7), supersededAt?.slice(0, 10)])).toEqual([
    ['Halcyon', '2026-10-30'],
  ])
  const portfolio = await session.do('portfolio.list', { filter: {}, offset: 0, limit: 50 })
  expect(portfolio.rows.filter(({ isOverdue }) => isOverdue).map(({ legalName }) => legalName)).toEqual(['Quillhaven Cloud Services, Inc.'])
  const { hitCounts } = await session.do('screening.overview', {})
  expect(hitCounts).toEqual({ open: 1, same: 0, 'not-same': 1, 'cannot-tell': 0 })
  const { thirdParties } = await session.do('thirdParties.list', { limit: 50 })
  const { tiers, thirdPartyCount } = await session.do('home.read', {})
  expect(Object.values(tiers).reduce((sum, count) => sum + count, 0)).toBe(thirdPartyCount)
  expect(tiers.unconfirmed).toBe(thirdParties.filter(({ isUnconfirmed }) => isUnconfirmed).length)
  const { parties } = await session.do('exposure.list', { jewelId: null, search: '', after: null, limit: 50 })
  expect(parties.length).toBeGreaterThan(3)
  expect((await session.do('guide.read', {})).done).toHaveLength(7)
  expect(session.faults).toEqual([])
  await session.do('vault.lock', {})

  const rows = await rowsOf(directory, passphrase)
  expect(Object.values(rows).flat().length).toBeGreaterThan(500)
  const again = await makeSample()
  expect(await rowsOf(again.directory, again.passphrase)).toEqual(rows)
})

const refused = (code: string) => expect.objectContaining({ ok: false, fault: expect.objectContaining({ code }) })

test('never takes the place of anything', async () => {
  const session = startEngine()
  const folder = temporaryFolder()
  const taken = join(folder, 'Taken.gatehouse')
  mkdirSync(taken)
  writeFileSync(join(taken, 'keys.json'), '{}')
  expect(await session.call('sample.create', { handle: session.grant(taken) })).toEqual(refused('vault-exists'))
  expect(await session.call('sample.create', { handle: session.grant(join(folder, 'Sample')) })).toEqual(refused('place-unknown'))
  expect(readdirSync(folder)).toEqual(['Taken.gatehouse'])
  expect(readdirSync(taken)).toEqual(['keys.json'])
})

test('leaves nothing behind when its files do not fit together', async () => {
  const resources = temporaryFolder()
  for (const name of readdirSync(resourcesDirectory).filter((part) => part !== 'sample'))
    symlinkSync(join(resourcesDirectory, name), join(resources, name))
  mkdirSync(join(resources, 'sample'))
  for (const name of ['organization.yaml', 'screening.yaml', 'restricted-list.csv'])
    cpSync(join(resourcesDirectory, 'sample', name), join(resources, 'sample', name))
  const cleaner = readFileSync(join(resourcesDirectory, 'sample/mossgate.yaml'), 'utf8')
  // The assessment is of a relationship that the third party does not have.
  writeFileSync(join(resources, 'sample/mossgate.yaml'), cleaner.replace('{ relationship: supplier', '{ relationship: investor'))
  const session = startEngine(undefined, { resourcesDirectory: resources })
  const folder = temporaryFolder()
  const directory = join(folder, 'Sample.gatehouse')
  expect(await session.call('sample.create', { handle: session.grant(directory) })).toEqual(refused('internal'))
  expect(String(session.faults.at(-1)?.error)).toContain('assessments.start answered relationship-missing')
  expect(readdirSync(folder)).toEqual([])
  expect(session.progress.at(-1)).toBeNull()
})
