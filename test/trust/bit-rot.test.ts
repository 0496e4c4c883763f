// Bits that rot: flipped, cut, zeroed, swapped or appended, damage is found or does no harm, and what is read is never wrong.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openConnection } from '#main/store/connection.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { query } from '#main/store/statement.ts'
import { openDatabase, type OpenDatabase } from '#main/store/vault-database.ts'
import { vaultEnvironment } from '#test/support/vault-place.ts'
import { recordFigure } from './support/figures.ts'
import { rounds, seededRandom } from './support/rounds.ts'
import { makeFastFolder, makeSampleVault, type SampleVault } from './support/sample-vault.ts'

const pageBytes = 4_096
let sample: SampleVault
let folder: string
let sound: Buffer
let soundRows: string

const Name = z.object({ name: z.string() })
const tableNames = query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", Name)

const walk = query('SELECT quick_check AS found FROM pragma_quick_check', z.object({ found: z.string() }))

/** Every row of every table, as text, and every page of every index. Throws when the file turns out to be damaged on the way. */
function readEverything({ store }: Pick<OpenDatabase, 'store'>): string {
  const walked = store.all(walk).map(({ found }) => found)
  if (walked.join('\n') !== 'ok') throw Object.assign(new Error(walked.join('\n')), { code: 'database-damaged' })
  const rowsOf = (name: string) => store.all(query(`SELECT * FROM "${name}" ORDER BY 1`, z.looseObject({})))
  return JSON.stringify(store.all(tableNames).map(({ name }) => [name, rowsOf(name)]))
}

/** Opens the database of a vault as the product does, but for the derivation of its key. */
function open(directory: string): OpenDatabase {
  return openDatabase({ directory, vaultId: readKeyListOf(sample.directory).vaultId, keys: sample.keys, environment: vaultEnvironment() })
}

beforeAll(async () => {
  sample = await makeSampleVault(12)
  folder = makeFastFolder()
  sound = readFileSync(join(sample.directory, 'vault.db'))
  const opened = open(sample.directory)
  soundRows = readEverything(opened)
  opened.close(true)
})

afterAll(() => {
  sample.remove()
  rmSync(folder, { recursive: true, force: true })
})

const isDamage = /^(database-damaged|read-failed|not-a-vault|SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN).*)$/

/** What comes of opening a file with these bytes and reading all of it. */
function judge(bytes: Buffer): 'found' | 'harmless' | 'wrong data' {
  writeFileSync(join(folder, 'vault.db'), bytes)
  let opened: OpenDatabase | null = null
  try {
    opened = open(folder)
    return readEverything(opened) === soundRows ? 'harmless' : 'wrong data'
  } catch (error) {
    expect(error).toHaveProperty('code', expect.stringMatching(isDamage))
    return 'found'
  } finally {
    opened?.close(true)
  }
}

/** True when a file with these bytes is refused on opening, before anything is read of it. */
function isRefused(bytes: Buffer): boolean {
  writeFileSync(join(folder, 'vault.db'), bytes)
  try {
    open(folder).close(true)
    return false
  } catch (error) {
    expect(error).toHaveProperty('code', 'database-damaged')
    return true
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

test('a file that ends anywhere in its last page is refused on opening: the cipher would give that page back unchecked', () => {
  const count = rounds({ short: 64, long: pageBytes - 1 })
  const lengths = Array.from({ length: count }, (_, index) => sound.length - pageBytes + 1 + Math.floor((index * (pageBytes - 1)) / count))
  expect(lengths.filter((length) => !isRefused(sound.subarray(0, length)))).toEqual([])
  expect(isRefused(sound)).toBe(false)
  report(
    'files cut off in their last page',
    lengths.map(() => 'found'),
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
