// Opens a backup with the passphrase of its time: to prove that it can be restored, and to restore it beside what is there.
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { RecordCounts } from '#shared/contract/backups.ts'
import { checkCopy, hashFile, manifestFileName } from './backup.ts'
import { isTrueManifest } from './backup-manifest.ts'
import type { StoredBackup } from './backup-list.ts'
import { openConnection } from './connection.ts'
import { syncDirectory, syncFile } from './durable-file.ts'
import { explainCreateError, explainOpenError } from './explain-failure.ts'
import { copyKeyFiles, keyFileName, readKeyLists } from './keys/key-store.ts'
import { subKeysOf } from './keys/new-keys.ts'
import { openKeys, type Proof } from './keys/open-keys.ts'
import type { SubKeys } from './keys/sub-keys.ts'
import { refuseForeignSchema } from './migrate.ts'
import { migrations } from './migrations.ts'
import { databaseFileName, openVault, type VaultEnvironment } from './vault.ts'
import { VaultProblem } from './vault-problem.ts'

/** What reading a backup through gave. */
export interface TestedBackup {
  readonly counts: RecordCounts
  readonly historyEntries: number
  readonly historyHead: string
  /** False for a backup that has no manifest to be compared with, such as one of the first release. */
  readonly isCompared: boolean
}

function finish<Value>(steps: Iterator<unknown, Value>): Value {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

const differs = (what: string) =>
  new VaultProblem('backup-damaged', `This backup is not as it was made: ${what}. It was left as it is. Use the backup before it.`)

/** What was changed since the backup was made, in a few words; null when nothing was, or when there is no manifest to compare with. */
export function findChange({ manifest }: StoredBackup, folder: string, auditKey: Buffer): string | null {
  if (manifest === null) return existsSync(join(folder, manifestFileName)) ? 'its manifest cannot be read' : null
  if (!isTrueManifest(manifest, auditKey)) return 'its manifest was changed'
  const hashOf = (name: string) => finish(hashFile(join(folder, name))).sha256
  if (hashOf(databaseFileName) !== manifest.database.sha256) return 'its database was changed'
  return hashOf(keyFileName) === manifest.keys.sha256 ? null : 'its key list was changed'
}

function readThrough(connection: Sqlite.Database, backup: StoredBackup, keys: SubKeys): TestedBackup {
  refuseForeignSchema(connection, migrations)
  const { counts, audit } = finish(checkCopy(connection, keys.auditMac))
  const { manifest } = backup
  if (manifest !== null && manifest.audit.head !== audit.head) throw differs('its history is not the one it was made with')
  return { counts, historyEntries: audit.sequence, historyHead: audit.head, isCompared: manifest !== null }
}

async function openKeysOf(folder: string, proof: Proof): Promise<SubKeys> {
  const { list, dataKey, nextDataKey } = await openKeys(
    readKeyLists(folder).map((stored) => stored.list),
    proof,
  )
  try {
    const keys = subKeysOf(dataKey, list.vaultId, list.auditKey)
    if (keys === null) throw new Error('A key list with a true seal holds an audit key that does not open.')
    return keys
  } finally {
    dataKey.fill(0)
    nextDataKey?.fill(0)
  }
}

async function testFiles(backup: StoredBackup, folder: string, access: BackupAccess): Promise<TestedBackup> {
  const keys = await openKeysOf(folder, access.proof)
  const { database, auditMac } = keys
  const { sqliteBinding } = access.environment
  try {
    const change = findChange(backup, folder, auditMac)
    if (change !== null) throw differs(change)
    const path = join(folder, databaseFileName)
    const connection = openConnection({ path, key: database, mustExist: true, isReadOnly: true, sqliteBinding })
    try {
      return readThrough(connection, backup, keys)
    } finally {
      connection.close()
    }
  } finally {
    database.fill(0)
    auditMac.fill(0)
  }
}

/** With what a backup is opened. */
export interface BackupAccess {
  readonly proof: Proof
  readonly environment: VaultEnvironment
}

/**
 * Opens a backup for reading only, with the passphrase or recovery code it was made with, compares it with its manifest, reads every
 * page and the whole history, and counts its records. Refuses like opening a vault does, and with `backup-damaged`.
 */
export async function testBackup(backup: StoredBackup, access: BackupAccess): Promise<TestedBackup> {
  try {
    return await testFiles(backup, backup.folder, access)
  } catch (error) {
    throw explainOpenError(error, backup.folder)
  }
}

/** Copies the backup's files to a new folder, brings them to the disk and reads the copy through. */
async function copyFiles(backup: StoredBackup, to: string, access: BackupAccess): Promise<TestedBackup> {
  mkdirSync(to, { mode: 0o700 })
  const path = join(to, databaseFileName)
  copyFileSync(join(backup.folder, databaseFileName), path)
  syncFile(path)
  copyKeyFiles(backup.folder, to)
  return testFiles(backup, to, access)
}

/** Opens the restored vault once: brought up to date, and with an entry in its history that says where it comes from. */
async function noteRestore(directory: string, backup: StoredBackup, access: BackupAccess): Promise<void> {
  const vault = await openVault(directory, access.proof, access.environment)
  try {
    const payload = { backup: backup.id, madeAt: backup.madeAt, audit: backup.manifest?.audit ?? null }
    vault.store.write({ action: 'backups.restore', subject: backup.madeAt, payload }, () => undefined)
  } finally {
    vault.close()
  }
}

/**
 * Makes a vault of a backup at `directory`, where nothing may stand: beside the one it was made of, never over it. The copy is read through
 * before it gets its name. Refuses like making and opening a vault do.
 */
export async function restoreBackup(backup: StoredBackup, directory: string, access: BackupAccess): Promise<TestedBackup> {
  const partial = join(dirname(directory), `.gatehouse-${randomUUID()}.partial`)
  try {
    if (existsSync(directory) && !isEmptyFolder(directory)) {
      throw new VaultProblem('vault-exists', 'There is already something at that place. Choose another name; nothing was overwritten.')
    }
    const tested = await copyFiles(backup, partial, access)
    await noteRestore(partial, backup, access)
    syncDirectory(partial)
    if (existsSync(directory)) rmdirSync(directory)
    renameSync(partial, directory)
    syncDirectory(dirname(directory))
    return tested
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw error instanceof VaultProblem ? error : explainCreateError(explainOpenError(error, backup.folder))
  }
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0
  } catch {
    return false
  }
}
