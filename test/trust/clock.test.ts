// Clocks that jump: order comes from the sequence of the history, never from the time.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEngine } from '#test/support/engine-session.ts'
import { passphrase, temporaryFolder } from '#test/support/vault-place.ts'
import { recordFigure } from './support/figures.ts'

const years = (count: number) => count * 365 * 86_400_000

/** Ten years back and forth, past 2038, before 1970, and the hour that summer time repeats. */
const jumps = [
  0,
  -years(10),
  years(10),
  years(12),
  -years(60),
  years(30),
  Date.parse('2026-10-25T00:59:59Z') - Date.parse('2026-11-22T09:00:00Z'),
  0,
]

test('the last save wins and the history stays whole, wherever the clock jumps', async () => {
  let offsetMs = 0
  const session = startEngine(() => new Date(Date.parse('2026-11-22T09:00:00.000Z') + offsetMs).toISOString())
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  await session.do('vault.create', { handle: session.grant(directory), passphrase })
  for (const [round, jump] of jumps.entries()) {
    offsetMs = jump
    const name = `Revision ${round}`
    await session.do('organization.save', { name, country: 'US', activity: '', contact: '' })
    expect(await session.do('organization.read', {})).toMatchObject({ organization: { name } })
    expect(await session.do('vault.check', {})).toMatchObject({ isSound: true, historyEntries: round + 2 })
    await session.do('vault.lock', {})
    await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })
  }
  expect(session.faults).toEqual([])
  recordFigure({ requirement: 'F08', measure: 'faults injected', count: jumps.length, what: 'clock jumps' })
})

test('answers keep their order by revision when the clock goes back between them', async () => {
  let offsetMs = 0
  const session = startEngine(() => new Date(Date.parse('2026-11-22T09:00:00.000Z') + offsetMs).toISOString())
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  await session.do('vault.create', { handle: session.grant(directory), passphrase })
  await session.do('organization.save', { name: 'Brightwell', country: 'US', activity: '', contact: '' })
  const details = { legalName: 'Kestrel', nativeName: '', registrationNumber: '', country: 'IE', note: '', relationships: ['supplier'] }
  const { thirdParty } = await session.do('thirdParties.add', { ...details, country: 'IE', relationships: ['supplier'] })
  const { assessment } = await session.do('assessments.start', { thirdPartyId: thirdParty.id, relationship: 'supplier', profile: 'full' })
  for (const [baseRevision, jump] of [0, years(10), -years(10)].entries()) {
    offsetMs = jump
    const answer = { questionId: 'PR-10', value: { kind: 'text', text: `revision ${baseRevision + 1}` }, note: '', evidenceGrade: 'U' }
    expect(await session.call('answer.save', { assessmentId: assessment.id, baseRevision, answer })).toMatchObject({ ok: true })
  }
  const { answers } = await session.do('assessments.read', { id: assessment.id })
  expect(answers).toMatchObject([{ questionId: 'PR-10', revision: 3, value: { text: 'revision 3' } }])
})

test('a clock that stands before the last entry of the history is told on opening, and one that was put right by a minute is not', async () => {
  let offsetMs = 0
  const session = startEngine(() => new Date(Date.parse('2026-11-22T09:00:00.000Z') + offsetMs).toISOString())
  const directory = join(temporaryFolder(), 'Example.gatehouse')
  const place = session.grant(directory)
  await session.do('vault.create', { handle: place, passphrase })
  for (const [jump, isClockBehind] of [
    [-years(10), true],
    [-60_000, false],
    [years(10), false],
  ] as const) {
    await session.do('vault.lock', {})
    offsetMs = jump
    expect(await session.do('vault.open', { handle: place, secret: passphrase })).toMatchObject({ vault: { isClockBehind } })
  }
})
