// What the file system and SQLite say, and what a person is told instead.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { explainCreateError, explainOpenError, explainReadError, explainWriteError } from './explain-failure.ts'
import { leavePresence } from './presence.ts'

const failing = (code: string) => Object.assign(new Error('what the system said'), { code })
const told = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

describe('making a vault', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['SQLITE_FULL', 'disk-full'],
    ['disk-full', 'disk-full'],
    ['ENAMETOOLONG', 'place-not-writable'],
    ['ENOENT', 'place-not-writable'],
    ['EEXIST', 'vault-exists'],
    ['ENOTEMPTY', 'vault-exists'],
    ['EACCES', 'place-not-writable'],
    ['SQLITE_READONLY_DIRECTORY', 'place-not-writable'],
    ['write-failed', 'place-not-writable'],
  ])('%s is told as %s, with a next step', (code, expected) => {
    const explained = explainCreateError(failing(code))
    expect(told(explained)).toBe(expected)
    expect(explained).toHaveProperty('message', expect.stringMatching(/\. .+\.$|[.;] .+\.$/))
  })
})

describe('opening a vault', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['SQLITE_BUSY', 'vault-busy'],
    ['SQLITE_LOCKED', 'vault-busy'],
    ['SQLITE_CORRUPT', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
    ['SQLITE_IOERR_READ', 'database-damaged'],
    ['EACCES', 'place-not-writable'],
    ['ENAMETOOLONG', 'place-not-writable'],
  ])('%s is told as %s', (code, expected) => {
    expect(told(explainOpenError(failing(code), '/nowhere'))).toBe(expected)
  })

  test('names who holds a busy vault, when the note in its folder says so', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    expect(explainOpenError(failing('SQLITE_BUSY'), folder)).toHaveProperty('message', expect.stringMatching(/already open\. Close/))
    leavePresence(folder, '2026-11-22T09:30:00.000Z')
    expect(explainOpenError(failing('SQLITE_BUSY'), folder)).toHaveProperty('message', expect.stringMatching(/since 2026-11-22 09:30 UTC/))
  })
})

describe('reading and writing an open vault', () => {
  test.each([
    ['SQLITE_CORRUPT_INDEX', 'database-damaged', 'database-damaged'],
    ['SQLITE_IOERR', 'read-failed', 'write-failed'],
    ['EIO', 'read-failed', 'write-failed'],
    ['SQLITE_FULL', 'SQLITE_FULL', 'disk-full'],
    ['SQLITE_READONLY', 'SQLITE_READONLY', 'write-failed'],
    ['ESTALE', 'ESTALE', 'write-failed'],
  ])('%s is told as %s of a read and %s of a write', (code, ofRead, ofWrite) => {
    expect(told(explainReadError(failing(code)))).toBe(ofRead)
    expect(told(explainWriteError(failing(code)))).toBe(ofWrite)
  })
})

test('a fault of the program stays what it is, whatever was being done', () => {
  for (const fault of [new TypeError('a bug'), failing('SQLITE_CONSTRAINT'), 'not even an error']) {
    expect(explainCreateError(fault)).toBe(fault)
    expect(explainOpenError(fault, '/nowhere')).toBe(fault)
    expect(explainReadError(fault)).toBe(fault)
    expect(explainWriteError(fault)).toBe(fault)
  }
})
