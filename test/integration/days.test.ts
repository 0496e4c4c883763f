// The day on the calendar: what is dated today is dated as people here mean it, and a draft of an earlier day can be brought to it.
import { expect, onTestFinished, test } from 'vitest'
import { type Session, startWithVault } from '../support/engine-session.ts'
import { steppingClock } from '../support/vault-place.ts'

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
])('in %s a draft, an own answer and Home are dated by the calendar on the wall', async (zone, now, day) => {
  useZone(zone)
  const session = await startWithVault(() => now)
  expect(await startDraft(session)).toMatchObject({ asOf: day, startedAt: now })
  const answer = { questionId: 'IT-01', value: { kind: 'practice', choice: 'no' }, note: '', evidenceGrade: 'A' }
  expect(await session.call('organization.answer', { baseRevision: 0, answer })).toMatchObject({ value: { answer: { answeredOn: day } } })
  expect((await session.do('home.read', {})).today).toBe(day)
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
  const everything = { before: null, limit: 200, kinds: [], objectId: null, from: null, until: null }
  expect((await session.do('history.list', everything)).entries[0]).toMatchObject({ action: 'assessments.bringToToday' })
  expect(session.faults).toEqual([])
})
