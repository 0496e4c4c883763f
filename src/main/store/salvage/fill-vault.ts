// Fills the database of a new vault with what was readable of a damaged one.
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import { appendAuditEntry } from '../audit.ts'
import { wrapConnection } from '../database.ts'
import { isDerived } from '../derived-tables.ts'
import { applySteps, prepareEmptyDatabase } from '../migrate.ts'
import type { Migration } from '../migrations.ts'
import { command, query } from '../statement.ts'
import { collectHistory, type OldHistory } from './old-history.ts'
import { emptyTally, type FoundRow, rowsOf, strangeRows, type Tally } from './collect-rows.ts'
import type { PageReader } from './encrypted-pages.ts'
import type { FoundPages } from './find-pages.ts'
import { addParentsOf, addRelationships, countStandInParties } from './stand-ins.ts'
import type { Row, TableLayout } from './table-layouts.ts'

/** What there is to take over. */
export interface Findings {
  readonly reader: PageReader
  readonly found: FoundPages
  readonly layouts: readonly TableLayout[]
  readonly schemaNumber: number
}

export interface FillContext {
  readonly auditKey: Buffer
  readonly at: string
  readonly migrations: readonly Migration[]
  readonly vault: { readonly vaultId: string; readonly createdAt: string }
  /** A question pack that the program has itself, by its hash, as a row of the table. */
  readonly packRow: (sha256: string) => Row | null
}

interface Remainder {
  readonly tableName: string
  readonly why: string
  readonly row: Row
}

const TriggerRow = z.strictObject({ name: z.string(), sql: z.string() })
const readTriggers = query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", TriggerRow)
export const readSalvageNumber = query('SELECT coalesce(max(number), 0) + 1 AS number FROM salvage', z.strictObject({ number: z.int() }))
export const addSalvage = command('INSERT INTO salvage (number, at, report) VALUES (:number, :at, :report)')
export const addOldHistoryEntry = command(
  `INSERT INTO salvage_history (salvage, sequence, at, actor, action, subject, payload_sha256, previous_hash, hash, mac)
   VALUES (:salvage, :sequence, :at, :actor, :action, :subject, :payloadSha256, :previousHash, :hash, :mac)`,
)
export const addRemainder = command(
  'INSERT INTO salvage_remainder (salvage, number, table_name, why, content) VALUES (:salvage, :number, :tableName, :why, :content)',
)

// What is derived is worked out anew from what was saved, because the two may no longer agree.
export const forgetOutcomes = [
  command('INSERT OR IGNORE INTO stale_outcome SELECT id FROM assessment'),
  command('INSERT OR IGNORE INTO stale_summary SELECT id FROM third_party'),
  command('DELETE FROM assessed_reach'),
  command(`INSERT INTO assessed_reach (third_party_id, assessment_id, jewel_id, relationship, started_at)
    SELECT third_party_id, assessment.id, jewel, relationship, started_at FROM assessment
    JOIN (SELECT assessment_id, '' AS jewel FROM answer WHERE json_extract(content, '$.value.kind') = 'jewels'
      UNION SELECT assessment_id, value FROM answer, json_each(content, '$.value.jewelIds')
        WHERE json_extract(content, '$.value.kind') = 'jewels') ON assessment_id = assessment.id`),
]

/** Made by the migrations and the new chain, not taken over. */
const ownTables = new Set(['migration', 'audit', 'vault'])

function insertInto(layout: TableLayout) {
  const names = layout.columns.map(({ name }) => name)
  return command(
    `INSERT INTO "${layout.name}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
  )
}

function whyRefused(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return 'what it belongs to is lost'
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_UNIQUE') return 'another record has its place'
  if (code.startsWith('SQLITE_CONSTRAINT')) return 'its table does not take it'
  throw error
}

interface Filling {
  readonly connection: Sqlite.Database
  readonly context: FillContext
  readonly remainder: Remainder[]
}

function takeRow({ connection, context, remainder }: Filling, layout: TableLayout, { row, isBelieved }: FoundRow): boolean {
  const setAside = (why: string) => {
    remainder.push({ tableName: layout.name, why, row })
    return false
  }
  if (!isBelieved) return setAside('it is not what its table takes')
  const db = wrapConnection(connection)
  if (layout.name === 'assessment') addParentsOf(db, row, context.packRow)
  try {
    db.run(insertInto(layout), row)
    return true
  } catch (error) {
    return setAside(whyRefused(error))
  }
}

function takeTable(filling: Filling, layout: TableLayout, findings: Findings): Tally {
  const tally = { ...emptyTally(layout.name), damagedPages: findings.found.damaged.get(layout.name) ?? 0 }
  for (const found of rowsOf(layout, findings, tally)) {
    if (takeRow(filling, layout, found)) tally.saved += 1
    else tally.keptAside += 1
  }
  return tally
}

interface Taken {
  readonly tallies: Tally[]
  readonly standIns: SalvageReport['standIns']
}

/** Takes the rows of all tables over, with the triggers that guard what is signed off for as long as that takes. */
function takeTables(filling: Filling, findings: Findings): Taken {
  const { connection, context, remainder } = filling
  const db = wrapConnection(connection)
  const triggers = db.all(readTriggers)
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  db.run(command('INSERT INTO vault (one, vault_id, created_at) VALUES (1, :vaultId, :createdAt)'), context.vault)
  const tallies = findings.layouts
    .filter(({ name }) => !ownTables.has(name) && !isDerived(name))
    .map((layout) => takeTable(filling, layout, findings))
  for (const row of strangeRows(findings)) remainder.push({ tableName: '', why: 'nobody can say which table it was in', row })
  const standIns = { thirdParties: countStandInParties(db), relationships: addRelationships(db) }
  for (const { sql } of triggers) connection.exec(sql)
  return { tallies, standIns }
}

function rowText(row: Row): string {
  return JSON.stringify(row, (_, value: unknown) => {
    if (typeof value === 'bigint') return value.toString()
    return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value
  })
}

function reportOn(
  findings: Findings,
  { tallies: tables, standIns }: Taken,
  told: { readonly history: OldHistory; readonly at: string },
): SalvageReport {
  const { reader, found, schemaNumber } = findings
  const { history, at } = told
  const damaged = [...found.damaged.values()].reduce((sum, count) => sum + count, 0)
  const damagedUnknown = found.damaged.get('') ?? 0
  const isAnyRowLost = tables.some(({ keptAside, cutOff, damagedPages }) => keptAside + cutOff + damagedPages > 0)
  return {
    format: 'gatehouse.salvage',
    formatVersion: 1,
    salvagedAt: at,
    schemaNumber,
    pages: { all: reader.pageCount, damaged, damagedUnknown },
    tables,
    standIns,
    history: history.summary,
    isAnythingLost: isAnyRowLost || damagedUnknown > 0 || found.strange.length > 0 || !history.summary.isUnbroken,
  }
}

/** Keeps the old history and what fitted nowhere, and begins the new chain with an entry that says so. */
function keepEvidence(filling: Filling, report: SalvageReport, history: OldHistory): void {
  const { connection, context, remainder } = filling
  const db = wrapConnection(connection)
  for (const statement of forgetOutcomes) db.run(statement)
  const salvage = db.first(readSalvageNumber)?.number ?? 1
  db.run(addSalvage, { number: salvage, at: context.at, report: JSON.stringify(report) })
  for (const entry of history.entries) db.run(addOldHistoryEntry, { salvage, ...entry })
  const aside = [...remainder, ...history.refused.map((row) => ({ tableName: 'audit', why: 'it is not as it was written', row }))]
  for (const [index, { tableName, why, row }] of aside.entries())
    db.run(addRemainder, { salvage, number: index + 1, tableName, why, content: rowText(row) })
  const change = { action: 'vault.salvage', subject: context.vault.vaultId, payload: report }
  appendAuditEntry(db, change, { at: context.at, key: context.auditKey })
}

/** Fills an empty database. Everything or nothing of it is there afterwards. */
export function fillVault(connection: Sqlite.Database, findings: Findings, context: FillContext): SalvageReport {
  const { migrations, at } = context
  const remainder: Remainder[] = []
  const filling = { connection, context, remainder }
  prepareEmptyDatabase(connection)
  applySteps(connection, migrations.slice(0, findings.schemaNumber), { appliedAt: at, auditKey: null })
  const taken = connection.transaction(() => takeTables(filling, findings)).immediate()
  applySteps(connection, migrations, { appliedAt: at, auditKey: null })
  const history = collectHistory(findings)
  const report = reportOn(findings, taken, { history, at })
  connection.transaction(() => keepEvidence(filling, report, history)).immediate()
  return report
}
