// Bits that rot: flipped, cut, zeroed, swapped or appended, damage is found or does no harm, and what is read is never wrong.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openConnection } from '#main/store/connection.ts'
import { recordFigure } from './support/figures.ts'
import { rounds, seededRandom } from './support/rounds.ts'
import { makeFastFolder, makeSampleVault, type SampleVault } from './support/sample-vault.ts'

const pageBytes = 4_096
let sample: SampleVault
let folder: string
let sound: Buffer
let soundRows: string

const TableNames = z.array(z.object({ name: z.string() }))

/** Every row of every table, as text. Throws when SQLite finds the file damaged on the way. */
function readEverything(connection: Sqlite.Database): string {
  const tables = TableNames.parse(connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all())
  return JSON.stringify(tables.map(({ name }) => [name, connection.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]))
}

function open(path: string): Sqlite.Database {
  return openConnection({ path, key: sample.keys.database, mustExist: true, isReadOnly: true, sqliteBinding: undefined })
}

beforeAll(async () => {
  sample = await makeSampleVault(12)
  folder = makeFastFolder()
  sound = readFileSync(join(sample.directory, 'vault.db'))
  const connection = open(join(sample.directory, 'vault.db'))
  soundRows = readEverything(connection)
  connection.close()
})

afterAll(() => {
  sample.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** What comes of reading a file with these bytes, without any check beforehand. */
function judge(bytes: Buffer): 'found' | 'harmless' | 'wrong data' {
  const path = join(folder, 'vault.db')
  writeFileSync(path, bytes)
  let connection: Sqlite.Database | null = null
  try {
    connection = open(path)
    return readEverything(connection) === soundRows ? 'harmless' : 'wrong data'
  } catch (error) {
    expect(error).toHaveProperty('code', expect.stringMatching(/^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN)/))
    return 'found'
  } finally {
    connection?.close()
  }
}

function report(what: string, verdicts: readonly string[]): void {
  const wrong = verdicts.filter((verdict) => verdict === 'wrong data').length
  expect(wrong).toBe(0)
  const found = verdicts.filter((verdict) => verdict === 'found').length
  recordFigure({
    requirement: 'F11',
    measure: 'faults injected',
    count: verdicts.length,
    what,
    note: `${found} found, the rest in bytes that hold nothing`,
  })
  recordFigure({ requirement: 'F11', measure: 'wrong data shown', count: wrong, what })
}

test('a flipped bit anywhere in the file is found or does no harm', () => {
  const random = seededRandom(11)
  const verdicts = Array.from({ length: rounds({ short: 1_000, long: 20_000 }) }, () => {
    const rotten = Buffer.from(sound)
    const at = Math.floor(random() * rotten.length)
    rotten[at] = (rotten[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    return judge(rotten)
  })
  // Only free pages and the tail of a page that the cipher leaves out can be changed unnoticed.
  expect(verdicts.filter((verdict) => verdict === 'found').length).toBeGreaterThan(verdicts.length * 0.8)
  report('flipped bits', verdicts)
})

test('pages that were zeroed, swapped, put twice, cut off or appended are found or do no harm', () => {
  const random = seededRandom(12)
  const pages = sound.length / pageBytes
  const page = (index: number) => sound.subarray(index * pageBytes, (index + 1) * pageBytes)
  const anyPage = () => Math.floor(random() * pages)
  const junk = () => Buffer.from(Array.from({ length: pageBytes }, () => Math.floor(random() * 256)))
  const put = (at: number, content: Buffer) => {
    const rotten = Buffer.from(sound)
    content.copy(rotten, at * pageBytes)
    return rotten
  }
  const swap = () => {
    const [one, other] = [anyPage(), anyPage()]
    const rotten = put(one, page(other))
    page(one).copy(rotten, other * pageBytes)
    return rotten
  }
  const harms = [
    () => put(anyPage(), Buffer.alloc(pageBytes)),
    () => put(anyPage(), page(anyPage())),
    swap,
    () => sound.subarray(0, Math.floor(random() * sound.length)),
    () => sound.subarray(0, anyPage() * pageBytes),
    () => Buffer.concat([sound, junk()]),
    () => Buffer.concat([sound, junk().subarray(0, 100)]),
  ]
  const each = rounds({ short: 20, long: 300 })
  report(
    'harmed pages',
    harms.flatMap((harm) => Array.from({ length: each }, () => judge(harm()))),
  )
})

test('the judge is a real one: with the key of the vault a changed row is called wrong data', () => {
  const path = join(folder, 'changed.db')
  copyFileSync(join(sample.directory, 'vault.db'), path)
  const connection = openConnection({ path, key: sample.keys.database, mustExist: true, isReadOnly: false, sqliteBinding: undefined })
  connection.exec("UPDATE organization SET name = 'Revision 7'")
  connection.close()
  expect(judge(readFileSync(path))).toBe('wrong data')
})
