// After Node's network is taken away, every way out of the process throws; before, the same ways lead out.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const script = join(import.meta.dirname, '../support/try-ways-out.ts')
const Endings = z.record(z.string(), z.string())

function tryWaysOut(...words: string[]): Record<string, string> {
  const run = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return Endings.parse(JSON.parse(run.stdout))
}

const sentence = 'Gatehouse never opens a network connection.'

test('every way out of the process throws', () => {
  const endings = tryWaysOut()
  expect(Object.keys(endings).length).toBeGreaterThanOrEqual(30)
  expect(Object.entries(endings).filter(([, ending]) => ending !== sentence)).toEqual([])
})

test('the same ways lead out of a process that was left open', () => {
  const endings = tryWaysOut('open')
  expect(Object.keys(endings).length).toBeGreaterThanOrEqual(10)
  expect(Object.entries(endings).filter(([, ending]) => ending === sentence)).toEqual([])
})
