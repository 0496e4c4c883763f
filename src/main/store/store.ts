// An open vault's database: read freely, write only in an audited transaction.
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { appendAuditEntry, type AuditedChange } from './audit.ts'
import { type ReadDb, type WriteDb, wrapConnection } from './database.ts'
import { VaultProblem } from './vault-problem.ts'

export interface Store extends ReadDb {
  /**
   * Runs `work` and the change's audit row as one transaction: both are on the disk when it returns, or neither.
   * Throws `VaultProblem` `write-failed` or `disk-full` when the disk refuses.
   */
  write<Value>(change: AuditedChange, work: (tx: WriteDb) => Value): Value
  /** What SQLite finds wrong in the file: pages, indexes and references. Empty when it is sound. Reads the whole file. */
  findDamage(): string[]
  close(): void
}

const diskCodes = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|CORRUPT|NOTADB)/

/** A failed write as a sentence with a next step; anything that is not the disk's doing comes back as it is. */
function explainWriteError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL') {
    return new VaultProblem(
      'disk-full',
      'The disk is full, so this was not saved. Free some space, then save again; what you typed is still on screen.',
      { cause: error },
    )
  }
  if (diskCodes.test(code)) {
    return new VaultProblem(
      'write-failed',
      'The vault could not be written, so this was not saved. Check that its disk is connected and not write-protected, then save again.',
      { cause: error },
    )
  }
  return error
}

/** Makes a store over an open, migrated connection. */
export function createStore(
  connection: Sqlite.Database,
  context: { readonly auditKey: Buffer; readonly now: () => string; readonly isReadOnly: boolean },
): Store {
  const db = wrapConnection(connection)
  return {
    all: db.all,
    first: db.first,
    write: (change, work) => {
      if (context.isReadOnly) {
        throw new VaultProblem(
          'write-failed',
          'This vault is open for reading only, because its disk is write-protected. Copy the vault folder to a writable disk to change it.',
        )
      }
      const transaction = connection.transaction(() => {
        const value = work(db)
        appendAuditEntry(db, change, { at: context.now(), key: context.auditKey })
        return value
      })
      try {
        return transaction.immediate()
      } catch (error) {
        throw explainWriteError(error)
      }
    },
    findDamage: () => {
      const pages = z.array(z.looseObject({ integrity_check: z.string() })).parse(connection.pragma('integrity_check(20)'))
      const references = z.array(z.looseObject({ table: z.string() })).parse(connection.pragma('foreign_key_check'))
      return [
        ...pages.map((row) => row.integrity_check).filter((finding) => finding !== 'ok'),
        ...references.map((row) => `A row of ${row.table} refers to something that is not there.`),
      ]
    },
    close: () => connection.close(),
  }
}
