// An encrypted copy of the database, checked before it counts, made before anything is upgraded.
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { syncDirectory } from './durable-file.ts'
import { keyFileName } from './keys/key-store.ts'

/**
 * Copies the database with VACUUM INTO (same key, no journal) to `backups/<time>/`, with the key file beside it,
 * because a backup without key slots could never be opened.
 */
export function backUpBeforeMigration(connection: Sqlite.Database, directory: string, at: string): void {
  const target = join(directory, 'backups', at.replaceAll(':', '-'))
  const partial = `${target}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true, mode: 0o700 })
  connection.prepare('VACUUM INTO ?').run(join(partial, 'vault.db'))
  copyFileSync(join(directory, keyFileName), join(partial, keyFileName))
  syncDirectory(partial)
  renameSync(partial, target)
  syncDirectory(join(directory, 'backups'))
}
