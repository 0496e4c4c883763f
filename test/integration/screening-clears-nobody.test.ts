// Ways in which screening could say that nothing was found although nobody looked: each of them has to end otherwise.
import { expect, test } from 'vitest'
import { HolderId } from '#shared/domain/owner-tree.ts'
import { emptyProfile } from '#shared/domain/third-party-profile.ts'
import { startWithVault } from '../support/engine-session.ts'
import { restrictedList } from '../support/restricted-list.ts'
import {
  orlov,
  others,
  takeIn,
  addParty,
  runToEnd,
  hitsOf,
  firstHit,
  startWithAssessment,
  startWithHit,
  notSame,
} from '../support/screening.ts'

test('an assessment is cleared no longer once the third party has a name that was not compared, whichever way it came', async () => {
  const { assessmentId, read, ...session } = await startWithAssessment()
  const id = session.thirdPartyId
  await session.do('screening.decide', { ...(await firstHit(session)), decision: notSame })
  expect((await session.do('screening.takeOver', { assessmentId })).screening.outcome).toBe('no-match')
  const compareAgain = async () => {
    await runToEnd(session, { editionIds: [session.edition.id], thirdPartyIds: [id] })
    for (const { key } of (await hitsOf(session)).hits) await session.do('screening.decide', { thirdPartyId: id, key, decision: notSame })
    return (await read())?.outcome
  }
  const { thirdParty } = await session.do('thirdParties.read', { id })
  await session.do('thirdParties.change', { ...thirdParty, legalName: 'Orlaya Bay Shipping Holding' })
  expect((await read())?.outcome).toBe('could-not-screen')
  const { work } = await session.do('screening.openWork', { offset: 0, limit: 10 })
  expect(work.map(({ thirdPartyId, why }) => [thirdPartyId, why])).toEqual([[id, 'name-not-compared']])
  expect(await compareAgain()).toBe('no-match')
  const names = [{ kind: 'trading' as const, name: 'Zyx1 Qwort', until: '' as const }]
  await session.do('thirdParties.saveProfile', { id, baseRevision: 0, profile: { ...emptyProfile, names } })
  expect((await read())?.outcome).toBe('could-not-screen')
  expect(await compareAgain()).toBe('no-match')
  const holder = { id: HolderId.parse('00000000-0000-4000-8000-000000000001'), holds: null, name: 'Zyx2 Qwort', country: '' as const }
  const owners = { holders: [{ ...holder, kind: 'company' as const, shareBp: 6_000, note: '' }], asOf: '' as const, source: '' }
  await session.do('thirdParties.saveOwners', { id, baseRevision: 0, owners })
  expect((await session.do('screening.ofParty', { thirdPartyId: id })).screening?.outcome).toBe('could-not-screen')
  expect((await read())?.outcome).toBe('could-not-screen')
  expect(await compareAgain()).toBe('no-match')
  expect(session.faults).toEqual([])
})

test('nobody is cleared by a name that was compared with organizations only and may be a person’s by now', async () => {
  const session = await startWithVault()
  const id = await addParty(session, 'Kestrel Sequencing Services Ltd')
  const holder = { id: HolderId.parse('00000000-0000-4000-8000-000000000001'), holds: null, name: 'Zyx1 Qwort', country: '' as const }
  const saveOwner = (kind: 'company' | 'person', baseRevision: number) =>
    session.do('thirdParties.saveOwners', {
      id,
      baseRevision,
      owners: { holders: [{ ...holder, kind, shareBp: 6_000, note: '' }], asOf: '', source: '' },
    })
  const told = async () => [
    (await session.do('screening.ofParty', { thirdPartyId: id })).screening?.outcome,
    ...(await session.do('screening.openWork', { offset: 0, limit: 10 })).work.map(({ why }) => why),
  ]
  await saveOwner('company', 0)
  const { edition } = await takeIn(session, restrictedList([orlov, ...others, { id: '9', name: 'QWORT, Zyx1', type: 'Individual' }]))
  await runToEnd(session, { editionIds: [edition.id] })
  for (const { key } of (await hitsOf(session)).hits) await session.do('screening.decide', { thirdPartyId: id, key, decision: notSame })
  expect(await told()).toEqual(['no-match'])
  await saveOwner('person', 1)
  expect(await told()).toEqual(['could-not-screen', 'name-not-compared'])
  await runToEnd(session, { editionIds: [edition.id] })
  expect(await told()).toEqual(['possible-match'])
  // A company of that name and a person to write to: one of them may be the person on the list.
  await saveOwner('company', 2)
  const contact = { name: holder.name, role: '', email: '', phone: '', note: '' }
  await session.do('thirdParties.saveProfile', { id, baseRevision: 0, profile: { ...emptyProfile, contacts: [contact] } })
  await runToEnd(session, { editionIds: [edition.id], withContacts: true })
  expect(await told()).toEqual(['possible-match'])
  await runToEnd(session, { editionIds: [edition.id] })
  expect(await told()).toEqual(['no-match'])
})

test('a third party is not cleared by settling the hit of an owner while its own name cannot be compared', async () => {
  const session = await startWithVault()
  const id = await addParty(session, '株式会社テスト')
  const holder = { id: HolderId.parse('00000000-0000-4000-8000-000000000001'), holds: null, name: orlov.name, country: '' as const }
  const owners = { holders: [{ ...holder, kind: 'company' as const, shareBp: 6_000, note: '' }], asOf: '' as const, source: '' }
  await session.do('thirdParties.saveOwners', { id, baseRevision: 0, owners })
  const { edition } = await takeIn(session, restrictedList([orlov]))
  await runToEnd(session, { editionIds: [edition.id] })
  await session.do('screening.decide', { ...(await firstHit(session)), decision: notSame })
  expect((await session.do('screening.ofParty', { thirdPartyId: id })).screening?.outcome).toBe('could-not-screen')
})

test('a decision does not reach another entry that reads the same under another number', async () => {
  const session = await startWithHit()
  await session.do('screening.decide', { ...(await firstHit(session)), decision: notSame })
  const newer = await takeIn(session, restrictedList([orlov, { ...orlov, id: '8' }, ...others]), { editionOn: '2026-02-01' })
  await runToEnd(session, { editionIds: [newer.edition.id] })
  expect((await hitsOf(session, 'not-same')).total).toBe(0)
  const { hits } = await hitsOf(session)
  const ids = hits.map(async ({ thirdPartyId, key }) => (await session.do('screening.hit', { thirdPartyId, key })).content.entry.id)
  expect((await Promise.all(ids)).toSorted()).toEqual(['7', '8'])
})

test('a decision that it is the listed one outlasts a change of the name, and a hit of a contact a run without contacts', async () => {
  const session = await startWithHit()
  const { thirdPartyId: id, edition } = session
  await session.do('screening.decide', { ...(await firstHit(session)), decision: { ...notSame, verdict: 'same' } })
  const { thirdParty } = await session.do('thirdParties.read', { id })
  const contact = { name: 'Zyx1 Qwort Industries', role: '', email: '', phone: '', note: '' }
  await session.do('thirdParties.saveProfile', { id, baseRevision: 0, profile: { ...emptyProfile, contacts: [contact] } })
  await runToEnd(session, { editionIds: [edition.id], withContacts: true })
  const openHits = (await hitsOf(session)).total
  expect(openHits).toBeGreaterThan(0)
  await session.do('thirdParties.change', { ...thirdParty, legalName: 'Wholly Different Umbrella' })
  await runToEnd(session, { editionIds: [edition.id] })
  expect((await hitsOf(session)).total).toBe(openHits)
  expect((await session.do('screening.ofParty', { thirdPartyId: id })).screening?.outcome).toBe('match')
  await session.do('screening.withdraw', { ...(await firstHit(session, 'same')), decidedBy: 'Ana Ruiz' })
  await runToEnd(session, { editionIds: [edition.id] })
  expect((await hitsOf(session)).hits.every(({ asked }) => asked.role === 'contact')).toBe(true)
})

test('deciding every hit that is kept clears nobody while more entries are alike than are kept', async () => {
  const alike = Array.from({ length: 502 }, (_, at) => ({ id: `${at}`, name: 'Orlaya Bay Shipping Company', programs: `EXAMPLE-${at}` }))
  const session = await startWithHit(alike)
  for (let left = await hitsOf(session); left.total > 0; left = await hitsOf(session))
    for (const { thirdPartyId, key } of left.hits) await session.do('screening.decide', { thirdPartyId, key, decision: notSame })
  expect((await session.do('screening.ofParty', { thirdPartyId: session.thirdPartyId })).screening?.outcome).toBe('could-not-screen')
  expect((await session.do('screening.openWork', { offset: 0, limit: 10 })).work.map(({ why }) => why)).toEqual(['too-many-alike'])
})

test('a second edition of the same day, taken in later, is open work until names were compared with it', async () => {
  const session = await startWithHit()
  const reasons = async () => {
    const { work } = await session.do('screening.openWork', { offset: 0, limit: 10 })
    return work.map(({ why }) => why)
  }
  expect(await reasons()).toEqual([])
  const second = await takeIn(session, restrictedList([orlov, { ...orlov, id: '8' }, ...others]))
  expect(second.edition.editionOn).toBe(session.edition.editionOn)
  expect(await reasons()).toEqual(['older-edition', 'older-edition'])
  await runToEnd(session, { editionIds: [second.edition.id] })
  expect(await reasons()).toEqual([])
  await runToEnd(session, { editionIds: [session.edition.id] })
  expect(await reasons()).toEqual(['older-edition', 'older-edition'])
  await session.do('screening.removeList', { editionId: second.edition.id })
  expect(await reasons()).toEqual([])
})
