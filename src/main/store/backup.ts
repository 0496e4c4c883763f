// An encrypted copy of the database, checked before it counts, made before anything is upgraded.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { openConnection } from './connection.ts'
import { syncDirectory } from './durable-file.ts'
import { copyKeyFiles } from './keys/key-store.ts'
import { findDamage } from './store.ts'
import { VaultProblem } from './vault-problem.ts'

interface BackupOrder {
  readonly directory: string
  readonly key: Buffer
  readonly at: string
  readonly sqliteBinding: string | undefined
}

function refuseDamagedCopy(path: string, order: BackupOrder): void {
  const copy = openConnection({ path, key: order.key, mustExist: true, isReadOnly: true, sqliteBinding: order.sqliteBinding })
  try {
    const [problem] = findDamage(copy)
    if (problem === undefined) return
    throw new VaultProblem(
      'database-damaged',
      'The database of this vault is damaged, so it was not brought up to date. Nothing was changed. Open the newest backup of the vault, and keep this folder as it is.',
    )
  } finally {
    copy.close()
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Copies the database with VACUUM INTO (same key, no journal) to `backups/<time>/` and reads the copy through. The key file stands
 * beside it, because a backup without key slots could never be opened. Throws before anything is upgraded when the copy is not sound.
 */
export function backUpBeforeMigration(connection: Sqlite.Database, order: BackupOrder): void {
  const { directory, at } = order
  const target = join(directory, 'backups', at.replaceAll(':', '-'))
  const partial = `${target}.partial`
  const copy = join(partial, 'vault.db')
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true, mode: 0o700 })
  try {
    connection.prepare('VACUUM INTO ?').run(copy)
    refuseDamagedCopy(copy, order)
    syncFile(copy)
    copyKeyFiles(directory, partial)
    syncDirectory(partial)
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw error
  }
  syncDirectory(join(directory, 'backups'))
}
