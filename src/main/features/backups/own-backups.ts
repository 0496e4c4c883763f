// The backups of the open vault: which there are, whether one is due, and making one at once.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupReason } from '#shared/contract/backups.ts'
import { readAuditEntry } from '#main/store/audit.ts'
import { backUp, backupsFolderName, type BackupOrder, type MadeBackup } from '#main/store/backup.ts'
import { ownBackups, removeOldBackups } from '#main/store/backup-list.ts'
import type { BackupManifest } from '#main/store/backup-manifest.ts'
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

/** True for a head that lies on the history as it is now, and not on a past that was given up by restoring an older backup or by a salvage. */
function isOnHistory({ store }: Vault, { sequence, head }: BackupManifest['audit']): boolean {
  return store.first(readAuditEntry, { sequence })?.hash === head
}

/** The newest backup that this vault made of what is in it now or was before; null when there is none. */
export function newestOwn(vault: Vault): MadeBackup | null {
  return ownBackups(folderOf(vault), ownerOf(vault)).find(({ manifest }) => isOnHistory(vault, manifest.audit)) ?? null
}

/** True when something changed since the newest backup. */
export function hasChanged(vault: Vault): boolean {
  const newest = newestOwn(vault)
  if (newest === null) return true
  return (vault.store.first(countChangesAfter, { sequence: newest.manifest.audit.sequence })?.changes ?? 0) > 0
}

/** Removes what the rotation gives up in a folder of this vault's backups: its own unless another is named. */
export function rotate(vault: Vault, folder = folderOf(vault)): void {
  removeOldBackups(folder, ownerOf(vault), (head) => isOnHistory(vault, head))
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
