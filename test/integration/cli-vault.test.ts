// The vault from a terminal: its history for others to check, a restore and a salvage; and the checker that knows nothing of our code.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SalvageReport } from '#shared/domain/salvage-report.ts'
import { runCommand } from '#main/cli/run-command.ts'
import { openVault } from '#main/store/vault.ts'
import { addKeyFile } from '#main/store/vault-keys.ts'
import { backUpNow, backupsOf } from '../support/backups.ts'
import { resourcesDirectory } from '../support/engine-session.ts'
import { change, environment, firstWay, openNew } from '../support/opened-vault.ts'
import { copyReleasedVault, releasedPassphrase } from '../support/released-vault.ts'
import { passphrase, temporaryFolder } from '../support/vault-place.ts'

const variable = 'GATEHOUSE_TEST_PASSPHRASE'
const secret = ['--passphrase-env', variable]

beforeEach(() => {
  process.env[variable] = releasedPassphrase
})
afterEach(() => {
  delete process.env[variable]
})

async function run(...argv: string[]) {
  let answer = ''
  let progress = ''
  const exitCode = await runCommand(
    argv,
    { resourcesDirectory, applicationVersion: '0.1.0' },
    { answer: (text) => (answer += `${text}\n`), progress: (text) => (progress += `${text}\n`), onInterrupt: () => () => undefined },
  )
  return { exitCode, answer, progress }
}

/** A locked vault with a signed report, brought up to date and backed up. */
async function makeVault() {
  const { folder, directory } = copyReleasedVault()
  const vault = await openVault(directory, releasedPassphrase, environment)
  rmSync(join(directory, 'backups'), { recursive: true })
  backUpNow(vault)
  vault.close()
  return { folder, directory }
}

/** Zeroes a page in the middle of the database. */
function damage(directory: string, page: number): void {
  const path = join(directory, 'vault.db')
  const bytes = readFileSync(path)
  bytes.fill(0, (page - 1) * 4_096, page * 4_096)
  writeFileSync(path, bytes)
}

const checker = resolve(import.meta.dirname, '../../tools/verify-audit.py')

/** Runs the checker outside our code; throws with what to install when there is no Python. */
function runChecker(lines: readonly string[], ...options: string[]): { exitCode: number | null; text: string } {
  const path = join(temporaryFolder(), 'history.jsonl')
  writeFileSync(path, `${lines.join('\n')}\n`)
  const result = spawnSync('python3', [checker, path, ...options], { encoding: 'utf8' })
  if (result.error !== undefined) {
    throw new Error('python3 is needed for this test. On Debian or Ubuntu: apt-get install python3', { cause: result.error })
  }
  return { exitCode: result.status, text: `${result.stdout}${result.stderr}` }
}

const Line = z.looseObject({ kind: z.string(), sequence: z.int().optional(), head: z.string().optional() })

describe('vault history', () => {
  test('gives JSON lines that a program of others finds whole, and finds changed, dropped, reordered or cut short', async () => {
    const { directory } = await makeVault()
    const { exitCode, answer } = await run('vault', 'history', directory, '--json', ...secret)
    expect(exitCode).toBe(0)
    const lines = answer.trim().split('\n')
    const kinds = Map.groupBy(lines, (line) => Line.parse(JSON.parse(line)).kind)
    expect([...kinds].map(([kind, all]) => [kind, all.length > 0])).toEqual([
      ['history', true],
      ['entry', true],
      ['anchor', true],
    ])
    expect(kinds.get('anchor')).toHaveLength(2)
    const whole = runChecker(lines)
    expect(whole).toEqual({
      exitCode: 0,
      text: expect.stringMatching(/^The history holds: \d+ entries, .*; 2 heads from outside lie on it\.\n$/),
    })

    const entries = kinds.get('entry') ?? []
    const at = Math.floor(entries.length / 2)
    const withEntries = (changed: readonly string[]) => {
      const last = Line.parse(JSON.parse(changed.at(-1) ?? '{}'))
      const hash = z.looseObject({ hash: z.string() }).parse(last).hash
      const first = JSON.stringify({ ...Line.parse(JSON.parse(lines[0] ?? '')), entries: changed.length, head: hash })
      return [first, ...changed, ...(kinds.get('anchor') ?? [])]
    }
    const changed = entries.map((line, index) => (index === at ? line.replace('"action":"', '"action":"x') : line))
    const swapped = entries.map((line, index) => entries[index === at ? at + 1 : index === at + 1 ? at : index] ?? line)
    for (const [harm, words] of [
      [changed, /was changed after it was written/],
      [entries.toSpliced(at, 1), /stands where entry/],
      [swapped, /stands where entry/],
      // Sound in itself: only the heads outside show that its end is missing.
      [entries.slice(0, -3), /the history was cut short or replaced/],
    ] as const) {
      expect(runChecker(withEntries(harm))).toEqual({ exitCode: 1, text: expect.stringMatching(words) })
    }
    const withoutAnchors = withEntries(entries.slice(0, -3)).filter((line) => !line.includes('"kind":"anchor"'))
    expect(runChecker(withoutAnchors).exitCode).toBe(0)
    const anchor = Line.parse(JSON.parse(kinds.get('anchor')?.at(-1) ?? ''))
    expect(runChecker(withoutAnchors, '--anchor', `${anchor.sequence}:${anchor.head}`).exitCode).toBe(1)
    expect(runChecker(lines, '--anchor', `${anchor.sequence}:${anchor.head}`).exitCode).toBe(0)
    expect(runChecker(lines.slice(1)).exitCode).toBe(2)
    for (const line of ['not json', '3', '[]', '['.repeat(200_000), '{"kind":"entry"}'])
      expect([line.slice(0, 20), runChecker([lines[0] ?? '', line]).exitCode]).toEqual([line.slice(0, 20), 2])
  })

  test('prints a line of text for each entry otherwise', async () => {
    const { directory } = await makeVault()
    const { answer } = await run('vault', 'history', directory, ...secret)
    expect(answer).toMatch(/^1\t\S+\tvault\.create\t/)
    expect(answer).toMatch(/\tvault\.migrate\tschema 2\n/)
  })
})

describe('a damaged vault', () => {
  test('is found damaged, restored from its backup and salvaged, each beside it', async () => {
    const { folder, directory } = await makeVault()
    const sound = await run('vault', 'check', directory, '--backups', ...secret)
    expect(sound).toMatchObject({ exitCode: 0, answer: expect.stringMatching(/sound\.\nChecked: .*1 signed reports.*1 backups/) })
    damage(directory, 30)
    const before = readFileSync(join(directory, 'vault.db'))
    const check = await run('vault', 'check', directory, ...secret)
    expect(check.exitCode).toBe(1)
    expect(check.answer + check.progress).toMatch(/damaged/)

    const restored = await run('vault', 'restore', directory, '--out', join(folder, 'Restored.gatehouse'), ...secret)
    expect(restored).toMatchObject({ exitCode: 0, answer: expect.stringMatching(/1 third parties, 2 assessments/) })
    expect((await run('vault', 'check', join(folder, 'Restored.gatehouse'), ...secret)).exitCode).toBe(0)

    const out = join(folder, 'Salvaged.gatehouse')
    const salvaged = await run('vault', 'salvage', directory, '--out', out, '--json', ...secret)
    expect(salvaged.exitCode).toBe(0)
    expect(SalvageReport.parse(JSON.parse(salvaged.answer)).pages.damaged).toBe(1)
    expect((await run('vault', 'check', out, ...secret)).exitCode).toBe(0)
    // The old history travels along: what signed reports and backups name is still found.
    const history = await run('vault', 'history', out, '--json', ...secret)
    expect(history.answer).toMatch(/"kind":"old-entry"/)
    expect(runChecker(history.answer.trim().split('\n')).exitCode).toBe(0)
    expect(readFileSync(join(directory, 'vault.db'))).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('is said in words: what was saved, table by table', async () => {
    const { folder, directory } = await makeVault()
    damage(directory, 3)
    const { answer } = await run('vault', 'salvage', directory, '--out', join(folder, 'S.gatehouse'), ...secret)
    expect(answer).toMatch(/^Saved /)
    expect(answer).toMatch(/Pages: \d+, of which 1 are damaged/)
    expect(answer).toMatch(/\n {2}answer +\d+ saved/)
  })

  test.each([
    [['--out', 'New.gatehouse', '--backup', '2020-01-01T00-00-00.000Z'], 1, /no such backup.*There are: 20/],
    [[], 2, /--out is missing/],
    [['--out', 'New.folder'], 2, /ends in/],
    [['--out', 'Client.gatehouse'], 1, /already something/],
  ] as const)('restore %j is refused', async (options, exitCode, words) => {
    const { folder, directory } = await makeVault()
    const placed = options.map((option) => (option.startsWith('--') || option.startsWith('2020') ? option : join(folder, option)))
    const refused = await run('vault', 'restore', directory, ...placed, ...secret)
    expect(refused.exitCode).toBe(exitCode)
    expect(refused.progress).toMatch(words)
    expect(existsSync(join(folder, 'New.gatehouse'))).toBe(false)
    expect(backupsOf(directory)).toHaveLength(1)
  })
})

test('a vault whose passphrase needs a key file is checked with it, and not without', async () => {
  const { folder, directory, vault } = await openNew()
  const keyFile = join(folder, 'stick.key')
  await addKeyFile(change(vault), { wayId: firstWay(directory), path: keyFile })
  vault.close()
  process.env['GATEHOUSE_TEST_SECRET'] = passphrase
  const named = ['vault', 'check', directory, '--passphrase-env', 'GATEHOUSE_TEST_SECRET']
  const without = await run(...named)
  expect([without.exitCode, without.progress]).toEqual([1, expect.stringContaining('needs its key file')])
  expect((await run(...named, '--key-file', keyFile)).exitCode).toBe(0)
})
