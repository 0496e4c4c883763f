// The first key list of a vault, and the set of keys that replaces it when the data key is changed.
import type { VaultId } from '#shared/domain/ids.ts'
import type { KeyCost } from './key-cost.ts'
import { type KeySlot, sealKeyList, type WrappedKey } from './key-list.ts'
import { makePassphraseSlot, makeRecoverySlot, type SlotOrder } from './key-slot.ts'
import { unwrapKey, wrapKey } from './key-wrap.ts'
import { writeKeyLists } from './key-store.ts'
import { makeRecoveryCode } from './recovery-code.ts'
import { deriveKey, deriveSubKeys, type SubKeys } from './sub-keys.ts'

/** Writes the key list of a new vault and its spare, and returns the recovery code, which is stored nowhere. */
export async function writeNewKeyList(
  directory: string,
  vault: { readonly id: VaultId; readonly createdAt: string },
  keys: { readonly passphrase: string; readonly dataKey: Buffer; readonly cost: KeyCost },
): Promise<string> {
  const recoveryCode = makeRecoveryCode()
  const order: SlotOrder = { vaultId: vault.id, dataKey: keys.dataKey, madeAt: vault.createdAt, cost: keys.cost }
  const slots: KeySlot[] = [
    await makePassphraseSlot(order, { passphrase: keys.passphrase, mediumKey: null }, { name: 'Passphrase' }),
    await makeRecoverySlot(order, recoveryCode),
  ]
  const body = {
    format: 'gatehouse.keys' as const,
    formatVersion: 2 as const,
    vaultId: vault.id,
    createdAt: vault.createdAt,
    generation: 0,
    slots,
    auditKey: null,
    next: null,
  }
  writeKeyLists(directory, sealKeyList(body, keys.dataKey))
  return recoveryCode
}

const auditKeyBoundTo = (vaultId: VaultId) => Buffer.from(`gatehouse/audit-key/v1\0${vaultId}`)

/** The audit chain's key under a new data key, so that the whole history goes on verifying with one key. */
export function wrapAuditKey(auditKey: Buffer, dataKey: Buffer, vaultId: VaultId): WrappedKey {
  return wrapKey(auditKey, deriveKey(dataKey, vaultId, 'audit-key-wrap'), auditKeyBoundTo(vaultId))
}

/** The sub-keys of a key set; null when its audit key does not open, as after tampering. */
export function subKeysOf(dataKey: Buffer, vaultId: VaultId, auditKey: WrappedKey | null): SubKeys | null {
  const derived = deriveSubKeys(dataKey, vaultId)
  if (auditKey === null) return derived
  const auditMac = unwrapKey(auditKey, deriveKey(dataKey, vaultId, 'audit-key-wrap'), auditKeyBoundTo(vaultId))
  return auditMac === null ? null : { ...derived, auditMac }
}
