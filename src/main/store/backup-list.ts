// The backups in a folder, and the removal of those that the rotation no longer keeps.
import { lstatSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { VaultId } from '#shared/domain/ids.ts'
import { manifestFileName } from './backup.ts'
import { type BackupManifest, isTrueManifest, readManifest } from './backup-manifest.ts'
import { backupsToKeep, newestFirst } from './backup-rotation.ts'

const idPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)(-\d{1,4})?$/
const manifestLimitBytes = 16_384

/** True for the name of a finished backup's folder, and never for a path that leads elsewhere. */
export function isBackupId(id: string): boolean {
  return idPattern.test(id)
}

export interface StoredBackup {
  readonly id: string
  readonly folder: string
  /** From the manifest, or the folder's name where there is none. */
  readonly madeAt: string
  /** Null for a backup of the first release, which wrote none, and where it cannot be read. */
  readonly manifest: BackupManifest | null
  readonly databaseSizeBytes: number
}

function readManifestFile(folder: string): BackupManifest | null {
  try {
    const path = join(folder, manifestFileName)
    return statSync(path).size > manifestLimitBytes ? null : readManifest(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function readBackup(parent: string, id: string): StoredBackup | null {
  const folder = join(parent, id)
  const database = lstatSync(join(folder, 'vault.db'), { throwIfNoEntry: false })
  if (!database?.isFile()) return null
  const manifest = readManifestFile(folder)
  const madeAt = manifest?.madeAt ?? id.replace(idPattern, '$1T$2:$3:$4')
  return { id, folder, madeAt, manifest, databaseSizeBytes: database.size }
}

const dated = ({ id, madeAt, manifest }: StoredBackup) => ({ id, madeAt, sequence: manifest?.audit.sequence ?? 0 })

/** The finished backups in `parent`, newest first; none when the folder cannot be read. Reads no database. */
export function listBackups(parent: string): StoredBackup[] {
  let names: string[]
  try {
    names = readdirSync(parent)
  } catch {
    return []
  }
  const found = names.filter(isBackupId).flatMap((id) => readBackup(parent, id) ?? [])
  return found.toSorted((a, b) => newestFirst(dated(a), dated(b)))
}

/** Whose backups may be removed. */
interface Owner {
  readonly vaultId: VaultId
  readonly auditKey: Buffer
}

/** The backups that this vault made and that nobody changed since. */
export function ownBackups(parent: string, { vaultId, auditKey }: Owner): (StoredBackup & { readonly manifest: BackupManifest })[] {
  return listBackups(parent).flatMap(({ manifest, ...backup }) =>
    manifest !== null && manifest.vaultId === vaultId && isTrueManifest(manifest, auditKey) ? [{ ...backup, manifest }] : [],
  )
}

/** True for a head that lies on the history of the vault as it is now. */
type IsOnHistory = (head: BackupManifest['audit']) => boolean

/**
 * Removes what the rotation no longer keeps, and copies that were cut off. What this vault did not make is left alone.
 * Backups of a past that was given up, by restoring an older one or by a salvage, are longer than the new ones and would push them out;
 * so each of the two is rotated by itself.
 */
export function removeOldBackups(parent: string, owner: Owner, isOnHistory: IsOnHistory): void {
  const own = ownBackups(parent, owner)
  const pasts = Map.groupBy(own, ({ manifest }) => isOnHistory(manifest.audit))
  const kept = new Set([...pasts.values()].flatMap((past) => [...backupsToKeep(past.map(dated))]))
  for (const { id, folder } of own) if (!kept.has(id)) rmSync(folder, { recursive: true, force: true })
  for (const name of readdirSync(parent)) {
    if (name.endsWith('.partial') && isBackupId(name.slice(0, -'.partial'.length)))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
}
