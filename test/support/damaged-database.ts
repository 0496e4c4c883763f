// The database of a released vault in memory, to be damaged in every way, and what can be read of it afterwards.
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import { readReports } from '#main/features/reports/queries.ts'
import { readSigners } from '#main/records/signer.ts'
import { readAnswers, readAssessments, readDecision, readScreening, readSignedDocument } from '#main/records/assessment.ts'
import { readCrownJewels, readOrganization } from '#main/records/organization.ts'
import { findThirdParty, listThirdParties } from '#main/records/third-party.ts'
import { openConnection } from '#main/store/connection.ts'
import { type ReadDb, wrapConnection } from '#main/store/database.ts'
import { openDataKey } from '#main/store/keys/open-keys.ts'
import { readKeyListOf } from '#main/store/keys/key-store.ts'
import { deriveSubKeys } from '#main/store/keys/sub-keys.ts'
import { type PageReader, pageSizeBytes } from '#main/store/salvage/encrypted-pages.ts'
import type { FillContext } from '#main/store/salvage/fill-vault.ts'
import { openReader, salvageDatabase } from '#main/store/salvage/salvage-database.ts'
import { vaultEnvironment } from './vault-place.ts'

const Rows = z.array(z.record(z.string(), z.unknown()))
const Names = z.array(z.object({ name: z.string() }))
const PageRow = z.object({ name: z.string(), pageno: z.int(), pagetype: z.enum(['leaf', 'internal', 'overflow']), ncell: z.int() })
type PageFacts = z.infer<typeof PageRow>

/** Each row of a table as text that is the same wherever it is read; of these columns only, because later versions add some. */
function rowsAsText(connection: Sqlite.Database, table: string, columns: readonly string[] = []): string[] {
  const wanted = columns.length === 0 ? '*' : columns.map((name) => `"${name}"`).join(', ')
  const rows = Rows.parse(connection.prepare(`SELECT ${wanted} FROM "${table}"`).all())
  return rows.map((row) =>
    JSON.stringify(row, (_, value: unknown) => {
      const isBytes = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'
      return isBytes ? JSON.stringify(value) : value
    }),
  )
}

const tablesOf = (connection: Sqlite.Database) =>
  Names.parse(connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all()).map(
    ({ name }) => name,
  )

const columnsOf = (connection: Sqlite.Database, table: string) =>
  Names.parse(connection.pragma(`table_info("${table}")`)).map(({ name }) => name)

/** Reads everything as the screens do; throws when a record is not one that the program can show. */
function readAsProgram(db: ReadDb): number {
  const assessments = db.all(readAssessments)
  const parts = assessments.flatMap(({ id, thirdPartyId }) => [
    findThirdParty(db, thirdPartyId),
    ...db.all(readAnswers, { id }),
    ...db.all(readDecision, { id }),
    ...db.all(readScreening, { id }),
    ...db.all(readSignedDocument, { id }),
  ])
  const reports = db.all(readReports, { kind: '', search: '', limit: 100, offset: 0 })
  const lists = [db.all(readOrganization), db.all(readCrownJewels), listThirdParties(db), db.all(readSigners), reports]
  return assessments.length + parts.length + lists.flat().length
}

export interface Salvaged {
  readonly report: SalvageReport
  /** The rows of each table of the new database, as text. */
  readonly rows: ReadonlyMap<string, readonly string[]>
  /** How many records the program itself reads in it. */
  readonly recordCount: number
}

export interface DamagedDatabase {
  readonly bytes: Buffer
  readonly pageCount: number
  /** Every row there is in the sound file, by table. */
  readonly rows: ReadonlyMap<string, readonly string[]>
  /** What SQLite itself says of each page (dbstat). */
  readonly pages: ReadonlyMap<number, PageFacts>
  reader(bytes: Buffer, salts?: readonly Buffer[]): PageReader | null
  salvage(bytes: Buffer, salts?: readonly Buffer[], packRow?: FillContext['packRow']): Salvaged
  remove(): void
}

/** The vault that the first release made: 179 pages, with a signed report. */
export async function openDamagedDatabase(): Promise<DamagedDatabase> {
  const fixture = resolve(import.meta.dirname, '../fixtures/vaults/v1')
  const { passphrase } = z.object({ passphrase: z.string() }).parse(JSON.parse(readFileSync(join(fixture, 'facts.json'), 'utf8')))
  const list = readKeyListOf(join(fixture, 'Example.gatehouse'))
  const keys = deriveSubKeys(await openDataKey(list, passphrase), list.vaultId)
  const bytes = readFileSync(join(fixture, 'Example.gatehouse/vault.db'))
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'gatehouse-salvage-'))
  const path = join(folder, 'vault.db')
  const open = () => openConnection({ path, key: keys.database, mustExist: true, isReadOnly: true, sqliteBinding: undefined })
  const columns = new Map<string, string[]>()
  const readAll = (connection: Sqlite.Database) =>
    new Map(tablesOf(connection).map((table) => [table, rowsAsText(connection, table, columns.get(table))]))
  writeFileSync(path, bytes)
  const sound = open()
  for (const table of tablesOf(sound)) columns.set(table, columnsOf(sound, table))
  const rows = readAll(sound)
  const facts = z.array(PageRow).parse(sound.prepare('SELECT name, pageno, pagetype, ncell FROM dbstat').all())
  sound.close()
  const reader = (damaged: Buffer, salts: readonly Buffer[] = []) =>
    openReader({ sizeBytes: damaged.length, read: (at, length) => damaged.subarray(at, at + length) }, keys.database, salts)
  const environment = vaultEnvironment()
  return {
    bytes,
    pageCount: bytes.length / pageSizeBytes,
    rows,
    pages: new Map(facts.map((page) => [page.pageno, page])),
    reader,
    salvage: (damaged, salts, packRow = () => null) => {
      const pages = reader(damaged, salts)
      if (pages === null) throw new Error('Not one page can be read.')
      rmSync(path, { force: true })
      const vault = { vaultId: list.vaultId, createdAt: list.createdAt }
      const report = salvageDatabase(pages, { path, keys, vault, packRow, environment })
      const connection = open()
      const salvaged = { report, rows: readAll(connection), recordCount: readAsProgram(wrapConnection(connection)) }
      connection.close()
      return salvaged
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
