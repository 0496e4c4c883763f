// Lists of third parties through the engine's door: opened, looked at, taken in, taken back.
import { randomUUID } from 'node:crypto'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import { HolderId } from '#shared/domain/owner-tree.ts'
import { emptyProfile } from '#shared/domain/third-party-profile.ts'
import { startWithVault } from '../support/engine-session.ts'
import { csv, fileOf, lei, open, other, partiesOf, planOf, skipAll, takeIn } from '../support/import-lists.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'
import { xlsxParts, zipOf } from '../support/xlsx-file.ts'

describe('a list', () => {
  test('is opened with its columns named and guessed, read row by row, and taken in', async () => {
    const session = await startWithVault()
    const { list, plan, step } = await takeIn(session, csv)
    expect(list).toMatchObject({
      fileName: 'vendors.csv',
      text: { encoding: 'UTF-8', separator: 'comma' },
      headerRow: 1,
      rowCount: 4,
      sheets: [],
    })
    expect(list.columns.map(({ guess }) => guess)).toEqual([
      'legalName',
      'lei',
      'registrationNumber',
      'country',
      'relationships',
      'contactEmail',
    ])
    expect(list.columns[3]?.examples).toEqual(['Ireland', 'US', 'DE'])
    expect(plan).toEqual({ rowCount: 4, problemCount: 2, refusedCount: 1, matchCounts: { lei: 0, registration: 0, name: 0, row: 0 } })
    expect(step).toMatchObject({ done: 4, total: 4, added: 3, updated: 0, skipped: 1 })
    const parties = await partiesOf(session)
    expect(parties.map(({ legalName, country, relationships }) => [legalName, country, relationships])).toEqual([
      ['Harrier Capital LP', 'US', ['investor']],
      ['Kestrel Sequencing Ltd', 'IE', ['supplier']],
      ['Merlin Labs', '', ['partner']],
    ])
    const [, kestrel, merlin] = parties
    if (kestrel === undefined || merlin === undefined) throw new Error('They were not taken in.')
    const { profile } = await session.do('thirdParties.readProfile', { id: kestrel.id })
    expect(profile).toMatchObject({ lei, contacts: [{ name: 'nora@kestrel.example' }] })
    expect(merlin.note).toBe('Country: Atlantis\nLEI: 5493001KJTIIGC8Y1R21')
    const { items } = await session.do('thirdParties.timeline', { id: kestrel.id, before: null })
    expect(items.map(({ action, about }) => [action, about])).toEqual([['thirdParties.import', 'vendors.csv']])
    const history = { before: null, limit: 1, kinds: [], objectId: null, from: null, until: null }
    expect((await session.do('history.list', history)).entries[0]).toMatchObject({ action: 'thirdParties.import', about: 'vendors.csv' })
    expect(session.faults).toEqual([])
  })

  test('shows its rows with what is wrong in which cell', async () => {
    const session = await startWithVault()
    const list = await open(session, 'vendors.csv', csv)
    await session.do('imports.plan', planOf(list))
    const page = { importId: list.importId, offset: 0, limit: 100 }
    const { rows, total } = await session.do('imports.rows', { ...page, show: 'problems' })
    expect(total).toBe(2)
    expect(rows.map(({ number, isRefused, problems }) => [number, isRefused, problems])).toEqual([
      [4, true, [{ column: 0, problem: 'name-missing' }]],
      [
        5,
        false,
        [
          { column: 3, problem: 'country-unknown' },
          { column: 1, problem: 'not-lei' },
        ],
      ],
    ])
    const second = await session.do('imports.rows', { ...page, show: 'all', offset: 1, limit: 1 })
    expect([second.total, second.rows.map(({ cells }) => cells[0])]).toEqual([4, ['Harrier Capital LP']])
  })

  test('of several sheets is read from the one that is chosen, with the line of names that is chosen', async () => {
    const session = await startWithVault()
    const sheets = [
      { name: 'Readme', state: 'hidden' as const, rows: [['Ask Nora']] },
      { name: 'Vendors', rows: [['Our vendors'], ['Name', 'Country'], ['Kestrel', 'IE']] },
      { name: 'Empty', rows: [] },
    ]
    const list = await open(session, 'vendors.xlsx', zipOf(xlsxParts(sheets)))
    expect(list).toMatchObject({ sheet: 1, headerRow: 2, rowCount: 1, text: null })
    const { importId } = list
    expect(await session.do('imports.arrange', { importId, sheet: 1, headerRow: 1 })).toMatchObject({ headerRow: 1, rowCount: 2 })
    const none = await session.do('imports.arrange', { importId, sheet: 1, headerRow: 0 })
    expect([none.headerRow, none.rowCount, none.columns.map(({ name }) => name)]).toEqual([null, 3, ['Column 1', 'Column 2']])
    for (const sheet of [2, 9])
      expect(await session.call('imports.arrange', { importId, sheet, headerRow: null })).toMatchObject({
        fault: { code: 'list-not-readable' },
      })
    expect(await session.call('imports.plan', planOf(none))).toMatchObject({ fault: { code: 'no-name-column' } })
  })

  test('is forgotten when it is closed, when another is opened and when the vault is locked', async () => {
    const session = await startWithVault()
    const first = await open(session, 'a.csv', csv)
    const second = await open(session, 'b.csv', csv)
    expect(await session.call('imports.plan', planOf(first))).toMatchObject({ fault: { code: 'import-gone' } })
    await session.do('imports.plan', planOf(second))
    expect(await session.call('imports.step', { importId: second.importId })).toMatchObject({ fault: { code: 'import-gone' } })
    await session.do('vault.lock', {})
    expect(await session.call('imports.list', {})).toMatchObject({ fault: { code: 'vault-locked' } })
    await session.do('vault.open', { handle: session.grant(session.directory), secret: passphrase })
    expect(await session.call('imports.plan', planOf(second))).toMatchObject({ fault: { code: 'import-gone' } })
    const third = await open(session, 'c.csv', csv)
    await session.do('imports.close', {})
    expect(await session.call('imports.plan', planOf(third))).toMatchObject({ fault: { code: 'import-gone' } })
  })

  test('that is too large, empty, old or no list is refused with a sentence', async () => {
    const session = await startWithVault()
    const tried = async (path: string) => {
      const outcome = await session.call('imports.open', { handle: session.grant(path) })
      return outcome.ok ? 'opened' : `${outcome.fault.code}: ${outcome.fault.detail}`
    }
    const huge = fileOf('huge.csv', '')
    truncateSync(huge, 200 * 1024 * 1024)
    expect(await tried(huge)).toMatch(/^list-too-long: .*64 MiB/)
    expect(await tried(fileOf('empty.csv', ''))).toMatch(/^list-not-readable: .*empty/)
    expect(await tried(fileOf('blank.csv', '\n , \n'))).toMatch(/^list-not-readable: There is nothing/)
    expect(await tried(fileOf('old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])))).toMatch(/^list-not-readable: .*password/)
    expect(await tried(fileOf('x.xlsx', zipOf([{ path: 'x', content: 'x' }])))).toMatch(/^list-not-readable: .*no XLSX/)
    expect(await tried(join(temporaryFolder(), 'gone.csv'))).toMatch(/^file-not-readable/)
    expect(await session.call('imports.open', { handle: randomUUID() })).toMatchObject({ fault: { code: 'place-unknown' } })
    expect(session.faults).toEqual([])
  })
})

describe('a row that is there already', () => {
  test('is found by its LEI, its registration number, its name and in the list itself', async () => {
    const session = await startWithVault()
    await takeIn(session, csv)
    const list = await open(session, 'more.csv', other)
    const plan = await session.do('imports.plan', planOf(list))
    expect(plan.matchCounts).toEqual({ lei: 1, registration: 1, name: 1, row: 1 })
    const { rows } = await session.do('imports.rows', { importId: list.importId, show: 'matches', offset: 0, limit: 10 })
    expect(rows.map(({ match }) => [match?.kind, match?.name, match?.rowNumber])).toEqual([
      ['name', 'Kestrel Sequencing Ltd', null],
      ['lei', 'Kestrel Sequencing Ltd', null],
      ['registration', 'Harrier Capital LP', null],
      ['row', 'Peregrine Freight', 5],
    ])
  })

  test('is skipped, brought up to date or added, as it is chosen for its kind or for itself', async () => {
    const session = await startWithVault()
    await takeIn(session, csv)
    const list = await open(session, 'more.csv', other)
    const { importId } = list
    await session.do('imports.plan', planOf(list))
    const choices = { lei: 'update', registration: 'update', name: 'skip', row: 'update' } as const
    await session.do('imports.begin', { importId, choices, rows: [{ number: 2, choice: 'add' }] })
    expect(await session.do('imports.step', { importId })).toMatchObject({ added: 2, updated: 2, skipped: 1, done: 5 })
    expect(await session.do('imports.step', { importId })).toMatchObject({ added: 2, done: 5 })
    const parties = await partiesOf(session)
    expect(parties.map(({ legalName }) => legalName)).toEqual([
      'KESTREL Sequencing Limited',
      'Merlin Labs',
      'Peregrine Freight',
      'Renamed Fund',
      'Somebody Else',
    ])
    const renamed = parties.find(({ legalName }) => legalName === 'Somebody Else')
    if (renamed === undefined) throw new Error('It was not brought up to date.')
    expect(renamed).toMatchObject({ registrationNumber: '07-118-442', country: 'IE', note: 'by LEI', relationships: ['supplier'] })
    const { profile } = await session.do('thirdParties.readProfile', { id: renamed.id })
    expect(profile).toMatchObject({
      lei,
      names: [{ kind: 'former', name: 'Kestrel Sequencing Ltd' }],
      contacts: [{ name: 'nora@kestrel.example' }],
    })
    // The same list once more changes nothing: what a row says is there.
    const again = await takeIn(session, other, { lei: 'update', registration: 'update', name: 'update', row: 'skip' })
    expect(again.step.added).toBe(0)
  })
})

describe('an import', () => {
  test('is taken back whole: what it added goes, what it changed is as before', async () => {
    const session = await startWithVault()
    await takeIn(session, csv)
    const before = await partiesOf(session)
    const { step } = await takeIn(session, other, { lei: 'update', registration: 'update', name: 'update', row: 'add' })
    // A tag or putting aside is no work with a third party: it goes with it.
    const { ids } = await session.do('thirdParties.ids', { filter: { search: 'peregrine' } })
    await session.do('thirdParties.changeMany', { ids, change: { kind: 'add-tag', tag: 'New' } })
    const { batches } = await session.do('imports.list', {})
    expect(batches.map(({ fileName, addedCount, updatedCount }) => [fileName, addedCount, updatedCount])).toEqual([
      ['vendors.csv', 2, 2],
      ['vendors.csv', 3, 0],
    ])
    expect(await session.do('imports.undo', { batchId: step.batchId })).toEqual({ removed: 2, restored: 2 })
    expect(await partiesOf(session)).toEqual(before)
    expect((await session.do('imports.list', {})).batches[0]?.undoneAt).not.toBe(null)
    expect(await session.call('imports.undo', { batchId: step.batchId })).toMatchObject({ fault: { code: 'not-found' } })
    expect(await session.call('imports.undo', { batchId: randomUUID() })).toMatchObject({ fault: { code: 'not-found' } })
    expect(await session.do('vault.check', {})).toMatchObject({ isSound: true, problems: [] })
  })

  test('stays when a third party of it was assessed, given owners, changed or imported again since, and says which', async () => {
    const session = await startWithVault()
    await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: '', contact: '' })
    const holder = { id: HolderId.parse(randomUUID()), holds: null, name: 'H', country: '', kind: 'company', shareBp: 1, note: '' } as const
    const works: Readonly<Record<string, (id: ThirdPartyId) => Promise<unknown>>> = {
      Avocet: (id) => session.do('assessments.start', { thirdPartyId: id, relationship: 'supplier', profile: 'lite' }),
      Bittern: (id) => session.do('thirdParties.saveOwners', { id, baseRevision: 0, owners: { holders: [holder], asOf: '', source: '' } }),
      Curlew: (id) => session.do('thirdParties.saveProfile', { id, baseRevision: 0, profile: { ...emptyProfile, website: 'x' } }),
      Dotterel: () => takeIn(session, 'Name,Note\nDotterel Instruments,new', { ...skipAll, name: 'update' }),
    }
    const batches = new Map<string, string>()
    for (const name of Object.keys(works)) {
      const { step } = await takeIn(session, `Name,Country\n${name} Instruments,US\n`)
      batches.set(name, step.batchId)
    }
    const parties = await partiesOf(session)
    for (const [name, work] of Object.entries(works)) {
      const party = parties.find(({ legalName }) => legalName.startsWith(name))
      if (party === undefined) throw new Error('It was not taken in.')
      await work(party.id)
      expect(await session.call('imports.undo', { batchId: batches.get(name) })).toMatchObject({
        fault: { code: 'import-in-use', detail: expect.stringContaining(`It brought ${name} Instruments, assessed or changed since`) },
      })
    }
    expect(await partiesOf(session)).toHaveLength(4)
    expect(session.faults).toEqual([])
  })

  test('goes on without third parties that another import took away, and not at all once it was taken back itself', async () => {
    const session = await startWithVault()
    await takeIn(session, csv)
    const [first] = (await session.do('imports.list', {})).batches
    const list = await open(session, 'again.csv', csv.replaceAll('Ireland', 'France'))
    await session.do('imports.plan', planOf(list))
    await session.do('imports.undo', { batchId: first?.id ?? '' })
    const choices = { lei: 'update', registration: 'update', name: 'update', row: 'skip' } as const
    await session.do('imports.begin', { importId: list.importId, choices, rows: [] })
    expect(await session.do('imports.step', { importId: list.importId })).toMatchObject({ added: 0, updated: 0, done: 4 })
    const names = Array.from({ length: 300 }, (_, index) => `Vendor ${index}`)
    const long = await open(session, 'long.csv', `Name,Country\n${names.map((name) => `${name},IE`).join('\n')}\n`)
    await session.do('imports.plan', planOf(long))
    await session.do('imports.begin', { importId: long.importId, choices, rows: [] })
    const { batchId } = await session.do('imports.step', { importId: long.importId })
    await session.do('imports.undo', { batchId })
    expect(await session.call('imports.step', { importId: long.importId })).toMatchObject({ ok: false, fault: { code: 'import-gone' } })
    expect(session.faults).toEqual([])
    expect(await partiesOf(session)).toEqual([])
  })

  test('of many rows is written in pieces, and may be left between two of them', async () => {
    const session = await startWithVault()
    const rows = Array.from({ length: 600 }, (_, at) => `Firm ${String(at).padStart(4, '0')} of ${randomUUID()},US`)
    const list = await open(session, 'many.csv', `Name,Country\n${rows.join('\n')}\n`)
    const { importId } = list
    await session.do('imports.plan', planOf(list))
    await session.do('imports.begin', { importId, choices: skipAll, rows: [] })
    const first = await session.do('imports.step', { importId })
    expect([first.done, first.total]).toEqual([250, 600])
    const second = await session.do('imports.step', { importId })
    expect(second.done).toBe(500)
    // Stopped here: what was written is one import, and goes as one.
    await session.do('imports.close', {})
    expect((await session.do('imports.list', {})).batches).toMatchObject([{ addedCount: second.added }])
    expect(await session.do('imports.undo', { batchId: second.batchId })).toEqual({ removed: second.added, restored: 0 })
    expect(await partiesOf(session)).toEqual([])
  })
})
