// Media that are write-protected or pulled out while a vault on them is open or was not closed.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startEngine } from '#test/support/engine-session.ts'
import { passphrase } from '#test/support/vault-place.ts'
import { buildChildProgram, type ChildProgram, runChild } from './support/child.ts'
import { recordFigure, recordNotRun } from './support/figures.ts'
import { makeSampleVault, readRevision, type SampleVault } from './support/sample-vault.ts'
import { mountSmallDisk, whyNoSmallDisk } from './support/small-disk.ts'

const reason = whyNoSmallDisk()
let program: ChildProgram
let sample: SampleVault
let faults = 0

beforeAll(async () => {
  ;[program, sample] = await Promise.all([buildChildProgram(), makeSampleVault()])
  if (reason !== '') for (const id of ['F05', 'F06']) recordNotRun(id, 'a medium that is protected or pulled', reason)
})

afterAll(() => {
  program.remove()
  sample.remove()
  if (reason === '') recordFigure({ requirement: 'F05', measure: 'faults injected', count: faults, what: 'protected and pulled media' })
})

function diskWithVault() {
  const place = mountSmallDisk(4)
  onTestFinished(() => place.remove())
  const directory = join(place.path, 'Sample.gatehouse')
  sample.copyTo(directory)
  return { place, directory }
}

const change = { name: 'Revision 1', country: 'US', activity: '', contact: '' } as const
const refusedWrite = { ok: false, fault: { code: 'write-failed', detail: expect.stringMatching(/\. .+\.$/) } }

test('a write-protected medium opens for reading, says so, and refuses changes with a next step', async () => {
  if (reason !== '') return
  const { place, directory } = diskWithVault()
  place.protect()
  faults += 1
  const session = startEngine()
  expect(await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })).toMatchObject({
    vault: { isReadOnly: true },
  })
  expect(await session.do('organization.read', {})).toMatchObject({ organization: { name: 'Revision 0' } })
  expect(await session.do('vault.check', {})).toMatchObject({ isSound: true })
  expect(await session.call('organization.save', change)).toMatchObject(refusedWrite)
  await session.do('vault.lock', {})
  expect(readdirSync(directory).toSorted()).toEqual(['keys.json', 'keys.json.bak', 'vault.db'])
  expect(session.faults).toEqual([])
})

test('a medium that is pulled out takes no change for saved, and the vault still locks', async () => {
  if (reason !== '') return
  const { place, directory } = diskWithVault()
  const session = startEngine()
  await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })
  place.pull()
  faults += 1
  expect(await session.call('organization.save', change)).toMatchObject(refusedWrite)
  expect(await session.do('vault.lock', {})).toEqual({})
  const outcome = await session.call('vault.open', { handle: session.grant(directory), secret: passphrase })
  expect(outcome).toMatchObject({ ok: false, fault: { code: 'vault-not-found' } })
  expect(session.faults).toEqual([])
})

/** A vault whose program was killed in the middle of a commit: its journal is there and must be played back. */
function interruptedVault(): string {
  const work = join(sample.folder, 'work')
  const directory = join(work, 'Sample.gatehouse')
  for (let at = 1; at < 200; at += 1) {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work)
    sample.copyTo(directory)
    runChild(program, ['write', directory, passphrase, '1', '1'], {
      under: work,
      breaking: { call: 'sync', at, how: 'kill', lasts: 'once' },
    })
    if (readdirSync(directory).includes('vault.db-journal') && at > 3) return directory
  }
  throw new Error('No kill left a journal.')
}

test('a vault left in the middle of a commit is refused on a write-protected medium, and opens whole elsewhere', async () => {
  if (reason !== '' || program.faultyDisk === null) return
  const { place, directory } = diskWithVault()
  const interrupted = interruptedVault()
  rmSync(directory, { recursive: true })
  cpSync(interrupted, directory, { recursive: true })
  place.protect()
  faults += 1
  const session = startEngine()
  const outcome = await session.call('vault.open', { handle: session.grant(directory), secret: passphrase })
  expect(outcome).toMatchObject({ ok: false, fault: { code: 'place-not-writable', detail: expect.stringContaining('opy') } })
  expect(session.faults).toEqual([])
  expect(readRevision(join(interrupted, 'vault.db'), sample.keys)).toBe(0)
})
