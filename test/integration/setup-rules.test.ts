// The small rules of the two commands: what counts as passed, which Node is new enough, where windows open, what a fault says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hasDisplay, startVirtualDisplay } from '../../scripts/setup/display.mjs'
import { completeLock, missingOptional } from '../../scripts/setup/lock-completeness.mjs'
import { SetupFault, sentenceFor } from '../../scripts/setup/setup-fault.mjs'
import { countCheck, countPlaywright, countVitest, totalLine } from '../../scripts/setup/test-counts.mjs'
import { checkNode, isAtLeast } from '../../scripts/setup/tool-versions.mjs'
import { temporaryFolder } from '../support/vault-place.ts'

const repository = (path: string) => new URL(`../../${path}`, import.meta.url)

describe('counting tests', () => {
  test('adds up what Vitest reports', () => {
    const report = { numPassedTests: 40, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, testResults: [] }
    expect(countVitest(report, 1)).toEqual({ passed: 40, failed: 2, skipped: 2 })
  })

  test('counts a test file that does not load as a failure', () => {
    const report = { numPassedTests: 3, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  test('adds up what Playwright reports, a flaky test among the passed', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }, 1)).toEqual({
      passed: 6,
      failed: 1,
      skipped: 2,
    })
  })

  test('never calls a run green that ended badly: a crash, a missed threshold, no report', () => {
    expect(countVitest({ numPassedTests: 9, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1)
    expect(countVitest(null, 0).failed).toBe(1)
    expect(countPlaywright({ stats: { expected: 0 } }, 1).failed).toBe(1)
    expect(countPlaywright(null, 137).failed).toBe(1)
    expect(countCheck(null, 2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('ends with one line of totals', () => {
    const results = [
      { counts: countCheck(null, 0) },
      { counts: countVitest({ numPassedTests: 10, numFailedTests: 1, testResults: [] }, 1) },
    ]
    expect(totalLine(results)).toBe('11 passed, 1 failed')
  })
})

describe('the Node that runs set-up', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('%s is new enough', (version) => {
    expect(() => checkNode(version)).not.toThrow()
  })

  test.each(['20.18.9', '18.20.8', '9.99.0'])('%s is refused with the next step', (version) => {
    expect(() => checkNode(version)).toThrow(
      `Node ${version} is too old: Gatehouse needs 20.19 or newer; install a current Node from https://nodejs.org`,
    )
  })

  test('versions compare by number, not by letter', () => {
    const part = fc.nat(200)
    fc.assert(
      fc.property(fc.tuple(part, part), fc.tuple(part, part), ([major, minor], [wantedMajor, wantedMinor]) => {
        const expected = major * 1000 + minor >= wantedMajor * 1000 + wantedMinor
        expect(isAtLeast(`${major}.${minor}.0`, [wantedMajor, wantedMinor])).toBe(expected)
      }),
    )
  })
})

describe('a display', () => {
  test.each<[Record<string, string>, string, boolean]>([
    [{}, 'linux', false],
    [{ DISPLAY: '' }, 'linux', false],
    [{ DISPLAY: ':0' }, 'linux', true],
    [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
    [{}, 'darwin', true],
    [{}, 'win32', true],
    [{ DISPLAY: ':0', GATEHOUSE_FORCE_HEADLESS: '1' }, 'linux', false],
    [{ GATEHOUSE_FORCE_HEADLESS: '1' }, 'win32', false],
  ])('with %j on %s: %s', (env, platform, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected)
  })
})

const systemFault = (code: string, path?: string) => Object.assign(new Error(`${code}: something, write`), { code, path })

describe('what a fault says', () => {
  test.each([
    ['ENOSPC', /^The disk is full \(while writing \/cache\/x\); free about 1\.5 GB, or set XDG_CACHE_HOME/],
    ['EDQUOT', /^Your disk quota is used up/],
    ['EACCES', /^Set-up has no permission to use \/cache\/x; change its owner or permissions, or set XDG_CACHE_HOME/],
    ['EROFS', /^\/cache\/x is on a read-only disk; set XDG_CACHE_HOME/],
    ['ENOTDIR', /^A file is in the way of the folder \/cache\/x; move that file/],
  ])('%s becomes one sentence with a next step', (code, sentence) => {
    expect(sentenceFor(systemFault(code, '/cache/x'))).toMatch(sentence)
  })

  test('a folder of this repository is not blamed on the cache', () => {
    expect(sentenceFor(systemFault('EACCES', repository('out').pathname))).toMatch(
      /run the command as the owner of this repository's folder/,
    )
  })

  test('a known fault speaks for itself; an unknown one names the way to its details', () => {
    expect(sentenceFor(new SetupFault('Do this.'))).toBe('Do this.')
    expect(sentenceFor(new TypeError('x is not a function\n    at y'))).toBe(
      'Set-up stopped unexpectedly: x is not a function Run the command again with GATEHOUSE_DEBUG=1 to see where.',
    )
  })

  test('whatever is thrown, it is one line without a stack', () => {
    const thrown = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.string().map((text) => new Error(text)),
    )
    fc.assert(
      fc.property(thrown, (value) => {
        expect(sentenceFor(value)).not.toMatch(/\n/)
      }),
    )
  })
})

const Lock = z.looseObject({ packages: z.record(z.string(), z.unknown()) })

describe('package-lock.json', () => {
  test('locks every optional platform package, so that npm ci works from any registry (if not: npm run complete-lock)', () => {
    const lock = Lock.parse(JSON.parse(readFileSync(repository('package-lock.json'), 'utf8')))
    expect(missingOptional(lock)).toEqual([])
  })

  test('a platform package that npm left out is found, and added for its platform only', () => {
    const tool = { version: '1.0.0', dev: true, optionalDependencies: { '@tool/linux-arm64-musl': '1.0.0' } }
    const lock = { packages: { '': {}, 'node_modules/tool': tool } }
    expect(missingOptional(lock)).toMatchObject([{ from: 'node_modules/tool', name: '@tool/linux-arm64-musl', version: '1.0.0' }])
    const completed = completeLock(lock)
    expect(missingOptional(completed)).toEqual([])
    expect(completed.packages['node_modules/@tool/linux-arm64-musl']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    })
  })

  test('a name that tells no platform is refused rather than guessed', () => {
    const lock = { packages: { 'node_modules/tool': { optionalDependencies: { mystery: '1.0.0' } } } }
    expect(() => completeLock(lock)).toThrow('Cannot tell the platform or exact version of mystery.')
  })
})

describe('the virtual display', () => {
  test('is left to finish its answer: closing its pipe after the number would end the server before the line feed', async () => {
    const folder = temporaryFolder()
    // A server that is slow between the two writes of its answer, as the real one is now and then.
    writeFileSync(
      join(folder, 'Xvfb'),
      `#!/bin/sh\nprintf 77 >&3\nsleep 0.3\nprintf '\\n' >&3 && echo alive > ${folder}/answered\nexec sleep 30\n`,
      { mode: 0o755 },
    )
    const path = process.env['PATH']
    process.env['PATH'] = `${folder}:${path ?? ''}`
    const { display, stop } = await startVirtualDisplay()
    process.env['PATH'] = path
    expect(display).toBe(':77')
    await expect.poll(() => existsSync(join(folder, 'answered'))).toBe(true)
    stop()
  })
})
