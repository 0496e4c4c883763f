// Counts what statements change, and whose rows, so that what is kept of the vault is read anew only where it changed.
import type { WriteDb } from './database.ts'
import { changedTable } from './derived-tables.ts'
import type { Command, SqlParameters } from './statement.ts'

export interface ChangedParties {
  /** How many changes there were so far. */
  readonly at: number
  /** The third parties whose rows changed; null when it may have been those of any. */
  readonly ids: ReadonlySet<string> | null
}

export interface CountedChanges {
  /** The same database, which counts. */
  readonly counted: WriteDb
  readonly changesOf: (tables: readonly string[]) => number
  readonly changedParties: (tables: readonly string[], since: number) => ChangedParties
}

/** Third parties remembered of one table; after more than that, all may have changed. */
const limit = 1_000

interface TableChanges {
  count: number
  /** The newest change that named no third party. */
  unnamedAt: number
  /** The newest change of each third party that was named. */
  readonly namedAt: Map<string, number>
}

function noteParty(changes: TableChanges, at: number, party: unknown): void {
  if (typeof party === 'string' && changes.namedAt.size < limit) changes.namedAt.set(party, at)
  else {
    changes.unnamedAt = at
    changes.namedAt.clear()
  }
}

const partyOf = ({ ofParty }: Command, parameters: SqlParameters | undefined) => (ofParty === undefined ? undefined : parameters?.[ofParty])

export function countChanges(db: WriteDb): CountedChanges {
  const byTable = new Map<string, TableChanges>()
  let at = 0
  const tableChanges = (table: string) => {
    const changes = byTable.get(table) ?? { count: 0, unnamedAt: 0, namedAt: new Map<string, number>() }
    byTable.set(table, changes)
    return changes
  }
  const counted: WriteDb = {
    ...db,
    run: (statement, parameters) => {
      const table = changedTable(statement.sql)
      if (table === null) throw new Error('A statement that changes rows begins with INSERT INTO, UPDATE or DELETE FROM.')
      at += 1
      const changes = tableChanges(table)
      changes.count += 1
      noteParty(changes, at, partyOf(statement, parameters))
      return db.run(statement, parameters)
    },
  }
  return {
    counted,
    changesOf: (tables) => tables.reduce((sum, table) => sum + tableChanges(table).count, 0),
    changedParties: (tables, since) => {
      const all = tables.map(tableChanges)
      if (all.some(({ unnamedAt }) => unnamedAt > since)) return { at, ids: null }
      return { at, ids: new Set(all.flatMap(({ namedAt }) => [...namedAt].flatMap(([id, when]) => (when > since ? [id] : [])))) }
    },
  }
}
