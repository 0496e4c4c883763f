// After locking: the process that held the keys is gone, and no process that runs on holds a key in its memory.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { keysOf } from '../trust/support/vault-keys.ts'
import { recordFigure, recordNotRun } from '../trust/support/figures.ts'
import { makePlace, type RunningApp, startApp } from './support/app.ts'
import { commandLineOf, processTree } from './support/process-tree.ts'
import { describeOrganization, makeVault, passphrase } from './support/steps.ts'

// No second chance: one failure here is a leak, not a mood of the machine.
test.describe.configure({ retries: 0 })

const chunkBytes = 16 * 1024 * 1024

/** The writable memory of a process, range by range. */
function writableRanges(pid: number): { readonly from: number; readonly to: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from === undefined || to === undefined ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }]
    })
}

/** Those of these byte strings that stand in the memory of a process. */
function secretsInMemory(pid: number, secrets: readonly Buffer[]): ReadonlySet<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const found = new Set<Buffer>()
  try {
    for (const { from, to } of writableRanges(pid)) {
      for (let at = from; at < to; at += chunkBytes - 64) {
        const chunk = Buffer.alloc(Math.min(chunkBytes, to - at))
        let length = 0
        try {
          length = readSync(memory, chunk, 0, chunk.length, at)
        } catch {
          // A range that cannot be read, such as a guard page.
          break
        }
        for (const secret of secrets) if (chunk.subarray(0, length).includes(secret)) found.add(secret)
      }
    }
  } finally {
    closeSync(memory)
  }
  return found
}

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
  expect(secretsInMemory(engine, secrets).size).toBeGreaterThan(0)
  const lockedAt = Date.now()
  await running.page.getByRole('button', { name: 'Lock' }).click()
  await expect.poll(() => enginePid(running), { intervals: [20] }).toBeUndefined()
  expect(Date.now() - lockedAt).toBeLessThan(1_000)
  await expect(running.page.getByLabel('Passphrase or recovery code')).toBeVisible()
  const survivors = pidsOf(running)
  const typed = Buffer.from(passphrase)
  const found = survivors.map((pid) => [...secretsInMemory(pid, [...secrets, typed])])
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
