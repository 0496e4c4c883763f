// Screening through the engine's door: lists taken in, names compared, hits decided, and what a new edition leaves of that.
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { HolderId } from '#shared/domain/owner-tree.ts'
import { emptyProfile } from '#shared/domain/third-party-profile.ts'
import { startEngine, startWithVault } from '../support/engine-session.ts'
import { restrictedList } from '../support/restricted-list.ts'
import {
  addParty,
  details,
  endOfRun,
  firstHit,
  hitsOf,
  notSame,
  orlov,
  others,
  readToEnd,
  refusalOf,
  runToEnd,
  startWithHit,
  takeIn,
} from '../support/screening.ts'
import { passphrase } from '../support/vault-place.ts'

describe('a list', () => {
  test('is read, kept with what is known of it and what could not be read, and found again', async () => {
    const session = await startWithVault()
    const { read, edition, file } = await takeIn(
      session,
      restrictedList([orlov, 'too,few', ...others, { name: 'Ann Example', type: 'Individual' }]),
    )
    expect(read).toMatchObject({ entryCount: 602, rowCount: 603, holes: [{ line: 3, reason: 'other-length' }], knownAs: null })
    expect(read.typeCounts).toEqual({ organization: 601, individual: 1, vessel: 0, aircraft: 0, 'not-stated': 0 })
    const { editions } = await session.do('screening.lists', {})
    expect(editions).toEqual([{ ...edition, ...details, entryCount: 602, sha256: file.sha256, fileName: 'list.csv' }])
    expect(session.faults).toEqual([])
  })

  test('that was dropped onto the window is taken as well', async () => {
    const session = await startWithVault()
    const bytes = new TextEncoder().encode(restrictedList([orlov]))
    const file = await session.do('screening.takeFile', { fileName: 'dropped.csv', bytes })
    expect(await readToEnd(session, file)).toMatchObject({ entryCount: 1 })
  })

  test('that is none is refused with a sentence', async () => {
    const session = await startWithVault()
    for (const text of ['a,b\n1,2\n', '', '\u0000\u0001', restrictedList(Array.from({ length: 12 }, () => 'few'))])
      await expect(takeIn(session, text)).rejects.toThrow('list-not-readable')
  })

  test('is refused twice, from the future, over its size, and once its file was closed', async () => {
    const session = await startWithVault()
    await takeIn(session, restrictedList([orlov]))
    await expect(takeIn(session, restrictedList([orlov]))).rejects.toThrow('list-kept-already')
    await expect(takeIn(session, restrictedList(others), { editionOn: '2999-01-01' })).rejects.toThrow('edition-in-future')
    const bytes = new Uint8Array(64 * 1_048_576 + 1)
    expect(await refusalOf(session, 'screening.takeFile', { fileName: 'x', bytes })).toBe('list-too-long')
    const file = await session.do('screening.takeFile', { fileName: 'x', bytes: new TextEncoder().encode(restrictedList([orlov])) })
    expect(await refusalOf(session, 'screening.keepList', { fileId: file.fileId, details })).toBe('list-gone')
    await session.do('screening.closeFile', {})
    expect(await refusalOf(session, 'screening.readFile', { fileId: file.fileId })).toBe('list-gone')
  })

  test('beside an older edition says which entries came, changed and went', async () => {
    const session = await startWithVault()
    const old = [orlov, { id: '1', name: 'Gone Works' }, { name: 'Plain Works' }, { id: '2', name: 'Old Name Works' }]
    const now = [
      { ...orlov, programs: 'EXAMPLE-2' },
      { name: 'Plain Works' },
      { id: '2', name: 'New Name Works' },
      { id: '9', name: 'Fresh Works' },
    ]
    const first = await takeIn(session, restrictedList(old))
    expect(await session.do('screening.changes', { editionId: first.edition.id })).toMatchObject({ before: null, entries: [] })
    const second = await takeIn(session, restrictedList(now), { editionOn: '2026-02-01' })
    expect(second.read.knownAs).toMatchObject({ listId: 'example', title: 'Example list' })
    const changes = await session.do('screening.changes', { editionId: second.edition.id })
    expect(changes.before).toEqual({ editionId: first.edition.id, editionOn: '2026-01-15' })
    expect(changes.counts).toEqual({ added: 1, changed: 2, gone: 1, same: 1 })
    expect(changes.entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'added Fresh Works',
      'changed Orlaya Bay Shipping Company',
      'changed New Name Works',
      'gone Gone Works',
    ])
    await session.do('screening.removeList', { editionId: first.edition.id })
    expect(await refusalOf(session, 'screening.removeList', { editionId: first.edition.id })).toBe('not-found')
    expect(await refusalOf(session, 'screening.changes', { editionId: first.edition.id })).toBe('not-found')
  })
})

describe('comparing names', () => {
  test('finds the entry that a name is like, with the whole arithmetic and the facts of the list', async () => {
    const { work, edition, ...session } = await startWithHit()
    expect(work).toMatchObject({ isRunning: false, ending: 'done', done: 2, total: 2, hits: 1 })
    const { hits, total } = await hitsOf(session)
    expect([total, hits[0]?.partyName, hits[0]?.listedName]).toEqual([1, 'Orlaya Bay Shipping Ltd', 'Orlaya Bay Shipping Company'])
    const detail = await session.do('screening.hit', await firstHit(session))
    expect(detail.content.entry).toMatchObject({ line: 2, programs: 'EXAMPLE-1', addressCountries: ['PA', 'CY'] })
    expect(detail.content.edition).toMatchObject({ editionId: edition.id, editionOn: '2026-01-15' })
    expect(detail.content.parts.map(({ kind }) => kind)).toEqual(['same', 'same', 'same', 'left-over'])
    const overview = await session.do('screening.overview', {})
    expect(overview).toMatchObject({ partyCount: 2, screenedCount: 2, hitCounts: { open: 1, same: 0, 'not-same': 0, 'cannot-tell': 0 } })
    expect(overview.runs[0]?.content).toMatchObject({ isEverybody: true, newHits: 1, keptHits: 0, goneHits: 0, done: 2 })
    expect(session.faults).toEqual([])
  })

  test('looks at own names, owners and, only when asked, contacts; at people on a list for all but owners known to be none', async () => {
    const session = await startWithVault()
    // A sole trader trades under a name of their own.
    const id = await addParty(session, 'Ailbe Torrens')
    const contact = { name: 'Mira Petrosel', role: '', email: '', phone: '', note: '' }
    const names = [{ kind: 'former' as const, name: 'Heron Lumina Works', until: '' as const }]
    await session.do('thirdParties.saveProfile', { id, baseRevision: 0, profile: { ...emptyProfile, contacts: [contact], names } })
    const holder = {
      id: HolderId.parse('00000000-0000-4000-8000-000000000001'),
      holds: null,
      name: 'Tavish Okonkell',
      country: '' as const,
    }
    const firm = { ...holder, id: HolderId.parse('00000000-0000-4000-8000-000000000002'), name: 'Wystan Corvell' }
    const holders = [
      { ...holder, kind: 'person' as const, shareBp: 6_000, note: '' },
      { ...firm, kind: 'company' as const, shareBp: 4_000, note: '' },
    ]
    const owners = { holders, asOf: '' as const, source: '' }
    await session.do('thirdParties.saveOwners', { id, baseRevision: 0, owners })
    const list = [
      { name: 'HERON LUMINA WORKS' },
      { name: 'OKONKELL, Tavish', type: 'Individual' },
      { name: 'PETROSEL, Mira', type: 'Individual' },
      { name: 'TORRENS, Ailbe', type: 'Individual' },
      { name: 'CORVELL, Wystan', type: 'Individual' },
    ]
    const { edition } = await takeIn(session, restrictedList(list))
    await runToEnd(session, { editionIds: [edition.id] })
    const rolesOf = async () => (await hitsOf(session)).hits.map(({ asked }) => asked.role).toSorted()
    expect(await rolesOf()).toEqual(['former', 'legal', 'owner'])
    await runToEnd(session, { editionIds: [edition.id], withContacts: true, thirdPartyIds: [id] })
    expect(await rolesOf()).toEqual(['contact', 'former', 'legal', 'owner'])
  })

  test('says of a name in a script without a table that it could not be compared, as open work', async () => {
    const session = await startWithVault()
    await addParty(session, '株式会社テスト')
    await addParty(session, 'Kestrel Works', '紅隼')
    await addParty(session, 'Never Looked At')
    const [kanji, mixed] = (await session.do('thirdParties.list', {})).thirdParties.filter(
      ({ legalName }) => legalName !== 'Never Looked At',
    )
    const { edition } = await takeIn(session, restrictedList([orlov]))
    await runToEnd(session, { editionIds: [edition.id], thirdPartyIds: [kanji?.id, mixed?.id].filter((id) => id !== undefined) })
    const { work, total } = await session.do('screening.openWork', { offset: 0, limit: 10 })
    expect(total).toBe(3)
    expect(work.map(({ why, names }) => [why, names])).toEqual([
      ['could-not-screen', ['株式会社テスト']],
      ['name-not-comparable', ['紅隼']],
      ['never-screened', []],
    ])
  })

  test('is refused for a list that is gone, two editions of one list, and while another run goes on; stopping keeps what was compared', async () => {
    const session = await startWithVault()
    for (let at = 0; at < 30; at += 1) await addParty(session, `Firm ${at}`)
    const { edition } = await takeIn(session, restrictedList([orlov, ...others]))
    const newer = await takeIn(session, restrictedList([orlov]), { editionOn: '2026-02-01' })
    const begin = (editionIds: readonly string[]) =>
      refusalOf(session, 'screening.begin', { editionIds, thirdPartyIds: null, withContacts: false })
    expect(await begin([edition.id, newer.edition.id])).toBe('list-twice')
    expect(await begin(['00000000-0000-4000-8000-000000000009'])).toBe('not-found')
    expect(await begin([edition.id])).toBe('done')
    expect(await begin([edition.id])).toBe('screening-running')
    await session.do('screening.stop', {})
    const work = await endOfRun(session)
    expect(work.ending).toBe('stopped')
    expect((await session.do('screening.overview', {})).runs[0]?.endedAt).not.toBeNull()
    expect(await runToEnd(session, { editionIds: [edition.id] })).toMatchObject({ ending: 'done', done: 30 })
    const { total } = await session.do('screening.openWork', { offset: 0, limit: 10 })
    expect(total).toBe(30)
  })

  test('ends when the vault is locked, and another vault knows nothing of it', async () => {
    const { directory, ...session } = await startWithVault()
    for (let at = 0; at < 20; at += 1) await addParty(session, `Firm ${at}`)
    const { edition } = await takeIn(session, restrictedList([orlov, ...others]))
    await session.do('screening.begin', { editionIds: [edition.id], thirdPartyIds: null, withContacts: false })
    await session.do('vault.lock', {})
    expect(await refusalOf(session, 'screening.progress', {})).toBe('vault-locked')
    const other = startEngine()
    expect(await refusalOf(other, 'screening.stop', {})).toBe('vault-locked')
    await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })
    expect(await session.do('screening.progress', {})).toMatchObject({ isRunning: false, ending: null })
    // The run of the locked vault has come to its end by then.
    await setTimeout(100)
    expect(await session.do('screening.progress', {})).toMatchObject({ isRunning: false, ending: null, total: 0 })
    expect(session.faults).toEqual([])
  })
})

describe('a decision on a hit', () => {
  test('stands with its reason, can be taken back, and its whole history stays', async () => {
    const session = await startWithHit()
    const name = await firstHit(session)
    expect(await session.do('screening.decide', { ...name, decision: notSame })).toMatchObject({ state: 'not-same' })
    expect((await hitsOf(session)).total).toBe(0)
    expect(await session.do('screening.withdraw', { ...name, decidedBy: 'Ben Okafor' })).toMatchObject({ state: 'open' })
    expect(await refusalOf(session, 'screening.withdraw', { ...name, decidedBy: 'Ben Okafor' })).toBe('nothing-to-withdraw')
    const { history } = await session.do('screening.decide', { ...name, decision: { ...notSame, verdict: 'cannot-tell' } })
    expect(history.map(({ verdict, decidedBy }) => `${verdict} ${decidedBy}`)).toEqual([
      'cannot-tell Ana Ruiz',
      'withdrawn Ben Okafor',
      'not-same Ana Ruiz',
    ])
    expect(await refusalOf(session, 'screening.decide', { ...name, decision: { ...notSame, reason: '  ' } })).toBe('invalid-input')
    expect(await refusalOf(session, 'screening.hit', { ...name, key: '0'.repeat(64) })).toBe('not-found')
  })

  test('survives a new edition, whatever the row and the number of the entry are, and the removal of the old one', async () => {
    const session = await startWithHit()
    await session.do('screening.decide', { ...(await firstHit(session)), decision: notSame })
    const newer = await takeIn(session, restrictedList([...others, { ...orlov, id: '8' }, { name: 'Orlaya Bay Shipping Group' }]), {
      editionOn: '2026-02-01',
    })
    expect((await session.do('screening.openWork', { offset: 0, limit: 10 })).work.map(({ why }) => why)).toEqual([
      'older-edition',
      'older-edition',
    ])
    await session.do('screening.removeList', { editionId: session.edition.id })
    await runToEnd(session, { editionIds: [newer.edition.id] })
    expect((await hitsOf(session)).hits.map(({ listedName }) => listedName)).toEqual(['Orlaya Bay Shipping Group'])
    expect((await hitsOf(session, 'not-same')).hits.map(({ editionOn }) => editionOn)).toEqual(['2026-02-01'])
    const { runs } = await session.do('screening.overview', {})
    expect(runs[0]?.content).toMatchObject({ newHits: 1, keptHits: 1, goneHits: 0 })
  })

  test('clears nobody of a list that came later: who was never compared with it is open work', async () => {
    const session = await startWithHit()
    expect((await session.do('screening.openWork', { offset: 0, limit: 10 })).total).toBe(0)
    const later = await takeIn(session, restrictedList(others), { listId: 'another', title: 'Another list' })
    const { work, total } = await session.do('screening.openWork', { offset: 0, limit: 10 })
    expect(work.map(({ why, names }) => [why, names])).toEqual(work.map(() => ['missing-list', []]))
    expect(total).toBe(2)
    await runToEnd(session, { editionIds: [later.edition.id] })
    expect((await session.do('screening.openWork', { offset: 0, limit: 10 })).total).toBe(0)
  })

  test('does not reach an entry that reads otherwise now: it is open again, with what was said before beside it', async () => {
    const session = await startWithHit()
    await session.do('screening.decide', { ...(await firstHit(session)), decision: notSame })
    const newer = await takeIn(session, restrictedList([...others, { ...orlov, altNames: 'Orlaya Lines' }]), { editionOn: '2026-02-01' })
    await runToEnd(session, { editionIds: [newer.edition.id] })
    const detail = await session.do('screening.hit', await firstHit(session))
    expect(detail.history).toEqual([])
    expect(detail.earlier).toMatchObject({ verdict: 'not-same', reason: notSame.reason, entry: { names: ['Orlaya Bay Shipping Company'] } })
    const back = await takeIn(session, restrictedList([...others, orlov]), { editionOn: '2026-03-01' })
    await runToEnd(session, { editionIds: [back.edition.id] })
    expect((await hitsOf(session, 'not-same')).total).toBe(1)
  })
})

test('what stands in a list is spelled out where it would hide or steer', async () => {
  const session = await startWithHit([{ ...orlov, name: 'Orlaya Bay\u202e Shipping', programs: 'A\u200bB' }])
  const detail = await session.do('screening.hit', await firstHit(session))
  expect(detail.listedName).toBe('Orlaya Bay‹U+202E› Shipping')
  expect(detail.content.entry.programs).toBe('A‹U+200B›B')
})
