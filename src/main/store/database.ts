// Reading and writing the vault's database: two different types, so that only a transaction can change anything.
import type Sqlite from 'better-sqlite3'
import type { z } from 'zod'
import { explainReadError } from './explain-failure.ts'
import type { Command, Query, SqlParameters } from './statement.ts'

export interface ReadDb {
  /**
   * All rows, each read by the query's schema. Throws when a row does not fit, and `VaultProblem` `database-damaged` or
   * `read-failed` when the file or its disk cannot give them.
   */
  all<Row extends z.ZodType>(statement: Query<Row>, parameters?: SqlParameters): z.infer<Row>[]
  /** The first row, or undefined. */
  first<Row extends z.ZodType>(statement: Query<Row>, parameters?: SqlParameters): z.infer<Row> | undefined
}

export interface WriteDb extends ReadDb {
  /** Runs a change and returns how many rows it touched. */
  run(statement: Command, parameters?: SqlParameters): number
}

function reading<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw explainReadError(error)
  }
}

/** A `WriteDb` over an open connection. Statements are prepared once and kept. */
export function wrapConnection(connection: Sqlite.Database): WriteDb {
  const prepared = new Map<string, Sqlite.Statement<[SqlParameters]>>()
  const prepare = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare<[SqlParameters]>(sql)
    prepared.set(sql, statement)
    return statement
  }
  return {
    all: (statement, parameters = {}) => reading(() => prepare(statement.sql).all(parameters)).map((row) => statement.row.parse(row)),
    first: (statement, parameters = {}) => {
      const row = reading(() => prepare(statement.sql).get(parameters))
      return row === undefined ? undefined : statement.row.parse(row)
    },
    run: (statement, parameters = {}) => prepare(statement.sql).run(parameters).changes,
  }
}
