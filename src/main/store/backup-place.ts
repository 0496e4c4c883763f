// Copies a backup to a second place, such as a USB stick: all of it under its name, or nothing.
import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { VaultId } from '#shared/domain/ids.ts'
import { syncDirectory } from './durable-file.ts'
import type { MadeBackup } from './backup.ts'
import { databaseFileName } from './vault-database.ts'
import { VaultProblem } from './vault-problem.ts'

/** Whose backups they are. */
export interface BackupOwner {
  readonly id: VaultId
  readonly name: string
}

/** The folder of a vault's backups at a second place. Two vaults of one name have different ones. */
export function folderAtPlace(place: string, { id, name }: BackupOwner): string {
  // Sticks are mostly FAT, which takes fewer characters in a name than the disk that the vault is on.
  const takenAnywhere = name.slice(0, 60).replace(/["*:<>?|\\\p{Cc}]/gu, '-')
  return join(place, `${takenAnywhere} ${id.slice(0, 8)} backups`)
}

/** True when the place is connected and may be written to. */
export async function isPlaceThere(place: string): Promise<boolean> {
  try {
    await access(place, constants.W_OK)
    return (await stat(place)).isDirectory()
  } catch {
    return false
  }
}

async function copyAndSync(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function refuseStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new Error('Stopped.')
}

async function fill(partial: string, backup: MadeBackup, signal: AbortSignal): Promise<void> {
  await mkdir(partial, { mode: 0o700 })
  for (const name of await readdir(backup.folder)) {
    refuseStopped(signal)
    await copyAndSync(join(backup.folder, name), join(partial, name))
  }
  if ((await hashOf(join(partial, databaseFileName))) !== backup.manifest.database.sha256) {
    throw new VaultProblem(
      'write-failed',
      'The copy in the second place is not what was written there. Its medium may be failing; use another.',
    )
  }
  refuseStopped(signal)
}

/**
 * Copies a backup to `folder`, which is made where its parent is there. Compares the copy with the manifest before it gets its name.
 * True when something was copied, false when it was there already. Throws what the file system says and leaves nothing half done.
 */
export async function copyToPlace(backup: MadeBackup, folder: string, signal: AbortSignal): Promise<boolean> {
  const target = join(folder, backup.id)
  const partial = `${target}.partial`
  await mkdir(folder).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  const isThere = await stat(target).then(
    () => true,
    () => false,
  )
  if (isThere) return false
  try {
    await rm(partial, { recursive: true, force: true })
    await fill(partial, backup, signal)
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
  syncDirectory(folder)
  return true
}
