// Power loss: every call that changed a file is replayed up to each point, what was not synced is lost, and the vault must open with the last acknowledged save.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passphrase } from '#test/support/vault-place.ts'
import { buildChildProgram, type ChildProgram, runChild } from './support/child.ts'
import { createDisk, type DiskCall, readDiskLog, type Survival } from './support/disk-log.ts'
import { recordFigure, recordNotRun } from './support/figures.ts'
import { filesBelow, layOut } from './support/lay-out.ts'
import { rounds, seededRandom } from './support/rounds.ts'
import { makeSampleVault, readRevision, type SampleVault } from './support/sample-vault.ts'
import { keysOf } from './support/vault-keys.ts'

let program: ChildProgram
let sample: SampleVault

beforeAll(async () => {
  ;[program, sample] = await Promise.all([buildChildProgram(), makeSampleVault()])
})

afterAll(() => {
  program.remove()
  sample.remove()
})

const readKeyText = (directory: string) => readFileSync(join(directory, 'keys.json'), 'utf8')

const hashes = (files: ReadonlyMap<string, Buffer>) =>
  [...files].map(([path, content]) => `${path} ${createHash('sha256').update(content).digest('hex')}`).toSorted()

/** Runs the program on a disk that notes every call, and returns the calls with the files before. */
function record(folder: string, words: readonly string[]): { readonly before: Map<string, Buffer>; readonly calls: readonly DiskCall[] } {
  const log = `${folder}.log`
  const before = filesBelow(folder)
  const run = runChild(program, words, { under: folder, log })
  expect(run.lines.at(-1), run.errors).toBe('ended')
  return { before, calls: readDiskLog(readFileSync(log)) }
}

const survivals = (seed: number): readonly Survival[] => [{ kind: 'all' }, { kind: 'synced' }, { kind: 'part', random: seededRandom(seed) }]

const revisionSaid = (call: DiskCall) => (call.kind === 'a' ? Number(/saved (\d+)\n/.exec(call.data.toString('utf8'))?.[1] ?? 0) : 0)

const faultLibraryMissing = () => {
  if (program.faultyDisk !== null) return false
  recordNotRun('F02', 'power loss at every call', program.whyNoFaults)
  return true
}

describe('after a power cut at any moment', () => {
  test('the vault opens with the last acknowledged save, whatever of the unsynced rest reached the disk', () => {
    if (faultLibraryMissing()) return
    const saves = rounds({ short: 20, long: 400 })
    const work = join(sample.folder, 'work')
    const vault = join(work, 'Sample.gatehouse')
    mkdirSync(work)
    sample.copyTo(vault)
    const { before, calls } = record(work, ['write', vault, passphrase, '1', String(saves)])
    const disk = createDisk(before)
    const scene = join(sample.folder, 'scene')
    let acknowledged = 0
    let cuts = 0
    let lost = 0
    for (const [index, call] of calls.entries()) {
      disk.apply(call)
      acknowledged = Math.max(acknowledged, revisionSaid(call))
      for (const survival of survivals(index)) {
        layOut(disk.afterPowerCut(survival), work, scene)
        const revision = readRevision(join(scene, 'Sample.gatehouse', 'vault.db'), sample.keys)
        cuts += 1
        lost += (revision ?? 0) < acknowledged ? 1 : 0
        expect([acknowledged, acknowledged + 1], `${survival.kind} after call ${index} of ${calls.length}`).toContain(revision)
      }
    }
    expect(acknowledged).toBe(saves)
    // The log is complete: replayed to its end it gives the files that are there.
    expect(hashes(disk.afterPowerCut({ kind: 'all' }))).toEqual(hashes(filesBelow(work)))
    expect(cuts).toBeGreaterThan(saves * 30)
    recordFigure({ requirement: 'F02', measure: 'faults injected', count: cuts, what: 'power cuts while saving' })
    recordFigure({ requirement: 'F02', measure: 'acknowledged writes lost', count: lost, what: 'power cuts while saving' })
  })

  test('a new vault is there whole under its name or not at all', async () => {
    if (faultLibraryMissing()) return
    const work = join(sample.folder, 'new')
    const vault = join(work, 'New.gatehouse')
    mkdirSync(work)
    const { before, calls } = record(work, ['create', vault, passphrase])
    const keys = await keysOf(vault, passphrase)
    const disk = createDisk(before)
    const scene = join(sample.folder, 'scene')
    let cuts = 0
    let whole = 0
    for (const [index, call] of calls.entries()) {
      disk.apply(call)
      for (const survival of survivals(index)) {
        const left = new Map([...disk.afterPowerCut(survival)].filter(([path]) => path.startsWith(`${vault}/`)))
        cuts += 1
        if (left.size === 0) continue
        whole += 1
        layOut(left, work, scene)
        expect(readRevision(join(scene, 'New.gatehouse', 'vault.db'), keys)).toBeNull()
        expect(readKeyText(join(scene, 'New.gatehouse'))).toBe(readKeyText(vault))
      }
    }
    expect(whole).toBeGreaterThan(0)
    expect(whole).toBeLessThan(cuts)
    recordFigure({ requirement: 'F02', measure: 'faults injected', count: cuts, what: 'power cuts while making a vault' })
  })

  test('the replay is a real one: without its syncs the same log loses acknowledged saves', () => {
    if (faultLibraryMissing()) return
    const work = join(sample.folder, 'lying')
    const vault = join(work, 'Sample.gatehouse')
    mkdirSync(work)
    sample.copyTo(vault)
    const { before, calls } = record(work, ['write', vault, passphrase, '1', '2'])
    const disk = createDisk(before)
    for (const call of calls.filter(({ kind }) => kind !== 's')) disk.apply(call)
    const scene = join(sample.folder, 'scene')
    layOut(disk.afterPowerCut({ kind: 'synced' }), work, scene)
    expect(readRevision(join(scene, 'Sample.gatehouse', 'vault.db'), sample.keys)).toBe(0)
  })
})
