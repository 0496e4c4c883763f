// The numbered steps that bring a vault's schema up to date, each with the checksum of its text.
import { createHash } from 'node:crypto'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

const fileName = /\/(\d{4})-([a-z0-9-]+)\.sql$/

/** Reads migrations from `path → SQL text`, in order. Throws when a number is missing, twice there, or a name is odd. */
export function readMigrations(files: Readonly<Record<string, string>>): readonly Migration[] {
  const read = Object.entries(files).map(([path, sql]) => {
    const parts = fileName.exec(path)
    if (!parts) throw new Error(`A migration's name must look like 0001-first.sql, not ${path}.`)
    return { number: Number(parts[1]), name: String(parts[2]), sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
  read.sort((a, b) => a.number - b.number)
  for (const [index, migration] of read.entries()) {
    if (migration.number !== index + 1) throw new Error(`Migration ${index + 1} is missing or there twice.`)
  }
  return read
}

const sqlTexts = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

export const migrations = readMigrations(sqlTexts)
