// Finds the backups a person means: of the open vault, of a vault that does not open, or in a folder such as on a USB stick.
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupSource, BackupSummary } from '#shared/contract/backups.ts'
import { Refusal } from '#shared/contract/refusal.ts'
import { backupsFolderName } from '#main/store/backup.ts'
import { isBackupId, listBackups, type StoredBackup } from '#main/store/backup-list.ts'
import { countsOf, isTrueManifest } from '#main/store/backup-manifest.ts'
import { type Vault, vaultSuffix } from '#main/store/vault.ts'
import { type FeatureContext, requireVault } from '../feature-context.ts'

interface FoundBackups {
  /** What the vault was called, as far as the folders say. */
  readonly name: string
  readonly backups: readonly StoredBackup[]
}

const nameOf = (path: string) => basename(path, vaultSuffix)

/** The folders below `path` that hold backups of a vault, such as those that copies at a second place stand in. */
function foldersWithBackups(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(path, entry.name)] : []))
  } catch {
    return []
  }
}

/** Backups at a place that was chosen: a single one, a folder of them, a vault's folder, or a stick with such a folder on it. */
function backupsAt(path: string): FoundBackups {
  if (isBackupId(basename(path))) {
    const own = listBackups(dirname(path)).filter(({ id }) => id === basename(path))
    if (own.length > 0) return { name: nameOf(dirname(path)), backups: own }
  }
  const inVault = join(path, backupsFolderName)
  if (existsSync(inVault)) return { name: nameOf(path), backups: listBackups(inVault) }
  const here = listBackups(path)
  if (here.length > 0) return { name: nameOf(path), backups: here }
  const first = foldersWithBackups(path).find((folder) => listBackups(folder).length > 0)
  return first === undefined ? { name: nameOf(path), backups: [] } : { name: nameOf(first), backups: listBackups(first) }
}

export function findBackups(context: FeatureContext, source: BackupSource): FoundBackups {
  if (source.kind === 'open') {
    const { directory, name } = requireVault(context)
    return { name, backups: listBackups(join(directory, backupsFolderName)) }
  }
  return backupsAt(context.grants.pathOf(source.handle, source.kind === 'vault' ? 'vault' : 'backup'))
}

/** One of them; refuses with `backup-not-found`. */
export function findBackup(context: FeatureContext, source: BackupSource, id: string): StoredBackup {
  const found = findBackups(context, source).backups.find((backup) => backup.id === id)
  if (found === undefined) throw new Refusal('backup-not-found', 'That backup is no longer there. Look at the list again.')
  return found
}

/** A row of the list. Its counts are shown when the open vault made it. */
export function summaryOf({ id, madeAt, manifest, databaseSizeBytes }: StoredBackup, vault: Vault | null): BackupSummary {
  const isOwn = manifest !== null && vault !== null && manifest.vaultId === vault.id && isTrueManifest(manifest, vault.auditKey)
  return {
    id,
    madeAt,
    reason: manifest?.reason ?? null,
    sizeBytes: databaseSizeBytes,
    historyEntries: manifest?.audit.sequence ?? null,
    counts: isOwn ? countsOf(manifest, vault.auditKey) : null,
  }
}
