// An import that was undone is done again, exactly, or refused with a sentence.
import { describe, expect, test } from 'vitest'
import { startWithVault } from '../support/engine-session.ts'
import { csv, other, partiesOf, takeIn } from '../support/import-lists.ts'

describe('an import', () => {
  test('that was undone is done again exactly, with its tags, and can be undone again, however often', async () => {
    const session = await startWithVault()
    await takeIn(session, csv)
    const parties = async () => {
      const { ids: all } = await session.do('thirdParties.ids', { filter: {} })
      return Promise.all(
        all.toSorted().map(async (id) => {
          const { thirdParty } = await session.do('thirdParties.read', { id })
          return { thirdParty, profile: (await session.do('thirdParties.readProfile', { id })).profile }
        }),
      )
    }
    const before = await parties()
    const { step } = await takeIn(session, other, { lei: 'update', registration: 'update', name: 'update', row: 'add' })
    const { batchId } = step
    const { ids } = await session.do('thirdParties.ids', { filter: { search: 'peregrine' } })
    await session.do('thirdParties.changeMany', { ids, change: { kind: 'add-tag', tag: 'New' } })
    await session.do('thirdParties.changeMany', { ids: ids.slice(0, 1), change: { kind: 'archive' } })
    const everything = async () => ({
      parties: await parties(),
      tagged: await session.do('thirdParties.ids', { filter: { tag: 'New' } }),
      aside: await session.do('thirdParties.ids', { filter: { isArchived: true } }),
      imports: (await session.do('imports.list', {})).batches,
    })
    const after = await everything()
    expect(await session.call('imports.redo', { batchId })).toMatchObject({ fault: { code: 'not-found' } })
    for (const _ of [1, 2]) {
      await session.do('imports.undo', { batchId })
      expect(await parties()).toEqual(before)
      expect((await session.do('imports.list', {})).batches.map(({ isRedoable }) => isRedoable)).toEqual([true, false])
      expect(await session.do('imports.redo', { batchId })).toEqual({ added: 2, updated: 2 })
      expect(await everything()).toEqual(after)
    }
    const [peregrine] = ids
    if (peregrine === undefined) throw new Error('It was brought.')
    const { items } = await session.do('thirdParties.timeline', { id: peregrine, before: null })
    expect(items.map(({ action }) => action).slice(0, 2)).toEqual(['thirdParties.redoImport', 'thirdParties.undoImport'])
    expect(items.map(({ action }) => action)).toContain('thirdParties.changeMany/add-tag')
    expect(await session.do('vault.check', {})).toMatchObject({ isSound: true, problems: [] })
    expect(session.faults).toEqual([])
  })

  test('that was undone is not done again over what was changed since, nor after another import', async () => {
    const session = await startWithVault()
    await takeIn(session, csv)
    const { step } = await takeIn(session, other, { lei: 'update', registration: 'update', name: 'update', row: 'add' })
    const { batchId } = step
    await session.do('imports.undo', { batchId })
    const undone = await partiesOf(session)
    const harrier = undone.find(({ legalName }) => legalName.startsWith('Harrier'))
    if (harrier === undefined) throw new Error('It is there.')
    await session.do('thirdParties.change', { ...harrier, note: 'Ask first.' })
    expect(await session.call('imports.redo', { batchId })).toMatchObject({
      fault: { code: 'import-in-use', detail: expect.stringContaining('It would change Renamed Fund, changed or removed since') },
    })
    expect((await partiesOf(session)).length).toBe(undone.length)
    await session.do('thirdParties.change', harrier)
    await takeIn(session, 'Name,Country\nAvocet Instruments,US\n')
    expect((await session.do('imports.list', {})).batches.some(({ isRedoable }) => isRedoable)).toBe(false)
    expect(await session.call('imports.redo', { batchId })).toMatchObject({ fault: { code: 'not-found' } })
    expect(session.faults).toEqual([])
  })
})
