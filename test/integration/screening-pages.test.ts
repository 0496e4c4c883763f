// Lists of the screening screen that are longer than one answer: paging by offset reaches every row, each once.
import { expect, test } from 'vitest'
import { startWithVault } from '../support/engine-session.ts'
import { restrictedList } from '../support/restricted-list.ts'
import { addParty, runToEnd, startWithHit, takeIn } from '../support/screening.ts'

const limit = 50

/** Reads page after page, and one past the end. */
async function allRows<Row>(read: (offset: number) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>) {
  const { total } = await read(0)
  const rows: Row[] = []
  for (let offset = 0; offset <= total; offset += limit) rows.push(...(await read(offset)).rows)
  return { total, rows }
}

test('more than a hundred possible matches are all reached', async () => {
  const alike = Array.from({ length: 120 }, (_, at) => ({ id: `${at}`, name: 'Orlaya Bay Shipping Company', programs: `EXAMPLE-${at}` }))
  const session = await startWithHit(alike)
  for (const thirdPartyId of [null, session.thirdPartyId]) {
    const { total, rows } = await allRows(async (offset) => {
      const { hits, ...counted } = await session.do('screening.hits', { state: 'open', thirdPartyId, offset, limit })
      return { rows: hits.map(({ key }) => key), ...counted }
    })
    expect([total, rows.length, new Set(rows).size]).toEqual([120, 120, 120])
  }
})

test('more than a hundred lines of open work are all reached, also those of one third party with several reasons', async () => {
  const session = await startWithVault()
  for (let at = 0; at < 60; at += 1) await addParty(session, '株式会社テスト')
  const older = await takeIn(session, restrictedList([{ id: '1', name: 'Kestrel Works' }]))
  await runToEnd(session, { editionIds: [older.edition.id] })
  await takeIn(session, restrictedList([{ id: '2', name: 'Kestrel Works' }]), { editionOn: '2026-02-01' })
  await takeIn(session, restrictedList([{ id: '3', name: 'Kestrel Works' }]), { listId: 'second' })
  const { total, rows } = await allRows(async (offset) => {
    const { work, ...counted } = await session.do('screening.openWork', { offset, limit })
    return { rows: work.map(({ thirdPartyId, why }) => `${thirdPartyId} ${why}`), ...counted }
  })
  expect([total, rows.length, new Set(rows).size]).toEqual([180, 180, 180])
})
