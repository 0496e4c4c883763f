// The list of third parties: searched, filtered and sorted in the vault, changed many at once, and written out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdPartyDetails } from '#shared/domain/third-party.ts'
import { emptyProfile } from '#shared/domain/third-party-profile.ts'
import { type BulkChange, oppositeOf, type ThirdPartyFilter } from '#shared/domain/third-party-view.ts'
import { startWithSignedExample } from '#test/support/example.ts'
import { type Session, startWithVault } from '#test/support/engine-session.ts'
import { temporaryFolder } from '#test/support/vault-place.ts'

const details = (legalName: string, more: Partial<ThirdPartyDetails> = {}): ThirdPartyDetails => ({
  legalName,
  nativeName: '',
  registrationNumber: '',
  country: '',
  relationships: ['supplier'],
  note: '',
  ...more,
})

async function startWithParties() {
  const session = await startWithVault()
  const ids: Record<string, ThirdPartyId> = {}
  for (const party of [
    details('Société Générale d’Étanchéité', { country: 'FR', registrationNumber: 'RCS 552-120' }),
    details('Öresund Marine AB', { country: 'SE', relationships: ['partner'] }),
    details('Kestrel Sequencing Services Ltd', { country: 'IE', relationships: ['supplier', 'investor'] }),
    details('Ooo Severny Veter', { nativeName: 'ООО Северный Ветер', relationships: ['supplier', 'partner'] }),
    details('Tanaka Optics', { nativeName: '田中光学株式会社', country: 'JP' }),
  ])
    ids[party.legalName] = (await session.do('thirdParties.add', party)).thirdParty.id
  return { ...session, ids }
}

const names = async (session: Session, filter: ThirdPartyFilter, more: object = {}) =>
  (await session.do('thirdParties.list', { filter, ...more })).thirdParties.map(({ legalName }) => legalName)

describe('the list of third parties', () => {
  test('is searched in any spelling, by parts of names in any script, numbers and several words', async () => {
    const session = await startWithParties()
    const firstOf = async (search: string) => (await names(session, { search })).join(' | ')
    expect(await firstOf('societe')).toContain('Société')
    expect(await firstOf('ÉTANCH gener')).toContain('Société')
    expect(await firstOf('552-120')).toContain('Société')
    expect(await firstOf('оресунд')).toBe('Öresund Marine AB')
    expect(await firstOf('северн')).toBe('Ooo Severny Veter')
    expect(await firstOf('光学')).toBe('Tanaka Optics')
    expect(await firstOf('kestrel services ltd')).toContain('Kestrel')
    expect(await firstOf('kestrel marine')).toBe('')
    expect(await names(session, { search: ' ' })).toHaveLength(5)
  })

  test('is filtered by relationship, country and status, and says how many fit', async () => {
    const session = await startWithParties()
    expect(await names(session, { relationship: 'partner' })).toEqual(['Ooo Severny Veter', 'Öresund Marine AB'])
    expect(await names(session, { country: 'JP' })).toEqual(['Tanaka Optics'])
    expect(await names(session, { status: 'signed' })).toEqual([])
    expect(await session.do('thirdParties.list', { filter: { status: 'none' }, limit: 2 })).toMatchObject({
      matchCount: 5,
      allCount: 5,
      archivedCount: 0,
      staleCount: 0,
    })
    expect((await session.do('thirdParties.ids', { filter: { relationship: 'partner' } })).ids).toEqual([
      session.ids['Ooo Severny Veter'],
      session.ids['Öresund Marine AB'],
    ])
    expect((await session.do('thirdParties.facets', {})).countries).toEqual(['FR', 'IE', 'JP', 'SE'].map((value) => ({ value, count: 1 })))
  })

  test('is sorted without regard to case and accents, both ways, in every order, and comes in parts', async () => {
    const session = await startWithParties()
    const forwards = await names(session, {})
    expect(forwards.map((name) => name.slice(0, 2))).toEqual(['Ke', 'Oo', 'Ör', 'So', 'Ta'])
    expect(await names(session, {}, { sort: { by: 'name', isDescending: true } })).toEqual(forwards.toReversed())
    for (const by of ['country', 'tier', 'assessed', 'due', 'status'] as const)
      for (const isDescending of [true, false])
        expect((await names(session, {}, { sort: { by, isDescending } })).toSorted()).toEqual(forwards.toSorted())
    expect(await names(session, {}, { offset: 1, limit: 2 })).toEqual(forwards.slice(1, 3))
    expect((await names(session, {}, { sort: { by: 'country', isDescending: true } })).at(-1)).toBe('Ooo Severny Veter')
  })

  test('shows tier, driver, days and status of what stands, and finds by them', async () => {
    const session = await startWithSignedExample('supplier')
    const { result } = await session.do('assessments.read', { id: session.assessment.id })
    await session.do('thirdParties.add', details('Never Assessed GmbH'))
    // A slow machine answers before everything that became stale is worked out, and says so.
    while ((await session.do('outcomes.refresh', {})).staleCount > 0);
    const { thirdParties } = await session.do('thirdParties.list', { sort: { by: 'tier', isDescending: true } })
    expect(thirdParties[0]).toMatchObject({ tier: result.tier, status: 'signed', dueOn: result.nextReassessment.on })
    expect(thirdParties[0]?.driver).toMatchObject({ id: result.driver?.id, assessmentId: session.assessment.id })
    expect(thirdParties[1]).toMatchObject({ tier: null, driver: null, status: 'none', dueOn: null })
    expect(await names(session, { tier: 'none', due: 'never' })).toEqual(['Never Assessed GmbH'])
    expect(await names(session, { tier: result.tier.worst })).toEqual([thirdParties[0]?.legalName])
    const due = async (dueFilter: 'overdue' | 'soon' | 'later') => (await names(session, { due: dueFilter })).length
    expect((await due('overdue')) + (await due('soon')) + (await due('later'))).toBe(1)
  })
})

describe('a change to many third parties', () => {
  const kinds: fc.Arbitrary<BulkChange> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('add-relationship' as const, 'remove-relationship' as const),
      relationship: fc.constantFrom('supplier' as const, 'partner' as const, 'investor' as const),
    }),
    fc.record({ kind: fc.constantFrom('add-tag' as const, 'remove-tag' as const), tag: fc.constantFrom('critical path', 'EU') }),
    fc.record({ kind: fc.constantFrom('archive' as const, 'restore' as const) }),
  )

  test('is taken back exactly by its opposite on those it changed, and leaves everybody a relationship', async () => {
    const session = await startWithParties()
    const all = Object.values(session.ids)
    const everything = async () => [
      ...(await session.do('thirdParties.list', {})).thirdParties,
      ...(await session.do('thirdParties.list', { filter: { isArchived: true } })).thirdParties,
    ]
    await fc.assert(
      fc.asyncProperty(fc.subarray(all, { minLength: 1 }), kinds, fc.boolean(), async (ids, change, isKept) => {
        const before = await everything()
        const { changedIds } = await session.do('thirdParties.changeMany', { ids, change })
        const after = await everything()
        expect(after.every(({ relationships }) => relationships.length > 0)).toBe(true)
        expect(changedIds.every((id) => ids.includes(id))).toBe(true)
        if (isKept || changedIds.length === 0) return
        await session.do('thirdParties.changeMany', { ids: changedIds, change: oppositeOf(change) })
        expect(await everything()).toEqual(before)
      }),
      { numRuns: 50 },
    )
    expect(session.faults).toEqual([])
  })

  test('puts aside and brings back: what is aside is not in the list, and is found by asking for it', async () => {
    const session = await startWithParties()
    const { ids } = await session.do('thirdParties.ids', { filter: { country: 'SE' } })
    await session.do('thirdParties.changeMany', { ids, change: { kind: 'archive' } })
    expect(await names(session, {})).not.toContain('Öresund Marine AB')
    expect(await names(session, { isArchived: true })).toEqual(['Öresund Marine AB'])
    expect(await session.do('thirdParties.list', {})).toMatchObject({ allCount: 4, archivedCount: 1 })
    // The filters count those that the list shows.
    const countries = async (given: { isArchived?: boolean }) =>
      (await session.do('thirdParties.facets', given)).countries.map(({ value }) => value)
    expect(await countries({})).toEqual(['FR', 'IE', 'JP'])
    expect(await countries({ isArchived: true })).toEqual(['SE'])
  })

  test('tags are searched and filtered by', async () => {
    const session = await startWithParties()
    const { ids } = await session.do('thirdParties.ids', { filter: { search: 'tanaka' } })
    await session.do('thirdParties.changeMany', { ids, change: { kind: 'add-tag', tag: 'Critical path' } })
    expect(await names(session, { search: 'critical' })).toEqual(['Tanaka Optics'])
    expect(await names(session, { tag: 'Critical path' })).toEqual(['Tanaka Optics'])
    expect((await session.do('thirdParties.facets', {})).tags).toEqual([{ value: 'Critical path', count: 1 }])
  })
})

describe('a view', () => {
  test('is kept under its name, replaced by another of that name, and forgotten', async () => {
    const session = await startWithVault()
    const view = { filter: { tier: 'critical', due: 'overdue' }, sort: { by: 'due', isDescending: false } } as const
    const first = await session.do('thirdParties.saveView', { name: 'Worst first', view })
    const second = await session.do('thirdParties.saveView', { name: 'Worst first', view: { ...view, filter: {} } })
    expect(second.view.id).toBe(first.view.id)
    expect((await session.do('thirdParties.views', {})).views).toEqual([
      { id: first.view.id, name: 'Worst first', view: { ...view, filter: {} } },
    ])
    await session.do('thirdParties.removeView', { id: first.view.id })
    expect((await session.do('thirdParties.views', {})).views).toEqual([])
  })
})

describe('the list as a file', () => {
  test('holds every row of the view, and nothing that a spreadsheet would carry out', async () => {
    const session = await startWithVault()
    await session.do('thirdParties.add', details('=HYPERLINK("http://x")', { nativeName: '@SUM(A1)' }))
    const plain = details('Plain, "quoted" name', { country: 'DE', registrationNumber: 'HRB 0712', relationships: ['supplier', 'partner'] })
    const { thirdParty } = await session.do('thirdParties.add', plain)
    const profile = { ...emptyProfile, lei: '529900T8BM49AURSDO55' }
    await session.do('thirdParties.saveProfile', { id: thirdParty.id, baseRevision: 0, profile })
    const path = join(temporaryFolder(), 'list.csv')
    const view = { filter: {}, sort: { by: 'name', isDescending: false } } as const
    const { rowCount } = await session.do('thirdParties.export', { handle: session.grant(path), view })
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n')
    expect([rowCount, lines.length]).toEqual([2, 3])
    expect(lines[1]).toMatch(/^"'=HYPERLINK\(""http:\/\/x""\)",'@SUM\(A1\),supplier,/)
    expect(lines[2]).toMatch(/^"Plain, ""quoted"" name",,supplier; partner,DE,HRB 0712,529900T8BM49AURSDO55,/)

    // What was written is what an import reads.
    const list = await session.do('imports.open', { handle: session.grant(path) })
    const fields = list.columns.map(({ guess }) => guess)
    expect(fields.slice(0, 6)).toEqual(['legalName', 'nativeName', 'relationships', 'country', 'registrationNumber', 'lei'])
    const plan = { importId: list.importId, fields, relationships: ['investor' as const], country: '' as const }
    expect(await session.do('imports.plan', plan)).toMatchObject({ problemCount: 0, matchCounts: { lei: 1 } })
  })

  test('is brought up to date first: a change to more than a list works out at once is in it', async () => {
    const session = await startWithVault()
    const path = join(temporaryFolder(), 'many.csv')
    writeFileSync(path, ['Name', ...Array.from({ length: 501 }, (_, at) => `Firm ${at}`)].join('\n'))
    const { importId, columns } = await session.do('imports.open', { handle: session.grant(path) })
    const fields = columns.map(({ guess }) => guess)
    await session.do('imports.plan', { importId, fields, relationships: ['supplier'], country: '' })
    await session.do('imports.begin', { importId, choices: { lei: 'add', registration: 'add', name: 'add', row: 'add' }, rows: [] })
    for (const _ of [1, 2, 3]) await session.do('imports.step', { importId })
    const { ids } = await session.do('thirdParties.ids', { filter: {} })
    await session.do('thirdParties.changeMany', { ids, change: { kind: 'archive' } })
    const view = { filter: {}, sort: { by: 'name', isDescending: false } } as const
    expect([ids.length, await session.do('thirdParties.export', { handle: session.grant(path), view })]).toEqual([501, { rowCount: 0 }])
  })
})
