// Places with odd names: a vault lives in each of them from its first save to its check.
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEngine } from '#test/support/engine-session.ts'
import { passphrase, temporaryFolder } from '#test/support/vault-place.ts'
import { recordFigure } from './support/figures.ts'

const names = [
  'a name with spaces.gatehouse',
  "quote'quote.gatehouse",
  'percent%20#question?.gatehouse',
  'emoji 🏛️🔐.gatehouse',
  'שלום עולם.gatehouse',
  '\u202Eesuohetag.gatehouse',
  'e\u0301 decomposed.gatehouse',
  '-rf.gatehouse',
  ' leading and trailing .gatehouse',
  `${'long'.repeat(60)}.gatehouse`,
  'file:vault?mode=memory.gatehouse',
]

async function live(directory: string): Promise<void> {
  const session = startEngine()
  await session.do('vault.create', { handle: session.grant(directory), passphrase })
  await session.do('organization.save', { name: 'Revision 1', country: 'US', activity: '', contact: '' })
  await session.do('vault.lock', {})
  await session.do('vault.open', { handle: session.grant(directory), secret: passphrase })
  expect(await session.do('vault.check', {})).toMatchObject({ isSound: true })
  await session.do('vault.lock', {})
  expect(session.faults).toEqual([])
}

test('a vault works under every name that the disk takes', async () => {
  const folder = temporaryFolder()
  for (const name of names) {
    await live(join(folder, name))
    expect(existsSync(join(folder, name, 'vault.db')), name).toBe(true)
  }
  recordFigure({ requirement: 'F14', measure: 'bad inputs tried', count: names.length + 2, what: 'odd places' })
})

test('a vault works behind a link and at the end of a very long path', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'linked'))
  await live(join(folder, 'linked', 'Example.gatehouse'))
  const deep = (levels: number) => join(folder, ...Array.from({ length: levels }, () => 'd'.repeat(40)))
  mkdirSync(deep(20), { recursive: true })
  await live(join(deep(9), 'Example.gatehouse'))
  // SQLite takes paths of up to 512 bytes.
  const session = startEngine()
  const tooDeep = session.grant(join(deep(20), 'Example.gatehouse'))
  expect(await session.call('vault.create', { handle: tooDeep, passphrase })).toMatchObject({
    ok: false,
    fault: { code: 'place-not-writable' },
  })
})

test('two names that differ only in case are two vaults or a refusal, never one over the other', async () => {
  const folder = temporaryFolder()
  await live(join(folder, 'Example.gatehouse'))
  const session = startEngine()
  const second = await session.call('vault.create', { handle: session.grant(join(folder, 'EXAMPLE.gatehouse')), passphrase })
  expect(second.ok || second.fault.code === 'vault-exists').toBe(true)
  await session.do('vault.lock', {})
  await session.do('vault.open', { handle: session.grant(join(folder, 'Example.gatehouse')), secret: passphrase })
  expect(await session.do('organization.read', {})).toMatchObject({ organization: { name: 'Revision 1' } })
})
