// Home and the portfolio over the engine: what needs somebody, found by a few letters, and where each assessment stands on the map.
import { expect, test } from 'vitest'
import { tierRank } from '#shared/domain/tier.ts'
import type { InputOf } from '#shared/contract/contract.ts'
import { QuestionId } from '#shared/domain/ids.ts'
import { type Session, startEngine, startWithVault } from '#test/support/engine-session.ts'
import { startWithExample, startWithSignedExample } from '#test/support/example.ts'
import { passphrase, steppingClock } from '#test/support/vault-place.ts'

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
    tiers: { low: 0, unconfirmed: 0, moderate: 0, high: 0, critical: 0, none: 0 },
    draftCount: 0,
    overdueCount: 0,
    due: nothing,
    stops: nothing,
    undecided: nothing,
    treatments: nothing,
    jewelReviews: nothing,
    screening: { hitCount: 0, parties: nothing, oldLists: nothing },
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

test('Home and the portfolio tell of every change at once, though they are read anew only after one', async () => {
  const session = await startWithExample('investor')
  const read = async () => ({
    home: await session.do('home.read', {}),
    map: await session.do('portfolio.read', {}),
    list: await session.do('portfolio.list', { filter: {}, offset: 0, limit: 10 }),
  })
  const first = await read()
  expect(await read()).toEqual(first)
  expect(first.home.stops.count).toBe(1)
  expect(first.home.undecided).toMatchObject({ count: 1, first: [{ isDecided: false }] })

  const decision = { outcome: 'decline' as const, rationale: 'Too close to what we protect.', conditions: [], decidedBy: 'Dana Reyes' }
  await session.do('decision.save', { assessmentId: session.assessment.id, decision })
  const declined = await read()
  expect(declined.home.stops).toEqual(nothing)
  expect(declined.home.undecided).toMatchObject({ count: 1, first: [{ isDecided: true }] })

  await session.do('decision.save', { assessmentId: session.assessment.id, decision: { ...decision, outcome: 'escalate' } })
  expect((await read()).home.stops).toEqual(first.home.stops)

  await session.do('thirdParties.changeMany', { ids: [session.assessment.thirdPartyId], change: { kind: 'archive' } })
  const archived = await read()
  expect([archived.home.thirdPartyCount, archived.map.assessedCount, archived.list.matchCount]).toEqual([0, 0, 0])
  expect(archived.home).toMatchObject({ stops: nothing, undecided: nothing, draftCount: 0 })
  const drafts = async (isCurrent: boolean) => (await session.do('assessments.list', { status: 'draft', isCurrent })).assessments.length
  expect([await drafts(true), await drafts(false)]).toEqual([0, 1])
  await session.do('thirdParties.changeMany', { ids: [session.assessment.thirdPartyId], change: { kind: 'restore' } })
  expect((await read()).list.matchCount).toBe(1)
})

test('each filter of the portfolio leaves what fits it, in pages', async () => {
  const session = await startWithSignedExample('supplier')
  const { thirdPartyId } = session.assessment
  const { assessment: draft } = await session.do('assessments.start', {
    thirdPartyId: (await addParty(session, 'Zeta Labs')).id,
    relationship: 'supplier',
    profile: 'lite',
  })
  const answer = { questionId: QuestionId.parse('PR-06'), value: { kind: 'unknown' as const }, note: '', evidenceGrade: 'U' as const }
  await session.do('answer.save', { assessmentId: draft.id, baseRevision: 0, answer })
  const count = async (filter: InputOf<'portfolio.list'>['filter']) =>
    (await session.do('portfolio.list', { filter, offset: 0, limit: 10 })).matchCount
  const [row] = (await session.do('portfolio.list', { filter: { status: 'signed' }, offset: 0, limit: 10 })).rows
  expect(row).toMatchObject({ thirdPartyId, dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  expect([await count({}), await count({ status: 'signed' }), await count({ status: 'draft' })]).toEqual([2, 1, 1])
  expect([await count({ relationship: 'supplier' }), await count({ relationship: 'investor' })]).toEqual([2, 0])
  expect([await count({ search: 'zeta' }), await count({ search: 'nobody' })]).toEqual([1, 0])
  const { tier } = row ?? {}
  expect(await count({ tier: tier?.worst ?? 'low', search: 'kestrel' })).toBe(1)
  const pages = [0, 1, 2].map((offset) => session.do('portfolio.list', { filter: {}, offset, limit: 1 }))
  const ids = (await Promise.all(pages)).map(({ rows }) => rows.map(({ assessmentId }) => assessmentId))
  expect(ids.map((page) => page.length)).toEqual([1, 1, 0])
  expect(new Set(ids.flat()).size).toBe(2)
  expect(await session.do('portfolio.read', { status: 'draft' })).toMatchObject({ assessedCount: 1, unassessedCount: 0 })
})

test('the portfolio comes in one order, the most serious first and then by name, however it is cut into pages', async () => {
  const session = await startWithExample('supplier')
  const answer = { questionId: QuestionId.parse('PR-06'), value: { kind: 'unknown' as const }, note: '', evidenceGrade: 'U' as const }
  const letters = ['ö', 'n', 'b', 'z', 'e', 'b', 'k', 'a']
  for (const letter of letters) {
    const { id: thirdPartyId } = await addParty(session, `${letter} Labs`)
    const { assessment } = await session.do('assessments.start', { thirdPartyId, relationship: 'supplier', profile: 'lite' })
    await session.do('answer.save', { assessmentId: assessment.id, baseRevision: 0, answer })
  }
  const read = (filter: InputOf<'portfolio.list'>['filter'], offset: number, limit: number) =>
    session.do('portfolio.list', { filter, offset, limit })
  const { rows, matchCount } = await read({}, 0, 50)
  expect([rows.length, matchCount]).toEqual([9, 9])
  const ranks = rows.map(({ tier, isUnconfirmed }) => tierRank(tier.worst) * 2 + Number(isUnconfirmed))
  expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
  expect(new Set(ranks).size).toBe(2)
  const labs = rows.filter(({ legalName }) => legalName.endsWith('Labs'))
  expect(labs.map(({ legalName }) => legalName.at(0))).toEqual(['a', 'b', 'b', 'e', 'k', 'n', 'ö', 'z'])
  for (const limit of [1, 2, 4, 7]) {
    const offsets = Array.from({ length: Math.ceil(9 / limit) }, (_, page) => page * limit)
    const pages = await Promise.all(offsets.map((offset) => read({}, offset, limit)))
    expect(pages.flatMap((page) => page.rows)).toEqual(rows)
  }
  expect((await read({ search: 'labs' }, 0, 50)).rows).toEqual(labs)
  expect((await read({ status: 'draft', relationship: 'supplier' }, 3, 2)).rows).toEqual(labs.slice(3, 5))
})

test('a reassessment is told thirty days ahead, or as many as somebody chose, and is overdue the day after', async () => {
  const session = await startWithSignedExample('supplier')
  while ((await session.do('outcomes.refresh', {})).staleCount > 0);
  const { dueOn = '' } = (await session.do('thirdParties.list', {})).thirdParties[0] ?? {}
  const directory = session.directory
  await session.engine.close()
  const daysFrom = (days: number) => new Date(Date.parse(`${dueOn}T12:00:00.000Z`) + days * 86_400_000).toISOString()
  for (const [days, due, overdue, reassessmentDays] of [
    [-31, 0, 0, undefined],
    [-30, 1, 0, undefined],
    [-30, 0, 0, 14],
    [-31, 1, 0, 60],
    [0, 1, 0, 7],
    [1, 1, 1, 7],
  ] as const) {
    const later = startEngine(steppingClock(daysFrom(days)))
    await later.do('vault.open', { handle: later.grant(directory), secret: passphrase })
    // The usual number first: the one that was chosen has its own answer, though nothing changed in between.
    if (reassessmentDays !== undefined) await later.do('home.read', {})
    const view = await later.do('home.read', { reassessmentDays })
    expect([view.due.count, view.overdueCount], `${days} days after`).toEqual([due, overdue])
    expect(view.due.first).toEqual(due === 0 ? [] : [expect.objectContaining({ dueOn })])
    await later.engine.close()
  }
})
