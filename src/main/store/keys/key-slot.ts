// Makes and opens slots: the data key wrapped with a key from a passphrase, a recovery code or a device's own secret.
import { randomBytes, randomUUID } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { VaultId } from '#shared/domain/ids.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { KeyCost } from './key-cost.ts'
import type { MediumKey } from './medium-key.ts'
import type { DeviceSlot, KeyDerivation, KeySlot, PassphraseSlot, RecoverySlot } from './key-list.ts'
import { unwrapKey, wrapKey } from './key-wrap.ts'
import { deriveKey } from './sub-keys.ts'

/** A slot before its wrapping is made. */
interface Unwrapped {
  readonly id: string
  readonly kind: KeySlot['kind']
  readonly sealVersion: KeySlot['sealVersion']
  readonly derivation?: KeyDerivation
}

/** What the wrapping is bound to: a slot moved to another vault, or with anything changed in it, does not open. */
function boundTo(vaultId: VaultId, slot: Unwrapped): Buffer {
  const { sealVersion, ...rest } = slot
  const { id, kind, derivation } = rest
  const fields = sealVersion === 1 ? { id, kind, derivation } : rest
  return Buffer.from(canonicalJson({ format: 'gatehouse.keys', formatVersion: sealVersion, vaultId, slot: fields }))
}

/** Argon2id, which is what `hashRaw` computes unless told otherwise; the bytes of a key file are its own secret input. */
async function deriveWrappingKey(secret: string, derivation: KeyDerivation, mediumKey: MediumKey | null): Promise<Buffer> {
  return hashRaw(secret.normalize('NFKC'), {
    memoryCost: derivation.memoryKib,
    timeCost: derivation.passes,
    parallelism: derivation.lanes,
    outputLen: 32,
    salt: Buffer.from(derivation.salt, 'base64'),
    ...(mediumKey === null ? {} : { secret: mediumKey.secret }),
  })
}

const newDerivation = (cost: KeyCost): KeyDerivation => ({ name: 'argon2id', ...cost, salt: randomBytes(16).toString('base64') })

/** What every new slot is made of. */
export interface SlotOrder {
  readonly vaultId: VaultId
  readonly dataKey: Buffer
  readonly madeAt: string
  readonly cost: KeyCost
}

const newFields = (order: SlotOrder) => ({ id: randomUUID(), madeAt: order.madeAt, sealVersion: 2 as const })

/** A slot that opens with a passphrase and, when given, a key file beside it. Keeps the id of the slot it stands for. */
export async function makePassphraseSlot(
  order: SlotOrder,
  secret: { readonly passphrase: string; readonly mediumKey: MediumKey | null },
  names: { readonly name: string; readonly id?: string },
): Promise<PassphraseSlot> {
  const derivation = newDerivation(order.cost)
  const keyFile = secret.mediumKey?.fingerprint ?? null
  const slot = { kind: 'passphrase' as const, ...newFields(order), ...names, derivation, keyFile }
  const wrappingKey = await deriveWrappingKey(secret.passphrase, derivation, secret.mediumKey)
  return { ...slot, ...wrapKey(order.dataKey, wrappingKey, boundTo(order.vaultId, slot)) }
}

/** A slot that opens with a recovery code, given as it was made. Keeps the id of the slot it stands for. */
export async function makeRecoverySlot(order: SlotOrder, recoveryCode: string, id?: string): Promise<RecoverySlot> {
  const derivation = newDerivation(order.cost)
  const slot = { kind: 'recovery' as const, ...newFields(order), ...(id === undefined ? {} : { id }), derivation }
  const wrappingKey = await deriveWrappingKey(recoveryCode, derivation, null)
  return { ...slot, ...wrapKey(order.dataKey, wrappingKey, boundTo(order.vaultId, slot)) }
}

const deviceLabel = (slotId: string) => `device-slot/${slotId}`

/** A slot that opens with 32 random bytes which one device keeps; they need no stretching. */
export function makeDeviceSlot(order: Omit<SlotOrder, 'cost'>, device: { readonly name: string; readonly secret: Buffer }): DeviceSlot {
  const { vaultId, dataKey, madeAt } = order
  const slot = { kind: 'device' as const, id: randomUUID(), madeAt, sealVersion: 2 as const, name: device.name }
  return { ...slot, ...wrapKey(dataKey, deriveKey(device.secret, vaultId, deviceLabel(slot.id)), boundTo(vaultId, slot)) }
}

/** The 32-byte data key, or null when the secret is not the one of this slot. */
export async function openKeySlot(
  vaultId: VaultId,
  slot: PassphraseSlot | RecoverySlot,
  given: { readonly secret: string; readonly mediumKey: MediumKey | null },
): Promise<Buffer | null> {
  const mediumKey = slot.kind === 'passphrase' && slot.keyFile !== null ? given.mediumKey : null
  const wrappingKey = await deriveWrappingKey(given.secret, slot.derivation, mediumKey)
  const { nonce, wrappedKey, ...rest } = slot
  const dataKey = unwrapKey({ nonce, wrappedKey }, wrappingKey, boundTo(vaultId, rest))
  wrappingKey.fill(0)
  return dataKey
}

/** The 32-byte data key, or null when the device's secret is not the one of this slot. */
export function openDeviceSlot(vaultId: VaultId, slot: DeviceSlot, secret: Buffer): Buffer | null {
  const { nonce, wrappedKey, ...rest } = slot
  return unwrapKey({ nonce, wrappedKey }, deriveKey(secret, vaultId, deviceLabel(slot.id)), boundTo(vaultId, rest))
}
