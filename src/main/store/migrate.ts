// Brings a database to the newest schema: after a backup, one transaction a step, never backwards.
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { appendAuditEntry } from './audit.ts'
import { wrapConnection } from './database.ts'
import type { Migration } from './migrations.ts'
import { command, query } from './statement.ts'
import { applicationId } from './connection.ts'
import { VaultProblem } from './vault-problem.ts'

const AppliedMigration = z.strictObject({ number: z.int(), name: z.string(), sha256: z.string() })

export const readAppliedMigrations = query('SELECT number, name, sha256 FROM migration ORDER BY number', AppliedMigration)
export const addAppliedMigration = command(
  'INSERT INTO migration (number, name, sha256, applied_at) VALUES (:number, :name, :sha256, :appliedAt)',
)

const migrationTable = `CREATE TABLE migration (
  number INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT`

/** The schema's number in the file; 0 for an empty file. Throws when the file is not readable as a database. */
export function readSchemaNumber(connection: Sqlite.Database): number {
  return z.int().parse(connection.pragma('user_version', { simple: true }))
}

/** Refuses a file of another program or of a newer Gatehouse, changing nothing. */
export function refuseForeignSchema(connection: Sqlite.Database, known: readonly Migration[]): void {
  const owner = z.int().parse(connection.pragma('application_id', { simple: true }))
  if (owner !== applicationId) {
    throw new VaultProblem('not-a-vault', 'The database in this folder was not made by Gatehouse. Choose another folder.')
  }
  if (readSchemaNumber(connection) > known.length) {
    throw new VaultProblem('vault-newer', 'This vault was made by a newer Gatehouse. Open it with that version; nothing was changed.')
  }
}

function refuseEditedHistory(connection: Sqlite.Database, known: readonly Migration[]): void {
  for (const applied of wrapConnection(connection).all(readAppliedMigrations)) {
    const own = known[applied.number - 1]
    if (own?.sha256 !== applied.sha256) {
      throw new VaultProblem(
        'vault-newer',
        `Step ${applied.number} of this vault's schema is not the one this Gatehouse knows. Open it with the version that made it; nothing was changed.`,
      )
    }
  }
}

/** How a step is done. `auditKey` when the file held a vault before, whose history then says so. */
interface StepContext {
  readonly appliedAt: string
  readonly auditKey: Buffer | null
}

function applyStep(connection: Sqlite.Database, migration: Migration, { appliedAt, auditKey }: StepContext): void {
  const step = connection.transaction(() => {
    connection.exec(migration.sql)
    const { number, name, sha256 } = migration
    const db = wrapConnection(connection)
    db.run(addAppliedMigration, { number, name, sha256, appliedAt })
    if (auditKey !== null) {
      const change = { action: 'vault.migrate', subject: `schema ${number}`, payload: { number, name, sha256 } }
      appendAuditEntry(db, change, { at: appliedAt, key: auditKey })
    }
    connection.pragma(`user_version = ${migration.number}`)
    const broken = connection.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`Migration ${number} leaves ${broken.length} broken references.`)
  })
  step.immediate()
}

/** Applies the steps the file lacks, each all or nothing, with no backup before: for a file that nobody uses yet. */
export function applySteps(connection: Sqlite.Database, known: readonly Migration[], context: StepContext): void {
  for (const migration of known.slice(readSchemaNumber(connection))) applyStep(connection, migration, context)
}

/** Prepares an empty file: marks whose it is and makes the list of applied steps. */
export function prepareEmptyDatabase(connection: Sqlite.Database): void {
  const prepare = connection.transaction(() => {
    connection.exec(migrationTable)
    connection.pragma(`application_id = ${applicationId}`)
  })
  prepare.exclusive()
}

/**
 * Applies the steps the file lacks. `backUp` runs first when there is something to lose, and nothing is changed when it throws.
 * Each step is all or nothing, with its own entry in the history of a vault that is brought up to date; a write-protected vault that lacks one is refused.
 * A crash between two steps leaves a file that the next start carries on with.
 */
export function migrate(
  connection: Sqlite.Database,
  known: readonly Migration[],
  context: { readonly appliedAt: string; readonly isReadOnly: boolean; readonly auditKey: Buffer; readonly backUp: () => void },
): void {
  refuseEditedHistory(connection, known)
  const present = readSchemaNumber(connection)
  if (present === known.length) return
  if (context.isReadOnly) {
    throw new VaultProblem(
      'place-not-writable',
      'This vault was made by an older Gatehouse and must be brought up to date, but its disk is write-protected. Copy the vault folder to a writable disk and open it there.',
    )
  }
  if (present > 0) context.backUp()
  const { appliedAt } = context
  applySteps(connection, known, { appliedAt, auditKey: present > 0 ? context.auditKey : null })
}
