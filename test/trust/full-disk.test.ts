// A full disk: whatever is being done, it is told with a code, nothing saved is lost, and with room again work goes on.
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startWithExample, startWithSignedExample } from '#test/support/example.ts'
import { startEngine } from '#test/support/engine-session.ts'
import { passphrase, steppingClock } from '#test/support/vault-place.ts'
import { recordFigure, recordNotRun } from './support/figures.ts'
import { rounds, seededRandom } from './support/rounds.ts'
import { mountSmallDisk, type SmallDisk, whyNoSmallDisk } from './support/small-disk.ts'

const reason = whyNoSmallDisk()
const random = seededRandom(3)
let faults = 0
let lost = 0

afterAll(() => {
  if (reason !== '') return
  recordFigure({ requirement: 'F03', measure: 'faults injected', count: faults, what: 'full disks' })
  recordFigure({ requirement: 'F03', measure: 'acknowledged writes lost', count: lost, what: 'full disks' })
})

beforeAll(() => {
  if (reason !== '') recordNotRun('F03', 'a full disk', reason)
})

function disk(sizeMiB = 8): SmallDisk {
  const mounted = mountSmallDisk(sizeMiB)
  onTestFinished(() => mounted.remove())
  return mounted
}

const details = { nativeName: '', registrationNumber: '', country: 'IE', relationships: ['supplier'] }

/** From nothing to more than any one change needs. */
const someRoom = () => Math.floor(random() ** 2 * 96) * 1_024

const isTold = (outcome: { readonly ok: boolean; readonly fault?: { readonly code: string } }) =>
  outcome.ok || ['disk-full', 'write-failed'].includes(outcome.fault?.code ?? '')

/** An engine with a copy of a vault on the disk open. */
async function openOn(place: SmallDisk, from: string) {
  const directory = join(place.path, 'Example.gatehouse')
  cpSync(from, directory, { recursive: true })
  const session = startEngine(steppingClock('2026-11-22T10:00:00.000Z'))
  await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })
  return { ...session, directory }
}

test('an edit on a full disk is refused or kept, never half, and the next one with room is kept', async () => {
  if (reason !== '') return
  const made = await startWithExample('supplier')
  await made.do('vault.lock', {})
  const place = disk()
  const session = await openOn(place, made.directory)
  const tries = rounds({ short: 60, long: 400 })
  // The list comes in pages; one page must hold every try.
  const names = async () => (await session.do('thirdParties.list', { limit: tries + 1 })).thirdParties.map(({ legalName }) => legalName)
  const kept = await names()
  for (let round = 1; round <= tries; round += 1) {
    place.leaveFree(Math.floor(random() * 8) * 4_096)
    const outcome = await session.call('thirdParties.add', {
      ...details,
      legalName: `Party ${round}`,
      note: `${round} `.repeat(3_000).slice(0, 9_000),
    })
    faults += 1
    expect(isTold(outcome), JSON.stringify(outcome)).toBe(true)
    if (outcome.ok) kept.push(`Party ${round}`)
    place.makeRoom()
    const present = await names()
    lost += kept.filter((name) => !present.includes(name)).length
    expect(present.toSorted()).toEqual(kept.toSorted())
  }
  // The one of the example is there as well.
  const refusals = tries - (kept.length - 1)
  expect(refusals).toBeGreaterThan(5)
  expect(await session.do('vault.check', {})).toMatchObject({ isSound: true, problems: [] })
  expect(await session.call('organization.save', { name: 'At last', country: 'US', activity: '', contact: '' })).toMatchObject({ ok: true })
  expect(session.faults).toEqual([])
})

test('signing on a full disk leaves an unsigned draft, and with room the same draft is signed', async () => {
  if (reason !== '') return
  const made = await startWithExample('supplier')
  await made.do('decision.save', { assessmentId: made.assessment.id, decision: made.input.decision })
  await made.do('vault.lock', {})
  const place = disk()
  const session = await openOn(place, made.directory)
  const order = { assessmentId: made.assessment.id, signerId: made.signer.id }
  for (let round = 0; round < rounds({ short: 2, long: 20 }); round += 1) {
    place.leaveFree(someRoom())
    const outcome = await session.call('reports.sign', order)
    faults += 1
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'write-failed' } })
    place.makeRoom()
    expect((await session.do('reports.list', {})).reports).toEqual([])
    expect((await session.do('assessments.read', { id: made.assessment.id })).assessment.status).toBe('draft')
  }
  expect(await session.call('reports.sign', order)).toMatchObject({ ok: true })
  const onAll = { kind: 'portfolio', signerId: made.signer.id } as const
  place.leaveFree(someRoom())
  faults += 1
  expect(await session.call('reports.signOverview', onAll)).toMatchObject({ ok: false, fault: { code: 'write-failed' } })
  place.makeRoom()
  expect((await session.do('reports.list', {})).total).toBe(1)
  expect(await session.call('reports.signOverview', onAll)).toMatchObject({ ok: true })
})

test('a copy of a report on a full disk is refused and leaves neither half a file nor harm to the one before', async () => {
  if (reason !== '') return
  const made = await startWithSignedExample('supplier')
  const place = disk(2)
  const copy = join(place.path, 'report.pdf')
  for (let round = 0; round < rounds({ short: 20, long: 100 }); round += 1) {
    place.leaveFree(someRoom())
    const outcome = await made.call('reports.saveCopy', { reportId: made.report.id, handle: made.grant(copy) })
    faults += 1
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'disk-full' } })
    expect(readdirSync(place.path)).toEqual(['filling'])
  }
  place.makeRoom()
  expect(await made.call('reports.saveCopy', { reportId: made.report.id, handle: made.grant(copy) })).toMatchObject({ ok: true })
  place.leaveFree(4_096)
  expect(await made.call('reports.saveCopy', { reportId: made.report.id, handle: made.grant(copy) })).toMatchObject({ ok: false })
  expect(await made.do('verify.file', { handle: made.grant(copy) })).toMatchObject({ verdict: { integrity: { state: 'intact' } } })
})

test('an upgrade on a full disk is refused, the old vault stays as it was, and with room it is done', async () => {
  if (reason !== '') return
  const place = disk(12)
  const directory = join(place.path, 'Example.gatehouse')
  const released = resolve(import.meta.dirname, '../fixtures/vaults/v1/Example.gatehouse')
  const { size: sizeBytes } = statSync(join(released, 'vault.db'))
  for (let round = 0; round < rounds({ short: 4, long: 30 }); round += 1) {
    rmSync(directory, { recursive: true, force: true })
    cpSync(released, directory, { recursive: true })
    // From next to nothing to nearly enough for the backup that is made first.
    place.leaveFree(Math.floor(random() ** 2 * 0.95 * sizeBytes))
    const session = startEngine()
    const secret = 'four words of version one'
    const outcome = await session.call('vault.open', { handle: session.grant(directory), secret })
    faults += 1
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'disk-full' } })
    expect(existsSync(join(directory, 'backups')) ? readdirSync(join(directory, 'backups')) : []).toEqual([])
    place.makeRoom()
    await session.do('vault.open', { handle: session.grant(directory), secret })
    expect(await session.do('vault.check', {})).toMatchObject({ isSound: true })
    await session.do('vault.lock', {})
  }
})

test('a new vault on a full disk is refused and leaves nothing behind', async () => {
  if (reason !== '') return
  const place = disk(1)
  for (let round = 0; round < rounds({ short: 3, long: 20 }); round += 1) {
    place.leaveFree(someRoom())
    const session = startEngine()
    const outcome = await session.call('vault.create', { handle: session.grant(join(place.path, 'New.gatehouse')), passphrase })
    faults += 1
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'disk-full' } })
    expect(readdirSync(place.path)).toEqual(['filling'])
  }
})
