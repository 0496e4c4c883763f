// The bench itself works: it measures and prints, and no figure of it decides whether a test passes.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inTurn, percentile } from '../bench/samples.ts'

const root = resolve(import.meta.dirname, '../..')
const Runtime = z.object({ electronPath: z.string(), sqliteBinding: z.string().nullable() })

function benchEnvironment(): NodeJS.ProcessEnv {
  const { electronPath, sqliteBinding } = Runtime.parse(
    JSON.parse(readFileSync(resolve(root, 'node_modules/.gatehouse/runtime.json'), 'utf8')),
  )
  return {
    ...process.env,
    GATEHOUSE_ELECTRON_PATH: electronPath,
    ...(sqliteBinding === null ? {} : { GATEHOUSE_SQLITE_BINDING: sqliteBinding }),
  }
}

const runBench = (...args: string[]) =>
  promisify(execFile)(process.execPath, [resolve(root, 'test/bench/run.ts'), ...args], { cwd: root, env: benchEnvironment() })

describe('the bench', () => {
  test('measures unlocking, the report and the score on the runtime that ships', async () => {
    const { stdout } = await runBench('--quick', 'unlock', 'report', 'score', 'lint')
    for (const title of ['Unlock, key derivation apart', 'Model to signed PDF', 'score(), full pack', 'Lint of the shipped pack'])
      expect(stdout).toContain(title)
    expect(stdout).toMatch(/\d+\.\d+×/)
  })

  test('names what it can measure when asked for something else', async () => {
    await expect(runBench('speed')).rejects.toMatchObject({
      stderr: expect.stringContaining('start | memory | unlock | save | report | score | lint | scale'),
    })
  })

  test('takes the two sides in turn and leaves the first time of each out', async () => {
    const order: string[] = []
    const side = (name: string) => () => order.push(name)
    expect(await inTurn(2, side('product'), side('bare'))).toEqual({ product: [4, 6], bare: [3, 5] })
    expect(order.join(' ')).toBe('bare product bare product bare product')
  })

  test('places a percentile between its neighbours', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(percentile([10], 0.95)).toBe(10)
    expect(() => percentile([], 0.5)).toThrow('Nothing was measured.')
  })
})
