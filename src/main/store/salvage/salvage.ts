// Saves what can be saved of a damaged vault into a new one, and says what was lost. The damaged one is only read.
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SalvageReport } from '#shared/domain/salvage-report.ts'
import { backupsFolderName } from '../backup.ts'
import { openConnection } from '../connection.ts'
import { syncDirectory } from '../durable-file.ts'
import { explainCreateError, explainOpenError } from '../explain-failure.ts'
import { sealKeyList } from '../keys/key-list.ts'
import { readKeyLists, type StoredKeyList, writeKeyLists } from '../keys/key-store.ts'
import { subKeysOf } from '../keys/new-keys.ts'
import { type OpenedKeys, openKeys, type Proof } from '../keys/open-keys.ts'
import { deriveKey, type SubKeys } from '../keys/sub-keys.ts'
import { tryTo } from '../try-to.ts'
import { databaseFileName, type VaultEnvironment } from '../vault-database.ts'
import { VaultProblem } from '../vault-problem.ts'
import { type PageReader, type PageSource, saltSizeBytes } from './encrypted-pages.ts'
import type { FillContext } from './fill-vault.ts'
import { nothingReadable, openReader, openSource, salvageDatabase } from './salvage-database.ts'

export interface SalvageOrder {
  /** The damaged vault. */
  readonly from: string
  /** Where the new one is made; nothing may stand there. */
  readonly to: string
  readonly proof: Proof
  readonly environment: VaultEnvironment
  readonly packRow: FillContext['packRow']
}

/** The first bytes of the databases in the backups: the same as the vault's own were. */
function saltsOfBackups(directory: string): Buffer[] {
  const folder = join(directory, backupsFolderName)
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name, databaseFileName)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return []
    const { source, close } = openSource(path)
    const salt = source.read(0, saltSizeBytes)
    close()
    return salt.length === saltSizeBytes ? [salt] : []
  })
}

/** The keys of the new vault, and its key list: those in force, or the next when the database is already under those. */
interface KeysOfNew {
  readonly reader: PageReader
  readonly keys: SubKeys
  readonly listText: string
}

function keysOf(dataKey: Buffer, { list }: OpenedKeys, auditKey: OpenedKeys['list']['auditKey']): SubKeys {
  const keys = subKeysOf(dataKey, list.vaultId, auditKey)
  if (keys === null) throw new Error('A key list with a true seal holds an audit key that does not open.')
  return keys
}

function fittingKeys(
  source: PageSource,
  opened: OpenedKeys,
  known: { readonly text: string; readonly salts: readonly Buffer[] },
): KeysOfNew {
  const { list, dataKey, nextDataKey } = opened
  const readerFor = (key: Buffer) => openReader(source, deriveKey(key, list.vaultId, 'database'), known.salts)
  const reader = readerFor(dataKey)
  if (reader !== null) return { reader, keys: keysOf(dataKey, opened, list.auditKey), listText: known.text }
  const nextReader = nextDataKey === null ? null : readerFor(nextDataKey)
  if (nextDataKey === null || nextReader === null || list.next === null) throw nothingReadable()
  const { seal: _, ...body } = list
  const { slots, auditKey } = list.next
  const listText = sealKeyList({ ...body, generation: body.generation + 1, slots, auditKey, next: null }, nextDataKey)
  return { reader: nextReader, keys: keysOf(nextDataKey, opened, auditKey), listText }
}

/** Refuses a vault that is open elsewhere. Looks without writing; whatever else is wrong with it is why we are here. */
function refuseOpenElsewhere(order: SalvageOrder, key: Buffer): void {
  const path = join(order.from, databaseFileName)
  const { sqliteBinding } = order.environment
  try {
    const connection = openConnection({ path, key, mustExist: true, isReadOnly: true, sqliteBinding })
    try {
      connection.pragma('user_version')
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) throw error
  }
}

const journalSuffix = '-journal'

/**
 * The file to read. When a save was cut off, a copy in which SQLite has taken that save back, as far as it can; the journal is what the
 * last good state needs, and the damaged vault stays as it is.
 */
function settledFile(order: SalvageOrder, scratch: string, key: Buffer): string {
  const path = join(order.from, databaseFileName)
  const journal = `${path}${journalSuffix}`
  if ((statSync(journal, { throwIfNoEntry: false })?.size ?? 0) === 0) return path
  mkdirSync(scratch, { mode: 0o700 })
  const copy = join(scratch, databaseFileName)
  copyFileSync(path, copy)
  copyFileSync(journal, `${copy}${journalSuffix}`)
  const { sqliteBinding } = order.environment
  tryTo(() => {
    const connection = openConnection({ path: copy, key, mustExist: true, isReadOnly: false, sqliteBinding })
    tryTo(() => connection.pragma('user_version'))
    connection.close()
  })
  return copy
}

function refuseOccupied(directory: string): void {
  const isEmptyFolder = () => statSync(directory).isDirectory() && readdirSync(directory).length === 0
  if (!existsSync(directory) || isEmptyFolder()) return
  throw new VaultProblem('vault-exists', 'There is already something at that place. Choose another name; nothing was overwritten.')
}

function salvageInto(partial: string, order: SalvageOrder, keys: { readonly opened: OpenedKeys; readonly text: string }): SalvageReport {
  const { opened, text } = keys
  const { list, dataKey } = opened
  if (!statSync(join(order.from, databaseFileName), { throwIfNoEntry: false })?.isFile()) throw nothingReadable()
  const databaseKey = deriveKey(dataKey, list.vaultId, 'database')
  refuseOpenElsewhere(order, databaseKey)
  const { source, close } = openSource(settledFile(order, `${partial}.scratch`, databaseKey))
  try {
    const fitting = fittingKeys(source, opened, { text, salts: saltsOfBackups(order.from) })
    mkdirSync(partial, { mode: 0o700 })
    const { environment, packRow } = order
    const vault = { vaultId: list.vaultId, createdAt: list.createdAt }
    const made = { path: join(partial, databaseFileName), keys: fitting.keys, vault, packRow, environment }
    const report = salvageDatabase(fitting.reader, made)
    writeKeyLists(partial, fitting.listText)
    return report
  } finally {
    close()
    rmSync(`${partial}.scratch`, { recursive: true, force: true })
  }
}

async function openStored(stored: readonly StoredKeyList[], proof: Proof): Promise<{ opened: OpenedKeys; text: string }> {
  const opened = await openKeys(
    stored.map(({ list }) => list),
    proof,
  )
  return { opened, text: stored.find(({ list }) => list === opened.list)?.text ?? '' }
}

/**
 * Makes a new vault of what can be read of a damaged one. The passphrases, recovery code and devices of the old one open it.
 * The damaged one is not changed. Refuses like opening and making a vault do, and with `nothing-readable`.
 */
export async function salvageVault(order: SalvageOrder): Promise<SalvageReport> {
  const partial = join(dirname(order.to), `.gatehouse-${randomUUID()}.partial`)
  try {
    refuseOccupied(order.to)
    const keys = await openStored(readKeyLists(order.from), order.proof)
    try {
      const report = salvageInto(partial, order, keys)
      if (existsSync(order.to)) rmdirSync(order.to)
      renameSync(partial, order.to)
      syncDirectory(dirname(order.to))
      return report
    } finally {
      keys.opened.dataKey.fill(0)
      keys.opened.nextDataKey?.fill(0)
    }
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw error instanceof VaultProblem ? error : explainCreateError(explainOpenError(error, order.from))
  }
}
