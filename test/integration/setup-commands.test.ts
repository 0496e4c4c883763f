// The two commands from outside: clean standard output, exit codes passed through, one sentence for what goes wrong, no network once ready.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from '../support/vault-place.ts'

const repository = resolve(import.meta.dirname, '../..')

interface Run {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Record<string, string>
}

function run({ command, args, env = {} }: Run) {
  const outcome = spawnSync(command, [...args], { cwd: repository, encoding: 'utf8', env: { ...process.env, ...env } })
  return { exitCode: outcome.status, stdout: outcome.stdout, stderr: outcome.stderr }
}

const runScript = (name: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
  run({ command: process.execPath, args: [`scripts/${name}.mjs`, ...args], env })

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1) ?? ''

describe('npm start with a verb', () => {
  test('puts only the result on standard output', () => {
    const { exitCode, stdout } = run({ command: 'npm', args: ['start', '--', 'score', '--input', 'examples/supplier.json', '--json'] })
    expect(exitCode).toBe(0)
    expect(z.looseObject({ packId: z.string() }).parse(JSON.parse(stdout)).packId).not.toBe('')
  })

  test('passes an unknown verb on, with its sentence and its exit code', () => {
    const { exitCode, stdout, stderr } = runScript('start', ['assses'])
    expect(exitCode).not.toBe(0)
    expect(stdout).toBe('')
    expect(stderr).toContain('assses')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('needs no Electron: it works with an empty cache and without asking for one', () => {
    const cache = temporaryFolder()
    const { exitCode, stderr } = runScript('start', ['score', '--input', 'examples/partner.json', '--json'], { XDG_CACHE_HOME: cache })
    expect(exitCode).toBe(0)
    expect(stderr).not.toContain('Electron')
    expect(existsSync(join(cache, 'gatehouse'))).toBe(false)
  })
})

describe('npm start without a display', () => {
  test('says so, signs the sample and names the PDF', () => {
    const { exitCode, stdout, stderr } = runScript('start', [], { GATEHOUSE_FORCE_HEADLESS: '1' })
    expect(exitCode).toBe(0)
    expect(stderr).toContain('gatehouse: no display here, so no window; running the sample instead')
    const path = /\S+\.pdf/.exec(stdout)?.[0] ?? ''
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000)
  })
})

describe('a second run', () => {
  test('does no work and opens no connection: with the network off it only names the runtime', () => {
    const script = [process.execPath, 'scripts/runtime.mjs']
    // An ordinary user may make an empty network only inside a user namespace of their own; root may not always make one of those.
    const own = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
    const offline = { command: 'unshare', args: [...own, '--net', ...script] }
    const { exitCode, stdout, stderr } = process.platform === 'linux' ? run(offline) : runScript('runtime')
    expect(stderr).toMatch(/^gatehouse: runtime: Electron [\d.]+, the (?:official release|fallback)[^\n]*\n$/)
    expect(exitCode).toBe(0)
    const { electronPath } = z.object({ electronPath: z.string() }).parse(JSON.parse(stdout))
    expect(existsSync(electronPath)).toBe(true)
  })
})

describe('a set-up that cannot go on', () => {
  const inTheWay = () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    return { XDG_CACHE_HOME: file, GATEHOUSE_ELECTRON: 'fallback' }
  }

  test('says why in one sentence and exits with 1', () => {
    const { exitCode, stdout, stderr } = runScript('runtime', [], inTheWay())
    expect(exitCode).toBe(1)
    expect(stdout).toBe('')
    expect(lastLine(stderr)).toMatch(/^gatehouse: A file is in the way of the folder .*; move that file, or set XDG_CACHE_HOME/)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('shows the stack only when asked to', () => {
    expect(runScript('runtime', [], { ...inTheWay(), GATEHOUSE_DEBUG: '1' }).stderr).toMatch(/^\s+at /m)
  })

  test('names the choices when GATEHOUSE_ELECTRON is none of them', () => {
    const { exitCode, stderr } = runScript('runtime', [], { GATEHOUSE_ELECTRON: 'newest' })
    expect(exitCode).toBe(1)
    expect(lastLine(stderr)).toBe('gatehouse: GATEHOUSE_ELECTRON is "newest"; set it to official or fallback, or leave it out.')
  })

  test('in an npm project without its lock file, says how to get it back', () => {
    const { exitCode, stderr } = runScript('runtime', [], { GATEHOUSE_ROOT: temporaryFolder() })
    expect(exitCode).toBe(1)
    expect(lastLine(stderr)).toContain('package-lock.json is missing; restore it with `git checkout package-lock.json`')
  })
})

function projectWith(packages: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
  const manifest = { name: 'sample', version: '1.0.0', dependencies: packages }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ name: 'sample', version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'sample', version: '1.0.0' } } }),
  )
  return folder
}

describe('npm ci', () => {
  test('that finds package.json and package-lock.json in disagreement says what to type', () => {
    const folder = projectWith({ zod: '4.6.7' })
    try {
      const env = { GATEHOUSE_ROOT: folder, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(folder, 'npm') }
      const { exitCode, stderr } = runScript('runtime', [], env)
      expect(exitCode).toBe(1)
      expect(lastLine(stderr)).toMatch(
        /^gatehouse: The packages could not be installed: .*(?:disagree; run `npm install` once|registry cannot be reached)/,
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('npm test', () => {
  test('ends with the totals also when it could not start, and exits with 1', () => {
    const { exitCode, stdout, stderr } = runScript('test', ['unit'], { GATEHOUSE_TEST_ONLY: '' })
    expect(exitCode).toBe(1)
    expect(lastLine(stdout)).toBe('0 passed, 1 failed')
    expect(stderr).toContain('There is no test step called unit; the steps are types, lint, format, knip, vitest, cases, playwright.')
  })
})
