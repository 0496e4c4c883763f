// Knows the database of a vault among the files that a person may choose.
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { keyFileName } from './keys/key-store.ts'

/**
 * True for the database of a vault, whichever link leads to it. Nothing may open one as some other file: when a second handle to a database
 * that is open here is closed, its lock is lost (POSIX), and another program may write it as well. Throws the file system's own error.
 */
export function isVaultDatabase(path: string): boolean {
  const place = realpathSync(path)
  return basename(place) === 'vault.db' && existsSync(join(dirname(place), keyFileName))
}
