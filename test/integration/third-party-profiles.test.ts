// Profiles, owners and the timeline of a third party through the engine's door.
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { QuestionId, ThirdPartyId } from '#shared/domain/ids.ts'
import type { BulkChange } from '#shared/domain/third-party-view.ts'
import { HolderId, type OwnerTree } from '#shared/domain/owner-tree.ts'
import { emptyProfile } from '#shared/domain/third-party-profile.ts'
import { startWithDraft, startWithVault } from '../support/engine-session.ts'
import { startWithSignedExample } from '../support/example.ts'
import { startWithFindings } from '../support/findings.ts'

const profile = {
  ...emptyProfile,
  lei: '5493001KJTIIGC8Y1R12',
  names: [{ kind: 'former' as const, name: 'Kestrel Gene Services Ltd', until: '2021-03-31' }],
  contacts: [{ name: 'Nora Quill', role: 'Security officer', email: 'nora@kestrel.example', phone: '', note: '' }],
}

const owners: OwnerTree = {
  holders: [
    { id: HolderId.parse(randomUUID()), holds: null, name: 'Harrier Holding', country: 'IE', kind: 'company', shareBp: 6_000, note: '' },
  ],
  asOf: '2026-10-01',
  source: 'Register extract',
}

describe('a profile', () => {
  test('begins empty, and is kept with its revision', async () => {
    const { thirdParty, ...session } = await startWithDraft()
    expect(await session.do('thirdParties.readProfile', { id: thirdParty.id })).toEqual({ profile: emptyProfile, revision: 0 })
    const saved = await session.do('thirdParties.saveProfile', { id: thirdParty.id, baseRevision: 0, profile })
    expect(saved).toEqual({ profile, revision: 1 })
    expect(await session.do('thirdParties.readProfile', { id: thirdParty.id })).toEqual(saved)
    // What is signed names the third party as before: the profile stands beside it.
    expect((await session.do('thirdParties.read', { id: thirdParty.id })).thirdParty).toEqual(thirdParty)
  })

  test('is searched by its LEI, its other names and its contacts', async () => {
    const { thirdParty, ...session } = await startWithDraft()
    const found = async (search: string) => (await session.do('thirdParties.list', { filter: { search } })).matchCount
    const wanted = ['5493001kjtiigc8y1r12', 'gene services', 'nora']
    for (const search of wanted) expect(await found(search)).toBe(0)
    await session.do('thirdParties.saveProfile', { id: thirdParty.id, baseRevision: 0, profile })
    for (const search of wanted) expect(await found(search)).toBe(1)
    // Nobody searches by a note or a role.
    expect(await found('security officer')).toBe(0)
  })

  test('is never overwritten by a window that had an older one', async () => {
    const { thirdParty, ...session } = await startWithDraft()
    const { id } = thirdParty
    await session.do('thirdParties.saveProfile', { id, baseRevision: 0, profile })
    const late = await session.call('thirdParties.saveProfile', { id, baseRevision: 0, profile: emptyProfile })
    expect(late).toMatchObject({ ok: false, fault: { code: 'profile-changed' } })
    expect((await session.do('thirdParties.readProfile', { id })).profile).toEqual(profile)
    await session.do('thirdParties.saveOwners', { id, baseRevision: 0, owners })
    expect(await session.call('thirdParties.saveOwners', { id, baseRevision: 0, owners })).toMatchObject({
      fault: { code: 'profile-changed' },
    })
    expect(await session.do('thirdParties.readOwners', { id })).toEqual({ owners, revision: 1 })
  })

  test('belongs to a third party that exists, and takes no wrong LEI and no circle of owners', async () => {
    const session = await startWithVault()
    const id = ThirdPartyId.parse(randomUUID())
    for (const name of ['thirdParties.readProfile', 'thirdParties.readOwners'])
      expect(await session.call(name, { id })).toMatchObject({ fault: { code: 'not-found' } })
    expect(await session.call('thirdParties.timeline', { id, before: null })).toMatchObject({ fault: { code: 'not-found' } })
    for (const change of [
      { name: 'thirdParties.saveProfile', input: { profile } },
      { name: 'thirdParties.saveOwners', input: { owners } },
    ])
      expect(await session.call(change.name, { id, baseRevision: 0, ...change.input })).toMatchObject({ fault: { code: 'not-found' } })
    const wrong = await session.call('thirdParties.saveProfile', {
      id,
      baseRevision: 0,
      profile: { ...profile, lei: '5493001KJTIIGC8Y1R21' },
    })
    expect(wrong).toMatchObject({ fault: { code: 'invalid-input', path: 'profile.lei' } })
    const [holder] = owners.holders
    const circle = { ...owners, holders: [{ ...holder, holds: holder?.id }] }
    expect(await session.call('thirdParties.saveOwners', { id, baseRevision: 0, owners: circle })).toMatchObject({
      fault: { code: 'invalid-input', detail: expect.stringContaining('circle') },
    })
    expect(session.faults).toEqual([])
  })
})

describe('the timeline of a third party', () => {
  test('tells what happened with it, newest first, answers as one', async () => {
    const { thirdParty, assessment, ...session } = await startWithDraft()
    const { id } = thirdParty
    const save = (questionId: string) =>
      session.do('answer.save', {
        assessmentId: assessment.id,
        baseRevision: 0,
        answer: { questionId: QuestionId.parse(questionId), value: { kind: 'practice', choice: 'yes' }, note: '', evidenceGrade: 'U' },
      })
    await save('AD-01')
    await save('AD-02')
    await session.do('thirdParties.saveProfile', { id, baseRevision: 0, profile })
    await session.do('thirdParties.saveOwners', { id, baseRevision: 0, owners })
    const other = {
      legalName: 'Other Ltd',
      nativeName: '',
      registrationNumber: '',
      country: '' as const,
      note: '',
      relationships: ['supplier' as const],
    }
    await session.do('thirdParties.add', other)
    const { items, before } = await session.do('thirdParties.timeline', { id, before: null })
    expect(before).toBe(null)
    expect(items.map(({ action, entryCount }) => [action, entryCount])).toEqual([
      ['thirdParties.saveOwners', 1],
      ['thirdParties.saveProfile', 1],
      ['answer.save', 2],
      ['assessments.start', 1],
      ['thirdParties.add', 1],
    ])
    expect(items[2]).toMatchObject({ assessment: { id: assessment.id, relationship: 'supplier' }, questionCount: 2, isClockBehind: false })
    const older = await session.do('thirdParties.timeline', { id, before: items[2]?.sequence ?? null })
    expect(older.items.map(({ action }) => action)).toEqual(['answer.save', 'assessments.start', 'thirdParties.add'])
  })

  test('tells what was done to it together with others, and what of that was taken back, in its place; others do not have it', async () => {
    const { thirdParty, assessment, finding, ...session } = await startWithFindings()
    const { id } = thirdParty
    const details = { nativeName: '', registrationNumber: '', country: '' as const, note: '' }
    const { thirdParty: other } = await session.do('thirdParties.add', { ...details, legalName: 'Other Ltd', relationships: ['supplier'] })
    const change = (what: BulkChange, ...ids: ThirdPartyId[]) => session.do('thirdParties.changeMany', { ids, change: what })
    await change({ kind: 'add-tag', tag: 'Critical path' }, id)
    // It has the tag already, so this one changes only the other.
    await change({ kind: 'add-tag', tag: 'Critical path' }, id, other.id)
    const { before } = await session.do('treatments.assign', {
      places: [{ assessmentId: assessment.id, finding }],
      ownerName: 'Dana',
      dueOn: null,
    })
    await session.do('treatments.restore', { before })
    await change({ kind: 'archive' }, id, other.id)
    await change({ kind: 'restore' }, id)
    await change({ kind: 'add-relationship', relationship: 'investor' }, id)
    await change({ kind: 'remove-tag', tag: 'Critical path' }, id)
    const told = async (of: ThirdPartyId) =>
      (await session.do('thirdParties.timeline', { id: of, before: null })).items.map(({ action, about }) => [action, about])
    expect((await told(id)).slice(0, 7)).toEqual([
      ['thirdParties.changeMany/remove-tag', 'Critical path'],
      ['thirdParties.changeMany/add-relationship', 'investor'],
      ['thirdParties.changeMany/restore', ''],
      ['thirdParties.changeMany/archive', ''],
      ['treatments.restore', ''],
      ['treatments.assign', ''],
      ['thirdParties.changeMany/add-tag', 'Critical path'],
    ])
    expect(await told(other.id)).toEqual([
      ['thirdParties.changeMany/archive', ''],
      ['thirdParties.changeMany/add-tag', 'Critical path'],
      ['thirdParties.add', ''],
    ])
    const ofOther = { before: null, limit: 100, kinds: [], objectId: other.id, from: null, until: null }
    expect((await session.do('history.list', ofOther)).entries.map(({ action }) => action)).toEqual([
      'thirdParties.changeMany',
      'thirdParties.changeMany',
      'thirdParties.add',
    ])
    expect(session.faults).toEqual([])
  })

  test('names the report that was signed', async () => {
    const session = await startWithSignedExample('supplier')
    const { thirdPartyId } = session.assessment
    const { items } = await session.do('thirdParties.timeline', { id: thirdPartyId, before: null })
    const signed = items.find(({ action }) => action === 'reports.sign')
    expect(signed).toMatchObject({ about: session.report.fileName, assessment: { id: session.assessment.id } })
    expect(items.map(({ action }) => action)).toContain('decision.save')
  })
})
