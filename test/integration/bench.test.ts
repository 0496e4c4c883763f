// The bench itself works: it measures and prints, and no figure of it decides whether a test passes.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { writePerformancePage } from '../bench/performance-page.ts'
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
    const { stdout } = await runBench('--quick', 'unlock', 'reports', 'score', 'lint')
    for (const title of [
      'Unlock, key derivation apart',
      'Model to signed PDF, 300 third parties',
      'score(), full pack',
      'Lint of the shipped pack',
    ])
      expect(stdout).toContain(title)
    expect(stdout).toMatch(/\d+\.\d+×/)
  })

  test('names what it can measure when asked for something else', async () => {
    await expect(runBench('speed')).rejects.toMatchObject({
      stderr: expect.stringContaining('start | memory | unlock | save | reports | score | lint | scale'),
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

describe('the page of figures', () => {
  const row = (title: string, ms: number) => ({ title, unit: 'ms' as const, share: 0.5, bound: 2, samples: { product: [ms], bare: [10] } })
  const run = { machine: ['a machine', 'load at the start 0.1'], wanted: ['scale'], isWhole: true }

  test('is replaced by a whole run, and row by row when only a part was measured', () => {
    const root = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
    mkdirSync(join(root, 'docs'))
    const path = join(root, 'docs/performance.md')
    writeFileSync(path, 'Before\n<!-- figures: begin (npm run bench -- --write) -->\nold\n<!-- figures: end -->\nAfter\n')
    writePerformancePage(root, { ...run, measurements: [row('One', 10), row('Two', 30)] })
    expect(readFileSync(path, 'utf8')).toMatch(/Before\n[^]*\| One \| 10\.0 ms [^]*\| Two \| 30\.0 ms [^]*MISSED[^]*\nAfter\n$/)
    for (const ms of [15, 11]) writePerformancePage(root, { ...run, isWhole: false, measurements: [row('Two', ms), row('Three', 5)] })
    const page = readFileSync(path, 'utf8')
    expect(page.split('\n').filter((line) => /^\| (One|Two|Three) /.test(line))).toEqual([
      expect.stringContaining('| One | 10.0 ms '),
      expect.stringContaining('| Two | 11.0 ms '),
      expect.stringContaining('| Three | 5.00 ms '),
    ])
    expect(page.match(/scale: taken again on/g)).toHaveLength(1)
    expect(page).not.toContain('old')
    writeFileSync(path, 'no marks')
    expect(() => writePerformancePage(root, { ...run, measurements: [] })).toThrow('has lost the marks')
    rmSync(root, { recursive: true })
  })
})
