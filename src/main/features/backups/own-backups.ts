// The backups of the open vault: which there are, whether one is due, and making one at once.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupReason } from '#shared/contract/backups.ts'
import { readAuditEntry } from '#main/store/audit.ts'
import { backUp, backupsFolderName, type BackupOrder, type MadeBackup } from '#main/store/backup.ts'
import { ownBackups, removeOldBackups } from '#main/store/backup-list.ts'
import type { Vault } from '#main/store/vault.ts'
import type { FeatureContext } from '../feature-context.ts'
import { countChangesAfter } from './queries.ts'

const ownerOf = (vault: Vault) => ({ vaultId: vault.id, auditKey: vault.auditKey })
const folderOf = (vault: Vault) => join(vault.directory, backupsFolderName)

export function orderFor(context: FeatureContext, vault: Vault, reason: BackupReason): BackupOrder {
  const { directory, id, auditKey, openCopy } = vault
  const { applicationVersion } = context
  return { directory, vaultId: id, auditKey, reason, at: context.now(), applicationVersion, openCopy: (path) => openCopy(path) }
}

/** The newest backup that this vault made; null when there is none. */
export function newestOwn(vault: Vault): MadeBackup | null {
  return ownBackups(folderOf(vault), ownerOf(vault))[0] ?? null
}

/** True when something changed since the newest backup, or that belongs to another past of this vault. */
export function hasChanged(vault: Vault): boolean {
  const newest = newestOwn(vault)
  if (newest === null) return true
  const { sequence, head } = newest.manifest.audit
  if (vault.store.first(readAuditEntry, { sequence })?.hash !== head) return true
  return (vault.store.first(countChangesAfter, { sequence })?.changes ?? 0) > 0
}

/** Removes what the rotation gives up. */
export function rotate(vault: Vault): void {
  removeOldBackups(folderOf(vault), ownerOf(vault))
}

/** Makes a backup in one go if something changed; nothing for a vault that is open for reading only. Throws like `backUpInSteps`. */
export function backUpIfChanged(context: FeatureContext, vault: Vault, reason: BackupReason): void {
  if (vault.isReadOnly || !hasChanged(vault)) return
  backUp(vault.store, orderFor(context, vault, reason))
  rotate(vault)
}

/** Size of the vault's database in bytes. Looks at the file's facts only: opening it would drop SQLite's locks. */
export async function databaseSize(vault: Vault): Promise<number> {
  return (await stat(join(vault.directory, 'vault.db'))).size
}
