// An open vault's database: read freely, write only in an audited transaction.
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { appendAuditEntry, type AuditedChange } from './audit.ts'
import { type ReadDb, type WriteDb, wrapConnection } from './database.ts'
import { type ChangedParties, countChanges } from './count-changes.ts'
import { changesDerivedOnly } from './derived-tables.ts'
import { explainReadError, explainWriteError } from './explain-failure.ts'
import { VaultProblem } from './vault-problem.ts'

export interface Store extends ReadDb {
  /**
   * Runs `work` and the change's audit row as one transaction: both are on the disk when it returns, or neither.
   * Throws `VaultProblem` `write-failed`, `disk-full` or `database-damaged` when the disk or the file refuses.
   */
  write<Value>(change: AuditedChange, work: (tx: WriteDb) => Value): Value
  /**
   * Fills derived tables anew, without an entry in the history, because nothing of what people did changes.
   * Throws when `work` touches any other table, and `VaultProblem` as `write` does.
   */
  derive(work: (tx: WriteDb) => void): void
  /**
   * A number that is another one after every statement that changed one of the tables itself, also one that was taken back. What triggers
   * and lost references change along with other tables is not in it.
   */
  changesOf(tables: readonly string[]): number
  /**
   * Whose rows in these tables statements changed after `since`, a number that was read here before. In it is also what was taken back, and
   * what lost references take along where the statement names the third party that is removed; what triggers change is not.
   */
  changedParties(tables: readonly string[], since: number): ChangedParties
  /** What SQLite finds wrong in the file: pages, indexes and references. Empty when it is sound. Reads the whole file. */
  findDamage(): string[]
  /** Writes a compact copy of the database under the same key to `path`, where nothing may stand. Throws what SQLite says. */
  copyTo(path: string): void
  /** False once the disk failed in a write; from then on nothing is written, and the file must be checked when it is opened next. */
  isDiskSound(): boolean
  close(): void
}

const diskFailed = (error: unknown) =>
  new VaultProblem(
    'write-failed',
    'The disk failed while something was being saved, so Gatehouse writes nothing more to it before the vault has been checked. Keep a copy of what you typed, lock the vault and open it again.',
    { cause: error },
  )

/** A write or sync that the disk could not do. What the system then still holds in memory may never have reached the disk. */
function isDiskFailure(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(EIO|SQLITE_IOERR)/.test(String(error.code))
}

/** What SQLite finds wrong in an open file. Throws `VaultProblem` when it cannot even be read through. */
export function findDamage(connection: Sqlite.Database): string[] {
  try {
    const pages = z.array(z.looseObject({ integrity_check: z.string() })).parse(connection.pragma('integrity_check(20)'))
    const references = z.array(z.looseObject({ table: z.string() })).parse(connection.pragma('foreign_key_check'))
    return [
      ...pages.map((row) => row.integrity_check).filter((finding) => finding !== 'ok'),
      ...references.map((row) => `A row of ${row.table} refers to something that is not there.`),
    ]
  } catch (error) {
    throw explainReadError(error)
  }
}

export interface StoreContext {
  readonly auditKey: Buffer
  readonly now: () => string
  readonly isReadOnly: boolean
  /** False once another file, or none, stands where the open one did. */
  readonly isInPlace: () => boolean
}

/** Transactions that end on the disk or not at all, and none after the disk failed. */
function createCommits(connection: Sqlite.Database, context: StoreContext) {
  let failure: unknown
  const commit = <Value>(work: () => Value): Value => {
    if (context.isReadOnly) {
      throw new VaultProblem(
        'write-failed',
        'This vault is open for reading only, because its disk is write-protected. Copy the vault folder to a writable disk to change it.',
      )
    }
    // After a failed sync the system takes the lost pages for written, so a second try would succeed without having saved them.
    if (failure !== undefined) throw diskFailed(failure)
    const transaction = connection.transaction(() => {
      const value = work()
      // An open file that was deleted or replaced still takes writes, and loses them when it is closed.
      if (!context.isInPlace()) {
        throw new VaultProblem(
          'write-failed',
          'The vault folder was moved, replaced or removed while it was open, so this was not saved. Put it back, or lock the vault and open it where it is now.',
        )
      }
      return value
    })
    try {
      return transaction.immediate()
    } catch (error) {
      if (!isDiskFailure(error)) throw explainWriteError(error)
      failure = error
      throw diskFailed(error)
    }
  }
  return { commit, isDiskSound: () => failure === undefined }
}

function derivedOnly(db: WriteDb): WriteDb {
  return {
    ...db,
    run: (statement, parameters) => {
      if (!changesDerivedOnly(statement.sql)) throw new Error('Only derived tables change without an entry in the history.')
      return db.run(statement, parameters)
    },
  }
}

/** Makes a store over an open, migrated connection. */
export function createStore(connection: Sqlite.Database, context: StoreContext): Store {
  const { counted: db, changesOf, changedParties } = countChanges(wrapConnection(connection))
  const derived = derivedOnly(db)
  const { commit, isDiskSound } = createCommits(connection, context)
  return {
    all: db.all,
    first: db.first,
    write: (change, work) =>
      commit(() => {
        const value = work(db)
        appendAuditEntry(db, change, { at: context.now(), key: context.auditKey })
        return value
      }),
    derive: (work) => commit(() => work(derived)),
    changesOf,
    changedParties,
    isDiskSound,
    findDamage: () => findDamage(connection),
    copyTo: (path) => {
      connection.prepare('VACUUM INTO ?').run(path)
    },
    close: () => connection.close(),
  }
}
