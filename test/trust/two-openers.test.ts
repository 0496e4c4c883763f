// Two programs and one vault: the second is told who holds it, and a holder that died holds nothing.
import { once } from 'node:events'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEngine } from '#test/support/engine-session.ts'
import { passphrase } from '#test/support/vault-place.ts'
import { buildChildProgram, type ChildProgram, runChild, startChild } from './support/child.ts'
import { recordFigure } from './support/figures.ts'
import { rounds } from './support/rounds.ts'
import { makeSampleVault, type SampleVault } from './support/sample-vault.ts'

let program: ChildProgram
let sample: SampleVault

beforeAll(async () => {
  ;[program, sample] = await Promise.all([buildChildProgram(), makeSampleVault()])
})

afterAll(() => {
  program.remove()
  sample.remove()
})

async function holdElsewhere() {
  const holder = startChild(program, ['hold', sample.directory, passphrase])
  if (holder.stdout === null) throw new Error('The holder says nothing.')
  const [said] = await once(holder.stdout, 'data')
  expect(String(said)).toContain('opened')
  return holder
}

test('a second program is refused with the name of the first, and may open once that is done', async () => {
  const holder = await holdElsewhere()
  const session = startEngine()
  const open = () => session.call('vault.open', { handle: session.grant(sample.directory), secret: passphrase })
  expect(await open()).toMatchObject({ ok: false, fault: { code: 'vault-busy', detail: expect.stringContaining(hostname()) } })
  holder.stdin?.end()
  await once(holder, 'exit')
  expect(await open()).toMatchObject({ ok: true })
})

test('a second program is still refused when somebody had the open database read as some other file', async () => {
  const session = startEngine()
  await session.do('vault.open', { handle: session.grant(sample.directory), secret: passphrase })
  const database = { handle: session.grant(join(sample.directory, 'vault.db')) }
  // On Linux and macOS a program loses its lock on a file when it closes any handle to it.
  expect(await session.call('verify.file', database)).toMatchObject({ ok: false, fault: { code: 'file-not-readable' } })
  expect(runChild(program, ['hold', sample.directory, passphrase]).lines).toContain('refused opened vault-busy')
  await session.do('vault.lock', {})
})

test('a program that was killed holds nothing, and the vault is checked when it is opened next', async () => {
  const kills = rounds({ short: 2, long: 20 })
  for (let round = 0; round < kills; round += 1) {
    const holder = await holdElsewhere()
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const session = startEngine()
    expect(await session.call('vault.open', { handle: session.grant(sample.directory), secret: passphrase })).toMatchObject({ ok: true })
    await session.do('vault.lock', {})
  }
  recordFigure({ requirement: 'F07', measure: 'faults injected', count: kills + 1, what: 'second openers and dead holders' })
})
