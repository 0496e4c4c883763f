// Killed in the middle of an upgrade or of signing, at any of its steps: the vault is the old one or the new one, and a report is there whole or not at all.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startWithExample } from '#test/support/example.ts'
import { startEngine } from '#test/support/engine-session.ts'
import { passphrase, steppingClock } from '#test/support/vault-place.ts'
import { buildChildProgram, type ChildProgram, runChild } from './support/child.ts'
import { readDiskLog } from './support/disk-log.ts'
import { recordFigure, recordNotRun } from './support/figures.ts'
import { rounds, spread } from './support/rounds.ts'
import { makeFastFolder } from './support/sample-vault.ts'

let program: ChildProgram
let folder: string

beforeAll(async () => {
  program = await buildChildProgram()
  folder = makeFastFolder()
})

afterAll(() => {
  program.remove()
  rmSync(folder, { recursive: true, force: true })
})

const libraryMissing = (requirement: string, what: string) => {
  if (program.faultyDisk !== null) return false
  recordNotRun(requirement, what, program.whyNoFaults)
  return true
}

interface Work {
  readonly place: string
  readonly words: readonly string[]
  readonly prepare: () => void
}

/** How many calls that change files the work makes when nobody stops it. */
function countCalls({ place, words, prepare }: Work): number {
  const log = `${place}.log`
  prepare()
  const run = runChild(program, words, { under: place, log })
  expect(run.lines.at(-1), run.errors).toBe('ended')
  return readDiskLog(readFileSync(log)).filter(({ kind }) => kind !== 'a').length
}

/** Does the work anew for each chosen call and is killed just before that. */
async function killAtEach(work: Work, count: number, look: (at: number) => Promise<void>): Promise<number> {
  const points = spread(count, countCalls(work), 5)
  for (const at of points) {
    work.prepare()
    const run = runChild(program, work.words, { under: work.place, breaking: { call: 'any', at, how: 'kill', lasts: 'once' } })
    expect(run.signal, `call ${at}: ${run.lines.join('; ')} ${run.errors}`).toBe('SIGKILL')
    await look(at)
  }
  return points.length
}

const Facts = z.looseObject({ passphrase: z.string(), historyEntries: z.int(), signedAssessmentId: z.uuid(), draftAssessmentId: z.uuid() })

test('an upgrade that is killed at any step leaves the old vault or the new one, and a backup before anything changed', async () => {
  if (libraryMissing('F09', 'an upgrade killed at any step')) return
  const released = resolve(import.meta.dirname, '../fixtures/vaults/v1')
  const facts = Facts.parse(JSON.parse(readFileSync(join(released, 'facts.json'), 'utf8')))
  const place = join(folder, 'upgrade')
  const directory = join(place, 'Example.gatehouse')
  const prepare = () => {
    rmSync(place, { recursive: true, force: true })
    cpSync(join(released, 'Example.gatehouse'), directory, { recursive: true })
  }
  const original = readFileSync(join(released, 'Example.gatehouse', 'vault.db'))
  const work = { place, words: ['check', directory, facts.passphrase], prepare }
  const kills = await killAtEach(work, rounds({ short: 12, long: 500 }), async (at) => {
    const backups = existsSync(join(directory, 'backups')) ? readdirSync(join(directory, 'backups')) : []
    const isUntouched = readFileSync(join(directory, 'vault.db')).equals(original)
    if (!isUntouched)
      expect(
        backups.filter((name) => !name.includes('partial')),
        `call ${at}`,
      ).not.toEqual([])
    const session = startEngine()
    await session.do('vault.open', { handle: session.grant(directory), secret: facts.passphrase })
    const check = await session.do('vault.check', {})
    expect(check.problems, `call ${at}`).toEqual([])
    expect(check.historyEntries).toBeGreaterThanOrEqual(facts.historyEntries)
    const { assessments } = await session.do('assessments.list', {})
    const statusOf = (id: string) => assessments.find(({ assessment }) => assessment.id === id)?.assessment.status
    expect([statusOf(facts.signedAssessmentId), statusOf(facts.draftAssessmentId)]).toEqual(['signed', 'draft'])
    await session.do('vault.lock', {})
  })
  recordFigure({ requirement: 'F09', measure: 'faults injected', count: kills, what: 'upgrades killed at a step' })
})

test('signing and saving a copy that are killed at any step leave a whole report or none', async () => {
  if (libraryMissing('F19', 'signing killed at any step')) return
  const made = await startWithExample('supplier')
  await made.do('decision.save', { assessmentId: made.assessment.id, decision: made.input.decision })
  await made.do('vault.lock', {})
  const place = join(folder, 'signing')
  const directory = join(place, 'Example.gatehouse')
  const copy = join(place, 'report.pdf')
  const prepare = () => {
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
    cpSync(made.directory, directory, { recursive: true })
  }
  const words = ['sign', directory, passphrase, made.assessment.id, made.signer.id, copy, '2026-11-22T12:00:00.000Z']
  const kills = await killAtEach({ place, words, prepare }, rounds({ short: 6, long: 200 }), async (at) => {
    const session = startEngine(steppingClock('2026-11-22T13:00:00.000Z'))
    await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })
    expect(await session.do('vault.check', {}), `call ${at}`).toMatchObject({ isSound: true })
    const { reports } = await session.do('reports.list', {})
    const { assessment } = await session.do('assessments.read', { id: made.assessment.id })
    expect(assessment.status, `call ${at}`).toBe(reports.length === 1 ? 'signed' : 'draft')
    if (existsSync(copy)) {
      const { verdict } = await session.do('verify.file', { handle: session.grant(copy) })
      expect(verdict, `call ${at}`).toMatchObject({ integrity: { state: 'intact' }, content: { state: 'recomputes' } })
    }
    await session.do('vault.lock', {})
  })
  recordFigure({ requirement: 'F19', measure: 'faults injected', count: kills, what: 'signings and copies killed at a step' })
})
