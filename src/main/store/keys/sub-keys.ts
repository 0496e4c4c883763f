// Separate keys for separate uses, all from the vault's one data key.
import { hkdfSync } from 'node:crypto'
import type { VaultId } from '#shared/domain/ids.ts'

export interface SubKeys {
  /** Raw 32-byte key of the encrypted database. */
  readonly database: Buffer
  /** Key of the audit chain's HMAC-SHA256. */
  readonly auditMac: Buffer
}

/** A 32-byte key for one use, by HKDF-SHA256, salted with the vault's id. */
export function deriveKey(secret: Buffer, vaultId: VaultId, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, vaultId, `gatehouse/${label}/v1`, 32))
}

/** The sub-keys of a vault whose data key was never changed. */
export function deriveSubKeys(dataKey: Buffer, vaultId: VaultId): SubKeys {
  return { database: deriveKey(dataKey, vaultId, 'database'), auditMac: deriveKey(dataKey, vaultId, 'audit-mac') }
}
