// Saves what can be read of one damaged database file into another: the part of salvaging that knows pages and keys but no vault.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import { openConnection } from '../connection.ts'
import { syncFile } from '../durable-file.ts'
import type { SubKeys } from '../keys/sub-keys.ts'
import { type Migration, migrations } from '../migrations.ts'
import { findDamage } from '../store.ts'
import type { VaultEnvironment } from '../vault-database.ts'
import { VaultProblem } from '../vault-problem.ts'
import { findSalt, openPages, type PageReader, type PageSource } from './encrypted-pages.ts'
import { type FillContext, type Findings, fillVault } from './fill-vault.ts'
import { findPages } from './find-pages.ts'
import { layoutsOf } from './table-layouts.ts'

export const nothingReadable = () =>
  new VaultProblem(
    'nothing-readable',
    'Not one page of this database can be read with the keys of this vault, so nothing can be saved from it. Restore the newest backup instead.',
  )

export interface OpenFile {
  readonly source: PageSource
  readonly close: () => void
}

/** A file to read pages from. */
export function openSource(path: string): OpenFile {
  const handle = openSync(path, 'r')
  const { size } = fstatSync(handle)
  const read = (position: number, length: number) => {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, position))
  }
  return { source: { sizeBytes: size, read }, close: () => closeSync(handle) }
}

/** A reader for the pages, or null when this key fits none of them. `salts` are those of copies of the file. */
export function openReader(source: PageSource, key: Buffer, salts: readonly Buffer[]): PageReader | null {
  const salt = findSalt(source, key, salts)
  return salt === null ? null : openPages(source, key, salt)
}

const userVersionOffset = 60

/** The schema's number from the file's header; the newest when that is damaged. */
function schemaNumberOf(reader: PageReader, known: number): number {
  const stated = reader.page(1)?.readUInt32BE(userVersionOffset) ?? 0
  if (stated > known) {
    throw new VaultProblem('vault-newer', 'This vault was made by a newer Gatehouse. Salvage it with that version; nothing was changed.')
  }
  return stated > 0 ? stated : known
}

function find(reader: PageReader, steps: readonly Migration[], sqliteBinding: string | undefined): Findings {
  const schemaNumber = schemaNumberOf(reader, steps.length)
  const layouts = layoutsOf(steps.slice(0, schemaNumber), sqliteBinding)
  const search = findPages(reader, layouts)
  let step = search.next()
  while (step.done !== true) step = search.next()
  return { reader, found: step.value, layouts, schemaNumber }
}

export interface NewDatabase {
  /** Where nothing may stand. */
  readonly path: string
  readonly keys: SubKeys
  readonly vault: FillContext['vault']
  readonly packRow: FillContext['packRow']
  readonly environment: VaultEnvironment
}

/** Makes a new database of what `reader` gives, checks it and brings it to the disk. */
export function salvageDatabase(reader: PageReader, { path, keys, vault, packRow, environment }: NewDatabase): SalvageReport {
  if (existsSync(path)) throw new Error('A database is salvaged into a new file only.')
  const { sqliteBinding, now } = environment
  const steps = environment.migrations ?? migrations
  const findings = find(reader, steps, sqliteBinding)
  const connection = openConnection({ path, key: keys.database, mustExist: false, isReadOnly: false, sqliteBinding })
  try {
    const report = fillVault(connection, findings, { auditKey: keys.auditMac, at: now(), migrations: steps, vault, packRow })
    const [damage] = findDamage(connection)
    if (damage !== undefined) throw new Error(`The salvaged vault is not sound: ${damage}`)
    return report
  } finally {
    connection.close()
    syncFile(path)
  }
}
