// Prepared SQL with the schema of its rows, so that what comes out of the file is unknown until a schema has read it.
import type { z } from 'zod'

export type SqlValue = string | number | bigint | Uint8Array | null
export type SqlParameters = Readonly<Record<string, SqlValue>>

/** A statement that returns rows. */
export interface Query<Row extends z.ZodType> {
  readonly kind: 'query'
  readonly sql: string
  readonly row: Row
}

/** A statement that changes rows. */
export interface Command {
  readonly kind: 'command'
  readonly sql: string
  /** The parameter that names the third party of which alone it changes rows; undefined when it may change those of any. */
  readonly ofParty: string | undefined
}

export function query<Row extends z.ZodType>(sql: string, row: Row): Query<Row> {
  return { kind: 'query', sql, row }
}

export function command(sql: string, { ofParty }: Pick<Partial<Command>, 'ofParty'> = {}): Command {
  return { kind: 'command', sql, ofParty }
}
