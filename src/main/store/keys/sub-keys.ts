// Separate keys for separate uses, all from the vault's one data key.
import { hkdfSync } from 'node:crypto'
import type { VaultId } from '#shared/domain/ids.ts'

export interface SubKeys {
  /** Raw 32-byte key of the encrypted database. */
  readonly database: Buffer
  /** Key of the audit chain's HMAC-SHA256. */
  readonly auditMac: Buffer
}

/** Derives the sub-keys with HKDF-SHA256, salted with the vault's id. */
export function deriveSubKeys(dataKey: Buffer, vaultId: VaultId): SubKeys {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', dataKey, vaultId, `gatehouse/${label}/v1`, 32))
  return { database: derive('database'), auditMac: derive('audit-mac') }
}
