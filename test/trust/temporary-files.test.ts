// SQLite's temporary files: with the vault's settings it makes none, however much it must sort.
import { readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openConnection } from '#main/store/connection.ts'
import { recordNotRun } from './support/figures.ts'
import { makeFastFolder } from './support/sample-vault.ts'

let folder: string
let connection: Sqlite.Database

beforeAll(() => {
  folder = makeFastFolder()
  connection = openConnection({
    path: join(folder, 'vault.db'),
    key: randomBytes(32),
    mustExist: false,
    isReadOnly: false,
    sqliteBinding: undefined,
  })
  connection.exec(
    'CREATE TABLE wide (text TEXT) STRICT; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO wide SELECT hex(randomblob(500)) FROM n',
  )
})

afterAll(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Files this process holds open although they have no name any more, or one that SQLite gives its temporary files. */
function temporaryFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`)
      return /etilqs/.test(path) ? [path] : []
    } catch {
      // The descriptor of the listing itself.
      return []
    }
  })
}

/** Sorts far more than fits into the cache and looks, half way, which files are open. */
function filesWhileSorting(): string[] {
  connection.pragma('cache_size = 10')
  const rows = connection.prepare('SELECT text FROM wide ORDER BY text').iterate()
  rows.next()
  const open = temporaryFiles()
  rows.return?.()
  return open
}

test('a sort larger than the cache leaves nothing on a disk, and would without the setting', () => {
  if (process.platform !== 'linux') {
    recordNotRun('S16', 'looking at open files', 'open files can be listed on Linux only')
    return
  }
  expect(filesWhileSorting()).toEqual([])
  connection.pragma('temp_store = 1')
  expect(filesWhileSorting().length).toBeGreaterThan(0)
  connection.pragma('temp_store = 2')
})
