// The day on the calendar: what is dated today is dated as people here mean it, and a draft of an earlier day can be brought to it.
import { expect, onTestFinished, test } from 'vitest'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { type Session, startWithVault } from '../support/engine-session.ts'
import { startWithExample } from '../support/example.ts'
import { restrictedList } from '../support/restricted-list.ts'
import { others, runToEnd, takeIn } from '../support/screening.ts'
import { steppingClock } from '../support/vault-place.ts'

const everything = { before: null, limit: 500, kinds: [], objectId: null, from: null, until: null }
const details = { nativeName: '', registrationNumber: '', country: 'IE', note: '' } as const

function useZone(zone: string): void {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })
}

async function startDraft(session: Session, asOf?: string) {
  await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: '', contact: '' })
  const { thirdParty } = await session.do('thirdParties.add', { ...details, legalName: 'Kestrel', relationships: ['supplier'] })
  const order = { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'lite' } as const
  return (await session.do('assessments.start', asOf === undefined ? order : { ...order, asOf })).assessment
}

test.each([
  ['Pacific/Kiritimati', '2026-11-22T16:48:00.000Z', '2026-11-23'],
  ['America/Los_Angeles', '2026-11-23T01:30:00.000Z', '2026-11-22'],
])('in %s a draft, an own answer, a screening and Home are dated by the calendar on the wall', async (zone, now, day) => {
  useZone(zone)
  const session = await startWithVault(() => now)
  const draft = await startDraft(session)
  expect(draft).toMatchObject({ asOf: day, startedAt: now })
  const answer = { questionId: 'IT-01', value: { kind: 'practice', choice: 'no' }, note: '', evidenceGrade: 'A' }
  expect(await session.call('organization.answer', { baseRevision: 0, answer })).toMatchObject({ value: { answer: { answeredOn: day } } })
  expect((await session.do('home.read', {})).today).toBe(day)
  const { edition } = await takeIn(session, restrictedList(others))
  await runToEnd(session, { editionIds: [edition.id] })
  const { screening } = await session.do('screening.ofParty', { thirdPartyId: draft.thirdPartyId })
  expect(screening?.screenedOn).toBe(day)
})

test('a draft of an earlier day is brought to today, with its evidence as old as it is and a review that no longer stands', async () => {
  const session = await startWithVault(steppingClock('2026-11-22T09:00:00.000Z'))
  const { id } = await startDraft(session, '2026-02-01')
  const answer = {
    questionId: 'CT-01',
    value: { kind: 'practice', choice: 'yes' },
    note: '',
    evidenceGrade: 'A',
    evidenceExpiresOn: '2026-04-01',
  }
  expect(await session.call('answer.save', { assessmentId: id, baseRevision: 0, answer })).toMatchObject({ ok: true })
  const review = { reviewerName: 'Petra Quill', reviewerRole: '', verdict: 'agrees', note: '' }
  expect(await session.call('reviews.add', { assessmentId: id, review })).toMatchObject({ ok: true })
  const { result: before } = await session.do('assessments.read', { id })
  expect(before.asOf).toBe('2026-02-01')

  const isOutdated = async () => (await session.do('decision.readCase', { assessmentId: id })).reviews.map((one) => one.isOutdated)
  expect(await isOutdated()).toEqual([false])

  const brought = await session.do('assessments.bringToToday', { id })
  expect(brought).toMatchObject({ assessment: { asOf: '2026-11-22' }, result: { asOf: '2026-11-22' } })
  expect(await isOutdated()).toEqual([true])
  const { assessment, result } = await session.do('assessments.read', { id })
  expect([assessment.asOf, result]).toEqual(['2026-11-22', brought.result])
  expect(result.nextReassessment.on > before.nextReassessment.on).toBe(true)
  expect((await session.do('history.list', everything)).entries[0]).toMatchObject({ action: 'assessments.bringToToday' })
  expect(session.faults).toEqual([])
})

test('a clock that was set back and another time zone reorder nothing, and nothing is signed before what was signed last', async () => {
  useZone('America/Los_Angeles')
  let at = 0
  const goTo = (day: string, hour = '09') => {
    at = Date.parse(`${day}T${hour}:00:00.000Z`)
  }
  goTo('2026-11-10')
  const session = await startWithExample('supplier', () => new Date((at += 1_000)).toISOString())
  const { assessment: first, signer, input } = session
  const sign = async (assessmentId: AssessmentId) => session.call('reports.sign', { assessmentId, signerId: signer.id })
  const historyOf = async () => (await session.do('history.list', everything)).entries
  const timelineOf = async () => (await session.do('thirdParties.timeline', { id: first.thirdPartyId, before: null })).items
  goTo('2026-11-20')
  await session.do('decision.save', { assessmentId: first.id, decision: input.decision })
  expect(await sign(first.id)).toMatchObject({ ok: true })
  const before = { history: await historyOf(), timeline: await timelineOf() }

  goTo('2026-11-15')
  useZone('Pacific/Kiritimati')
  const { relationship, profile } = input
  // It was not begun to take the place of the first; it does so all the same once it is signed.
  const order = { thirdPartyId: first.thirdPartyId, relationship, profile }
  const { assessment: second } = await session.do('assessments.start', order)
  const supersededBy = async () => (await session.do('decision.readCase', { assessmentId: first.id })).supersededBy
  expect(await supersededBy()).toBe(null)
  for (const { revision: _, savedAt: __, ...answer } of (await session.do('assessments.read', { id: first.id })).answers)
    await session.do('answer.save', { assessmentId: second.id, baseRevision: 0, answer })
  await session.do('decision.save', { assessmentId: second.id, decision: input.decision })

  const history = await historyOf()
  expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, index) => history.length - index))
  expect(history.slice(-before.history.length)).toEqual(before.history)
  expect([history[0]?.action, (history[0]?.at ?? '') < (before.history[0]?.at ?? '')]).toEqual(['decision.save', true])
  expect((await timelineOf()).slice(-before.timeline.length)).toEqual(before.timeline)

  const detail = expect.stringMatching(
    / is dated 2026-11-20 09:\d\d:\d\d UTC, but by this computer's clock it is 2026-11-15 09:\d\d:\d\d UTC now\. If /,
  )
  expect(await sign(second.id)).toMatchObject({ ok: false, fault: { code: 'clock-behind', detail } })
  goTo('2026-11-21', '11')
  expect(await sign(second.id)).toMatchObject({ ok: true })
  const { assessments } = await session.do('assessments.list', {})
  expect(assessments.filter(({ isStanding }) => isStanding).map(({ assessment }) => assessment.id)).toEqual([second.id])
  // On Kiritimati it was the 22nd by then.
  expect((await session.do('thirdParties.list', {})).thirdParties[0]?.assessedOn).toBe('2026-11-22')
  const signedAt = assessments.find(({ assessment }) => assessment.id === second.id)?.assessment.signedAt
  expect(await supersededBy()).toMatchObject({ assessmentId: second.id, signedAt })
  expect(assessments.map(({ assessment, supersededAt }) => [assessment.id, supersededAt])).toContainEqual([first.id, signedAt])
  expect(session.faults).toEqual([])
})
