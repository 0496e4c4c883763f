// Long work: thousands of saves, locks and openings leave no open file, no growing memory and no growing vault behind.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEngine } from '#test/support/engine-session.ts'
import { passphrase } from '#test/support/vault-place.ts'
import { recordFigure } from './support/figures.ts'
import { rounds } from './support/rounds.ts'
import { makeSampleVault } from './support/sample-vault.ts'

const openFiles = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)

test('the same work over and over keeps files, memory and vault within bounds', async () => {
  const sample = await makeSampleVault()
  const path = join(sample.directory, 'vault.db')
  const session = startEngine(() => new Date().toISOString())
  const saves = rounds({ short: 1_500, long: 100_000 })
  const open = () => session.do('vault.open', { handle: session.grant(sample.directory), secret: passphrase })
  await open()
  const work = async (from: number, to: number) => {
    for (let round = from; round < to; round += 1) {
      await session.do('organization.save', { name: `Revision ${round}`, country: 'US', activity: '', contact: '' })
      if (round % 500 === 0) {
        await session.do('vault.lock', {})
        await open()
      }
    }
  }
  await work(1, 200)
  const before = { files: openFiles(), memoryBytes: process.memoryUsage().rss, vaultBytes: statSync(path).size }
  await work(200, saves)
  const vaultBytesASave = (statSync(path).size - before.vaultBytes) / (saves - 200)
  expect(openFiles()).toBeLessThanOrEqual(before.files + 2)
  expect((process.memoryUsage().rss - before.memoryBytes) / 2 ** 20).toBeLessThan(200)
  // One row of history a save, and nothing that is not needed for it.
  expect(vaultBytesASave).toBeLessThan(600)
  expect(await session.do('vault.check', {})).toMatchObject({ isSound: true, historyEntries: saves + 1 })
  await session.do('vault.lock', {})
  sample.remove()
  recordFigure({ requirement: 'F20', measure: 'acknowledged writes checked', count: saves, what: 'saves in a row' })
})
