// After locking: the process that held the keys is gone, and no process that runs on holds a key in its memory.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '@playwright/test'
import { keysOf } from '../trust/support/vault-keys.ts'
import { recordFigure, recordNotRun } from '../trust/support/figures.ts'
import { makePlace, type RunningApp, startApp } from './support/app.ts'
import { secretsInMemory } from './support/memory-search.ts'
import { commandLineOf, processTree, rendererPids } from './support/process-tree.ts'
import { describeOrganization, makeVault, passphrase } from './support/steps.ts'

// No second chance: one failure here is a leak, not a mood of the machine.
test.describe.configure({ retries: 0 })

const pidsOf = ({ app }: RunningApp) => processTree(app.process().pid ?? 0)

function enginePid(running: RunningApp): number | undefined {
  return pidsOf(running).find((pid) => commandLineOf(pid).includes('node.mojom.NodeService'))
}

test('after locking, the process that held the keys is gone within a second and no other holds them', async () => {
  if (process.platform !== 'linux') {
    recordNotRun('S19', 'a look into memory', 'the memory of a process can be read on Linux only')
    return
  }
  const place = makePlace()
  const running = await startApp(place)
  await makeVault(running, place)
  await describeOrganization(running.page, 'Brightwell Diagnostics, Inc.')
  const keys = await keysOf(place.vault, passphrase)
  const secrets = [keys.dataKey, keys.database, keys.auditMac].flatMap((key) => [key, Buffer.from(key.toString('hex'))])
  const engine = enginePid(running)
  if (engine === undefined) throw new Error('The engine does not run.')
  // The search is a real one: while the vault is open, the engine holds its keys.
  expect(secretsInMemory(engine, secrets)?.size).toBeGreaterThan(0)
  const lockedAt = Date.now()
  await running.page.getByRole('button', { name: 'Lock' }).click()
  await expect.poll(() => enginePid(running), { intervals: [20] }).toBeUndefined()
  expect(Date.now() - lockedAt).toBeLessThan(1_000)
  await expect(running.page.getByLabel('Passphrase or recovery code')).toBeVisible()
  const typed = Buffer.from(passphrase)
  // The page's old process may end between the list and the look; the app's own and the page's new one are looked into.
  const looks = pidsOf(running).map((pid) => ({ pid, found: secretsInMemory(pid, [...secrets, typed]) }))
  const survivors = looks.filter(({ found }) => found !== null).map(({ pid }) => pid)
  expect(survivors).toContain(running.app.process().pid)
  expect(rendererPids(running.app.process().pid ?? 0).some((pid) => survivors.includes(pid))).toBe(true)
  const found = looks.map((look) => [...(look.found ?? [])])
  const keysFound = found.flat().filter((secret) => secret !== typed).length
  expect(keysFound).toBe(0)
  const withPassphrase = found.filter((secrets) => secrets.includes(typed)).length
  recordFigure({
    requirement: 'S19',
    measure: 'plaintext found',
    count: keysFound,
    what: 'keys in memory after locking',
    note: `${survivors.length} processes searched`,
  })
  recordNotRun(
    'S20',
    'wiping the passphrase from freed memory',
    `it is measured, not promised: ${withPassphrase} of ${survivors.length} processes still held it`,
  )
  await running.app.close()
  place.remove()
})

test('a search of memory finds what a process holds, and says that one which has ended holds nothing', async () => {
  if (process.platform !== 'linux') return
  const secret = Buffer.from(`kept-${String(process.pid)}-in-memory`)
  const child = spawn(process.execPath, [
    '-e',
    'const kept = process.argv[1].repeat(2); process.stdout.write("up"); setTimeout(() => kept, 60_000)',
    secret.toString(),
  ])
  await once(child.stdout, 'data')
  const pid = child.pid ?? 0
  expect(secretsInMemory(pid, [secret, Buffer.from('this stands nowhere in that process')])).toEqual(new Set([secret]))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(secretsInMemory(pid, [secret])).toBeNull()
})
