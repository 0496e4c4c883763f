// A disk that fails: a call that does not work, half a write, a sync that is refused. Nothing is called saved that is not on the disk.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passphrase } from '#test/support/vault-place.ts'
import { type Breaking, buildChildProgram, type ChildProgram, type ChildRun, runChild } from './support/child.ts'
import { createDisk, readDiskLog } from './support/disk-log.ts'
import { recordFigure, recordNotRun } from './support/figures.ts'
import { filesBelow, layOut } from './support/lay-out.ts'
import { rounds, spread } from './support/rounds.ts'
import { makeSampleVault, readRevision, type SampleVault } from './support/sample-vault.ts'

let program: ChildProgram
let sample: SampleVault

beforeAll(async () => {
  ;[program, sample] = await Promise.all([buildChildProgram(), makeSampleVault()])
})

afterAll(() => {
  program.remove()
  sample.remove()
})

const saves = 4

interface Tried {
  readonly run: ChildRun
  readonly work: string
  readonly log: string
  readonly before: ReadonlyMap<string, Buffer>
}

/** Saves a few revisions on a disk that breaks as ordered; every try has a vault of its own. */
function trySaving(breaking?: Breaking): Tried {
  const work = join(sample.folder, 'work')
  const vault = join(work, 'Sample.gatehouse')
  const log = join(sample.folder, 'disk.log')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work)
  sample.copyTo(vault)
  const before = filesBelow(vault)
  const order = { under: work, log, ...(breaking === undefined ? {} : { breaking }) }
  return { run: runChild(program, ['write', vault, passphrase, '1', String(saves)], order), work, log, before }
}

const savedIn = (run: ChildRun) => Math.max(0, ...run.lines.map((line) => Number(/^saved (\d+)$/.exec(line)?.[1] ?? 0)))

/** How many calls of a kind the same work makes on a sound disk. */
function countCalls(): Record<'write' | 'sync' | 'name', number> {
  const { log } = trySaving()
  const kinds = readDiskLog(readFileSync(log)).map(({ kind }) => kind)
  const count = (wanted: string) => kinds.filter((kind) => wanted.includes(kind)).length
  return { write: count('wt'), sync: count('s'), name: count('crud') }
}

const libraryMissing = (what: string) => {
  if (program.faultyDisk !== null) return false
  recordNotRun('F04', what, program.whyNoFaults)
  return true
}

/** What went wrong in a try, in words; nothing when every promise was kept. */
function brokenPromises({ run, work }: Tried): string[] {
  const revision = readRevision(join(work, 'Sample.gatehouse', 'vault.db'), sample.keys) ?? 0
  return [
    ...(run.lines.at(-1) === 'ended' ? [] : [`it ended with ${run.lines.at(-1) ?? 'nothing'} ${run.errors.slice(0, 300)}`]),
    ...run.lines.filter((line) => line.startsWith('fault') || line.endsWith(' internal')),
    ...(revision >= savedIn(run) ? [] : [`revision ${savedIn(run)} was called saved, ${revision} is there`]),
  ]
}

test('a failed, short or refused call loses no acknowledged save, and is told with a code', () => {
  if (libraryMissing('a failing call')) return
  const calls = countCalls()
  const each = rounds({ short: 3, long: 40 })
  const orders = (['write', 'sync', 'name'] as const).flatMap((call) =>
    (['EIO', 'ENOSPC', 'EROFS', 'short'] as const)
      .filter((how) => how !== 'short' || call === 'write')
      .flatMap((how, seed) =>
        spread(each, calls[call], seed + 1).map((at) => ({ call, how, at, lasts: at % 2 === 0 ? 'once' : 'always' }) as const),
      ),
  )
  let told = 0
  let broken = 0
  for (const breaking of orders) {
    const tried = trySaving(breaking)
    const promises = brokenPromises(tried)
    broken += promises.length
    expect(promises, JSON.stringify(breaking)).toEqual([])
    if (tried.run.lines.some((line) => line.startsWith('refused'))) told += 1
  }
  expect(told).toBeGreaterThan(orders.length / 2)
  recordFigure({ requirement: 'F04', measure: 'faults injected', count: orders.length, what: 'failing disk calls' })
  recordFigure({ requirement: 'F04', measure: 'acknowledged writes lost', count: broken, what: 'failing disk calls' })
})

test('after one failed sync nothing more is called saved, and the next start finds what was', () => {
  if (libraryMissing('a failed sync')) return
  const { sync } = countCalls()
  const orders = spread(rounds({ short: 6, long: 200 }), sync, 9).map((at) => ({ call: 'sync', at, how: 'EIO', lasts: 'once' }) as const)
  let refusedAfter = 0
  let lost = 0
  for (const breaking of orders) {
    const tried = trySaving(breaking)
    const firstRefusal = tried.run.lines.findIndex((line) => line.startsWith('refused saved'))
    const after = firstRefusal < 0 ? [] : tried.run.lines.slice(firstRefusal)
    expect(
      after.filter((line) => line.startsWith('saved')),
      JSON.stringify(breaking),
    ).toEqual([])
    if (firstRefusal >= 0) {
      refusedAfter += 1
      // What the next start checks the whole file for.
      expect(existsSync(join(tried.work, 'Sample.gatehouse', 'OPEN')), JSON.stringify(breaking)).toBe(true)
    }
    // The system forgets what a failed sync did not write: only what was synced is there when the power comes back.
    const disk = createDisk(tried.before)
    for (const call of readDiskLog(readFileSync(tried.log))) disk.apply(call)
    const scene = join(sample.folder, 'scene')
    layOut(disk.afterPowerCut({ kind: 'synced' }), tried.work, scene)
    const revision = readRevision(join(scene, 'Sample.gatehouse', 'vault.db'), sample.keys)
    lost += Math.max(0, savedIn(tried.run) - (revision ?? 0))
    expect(lost, JSON.stringify(breaking)).toBe(0)
  }
  expect(refusedAfter).toBeGreaterThan(0)
  recordFigure({ requirement: 'F04', measure: 'faults injected', count: orders.length, what: 'failed syncs followed by a power cut' })
  recordFigure({ requirement: 'F04', measure: 'acknowledged writes lost', count: lost, what: 'failed syncs followed by a power cut' })
})
