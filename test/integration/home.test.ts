// Home and the portfolio over the engine: what needs somebody, found by a few letters, and where each assessment stands on the map.
import { expect, test } from 'vitest'
import { type Session, startWithVault } from '#test/support/engine-session.ts'
import { startWithExample } from '#test/support/example.ts'

const nothing = { count: 0, first: [] }

async function addParty(session: Session, legalName: string, nativeName = '') {
  const details = { legalName, nativeName, registrationNumber: '', country: 'SE', note: '', relationships: ['supplier' as const] }
  return (await session.do('thirdParties.add', details)).thirdParty
}

const namesIn = async (session: Session, text: string) =>
  (await session.do('home.find', { text })).thirdParties.map(({ legalName }) => legalName)

test('Home of an empty vault counts nothing and asks for nothing', async () => {
  const session = await startWithVault()
  expect(await session.do('home.read', {})).toMatchObject({
    thirdPartyCount: 0,
    tiers: { low: 0, moderate: 0, high: 0, critical: 0, none: 0 },
    draftCount: 0,
    overdueCount: 0,
    due: nothing,
    stops: nothing,
    undecided: nothing,
    treatments: nothing,
    jewelReviews: nothing,
    staleCount: 0,
  })
  expect(await session.do('portfolio.read', {})).toEqual({ cells: [], assessedCount: 0, unassessedCount: 0, staleCount: 0 })
  expect(await session.do('portfolio.list', { filter: {}, offset: 0, limit: 10 })).toEqual({ rows: [], matchCount: 0 })
})

test('a third party is found by letters of any of its names, without accents and capitals, and what is typed stands for itself', async () => {
  const session = await startWithVault()
  await addParty(session, 'Électronique du Nord')
  await addParty(session, 'Nordlicht 100 % GmbH', '北斗')
  expect(await namesIn(session, 'electro')).toEqual(['Électronique du Nord'])
  expect(await namesIn(session, 'NORD')).toEqual(['Nordlicht 100 % GmbH', 'Électronique du Nord'])
  expect(await namesIn(session, '北')).toEqual(['Nordlicht 100 % GmbH'])
  for (const text of ['', '  ', '%', '_', '\\', '%%%', "' OR 1=1"]) expect(await namesIn(session, text)).toEqual([])
})

test('an answered draft is asked to be decided on, and the same assessment stands on the map and in the list of its cell', async () => {
  const session = await startWithExample('partner')
  const view = await session.do('home.read', {})
  const { result } = await session.do('assessments.read', { id: session.assessment.id })
  expect(view.thirdPartyCount).toBe(1)
  expect(view.tiers[result.tier.worst]).toBe(1)
  const { cells, assessedCount } = await session.do('portfolio.read', {})
  expect(assessedCount).toBe(1)
  const [cell] = cells
  expect(cell).toMatchObject({ inherent: result.inherent.tier.worst, count: 1 })
  const { rows, matchCount } = await session.do('portfolio.list', {
    filter: { cell: { inherent: cell?.inherent ?? 'low', band: cell?.band ?? null } },
    offset: 0,
    limit: 10,
  })
  expect(matchCount).toBe(1)
  expect(rows).toMatchObject([
    { assessmentId: session.assessment.id, tier: result.tier, driver: result.driver, inherent: result.inherent.tier.worst },
  ])
})
