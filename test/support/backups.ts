// Backups of a test's vault, made and opened as the engine does it.
import { join } from 'node:path'
import { backUp, backupsFolderName, type BackupOrder, type MadeBackup } from '#main/store/backup.ts'
import { listBackups, type StoredBackup } from '#main/store/backup-list.ts'
import type { BackupAccess } from '#main/store/backup-restore.ts'
import type { Vault } from '#main/store/vault.ts'
import { environment } from './opened-vault.ts'
import { passphrase } from './vault-place.ts'

export function orderFor(vault: Vault, made: Partial<BackupOrder> = {}): BackupOrder {
  const { directory, id, auditKey, openCopy } = vault
  return { directory, vaultId: id, auditKey, openCopy, reason: 'asked', at: environment.now(), applicationVersion: '0.1.0', ...made }
}

export const backUpNow = (vault: Vault, made: Partial<BackupOrder> = {}): MadeBackup => backUp(vault.store, orderFor(vault, made))

export const backupsOf = (directory: string): StoredBackup[] => listBackups(join(directory, backupsFolderName))

/** The newest backup of the folder; throws when there is none. */
export function newestBackup(directory: string): StoredBackup {
  const [newest] = backupsOf(directory)
  if (newest === undefined) throw new Error('There is no backup.')
  return newest
}

export const accessWith = (secret = passphrase): BackupAccess => ({ proof: { kind: 'secret', secret, mediumKey: null }, environment })
