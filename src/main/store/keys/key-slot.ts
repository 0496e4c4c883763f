// Wraps and unwraps the data key with a key derived from a secret that a person knows.
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { VaultId } from '#shared/domain/ids.ts'
import { canonicalJson, type KeyDerivation, type KeySlot } from './key-file.ts'

const tagLength = 16

/** What the wrapping is bound to: a slot moved to another vault, or with other parameters, does not open. */
function associatedData(vaultId: VaultId, slot: Pick<KeySlot, 'id' | 'kind' | 'derivation'>): Buffer {
  const { id, kind, derivation } = slot
  return Buffer.from(canonicalJson({ format: 'gatehouse.keys', formatVersion: 1, vaultId, slot: { id, kind, derivation } }))
}

/** Argon2id, which is what `hashRaw` computes unless told otherwise; a test holds it to a published vector. */
async function deriveWrappingKey(secret: string, derivation: KeyDerivation): Promise<Buffer> {
  return hashRaw(secret.normalize('NFKC'), {
    memoryCost: derivation.memoryKib,
    timeCost: derivation.passes,
    parallelism: derivation.lanes,
    outputLen: 32,
    salt: Buffer.from(derivation.salt, 'base64'),
  })
}

/** Makes a slot that gives `dataKey` (32 bytes) back to whoever knows `secret`. */
export async function makeKeySlot(
  vaultId: VaultId,
  kind: KeySlot['kind'],
  keys: { readonly secret: string; readonly dataKey: Buffer },
): Promise<KeySlot> {
  const derivation: KeyDerivation = { name: 'argon2id', memoryKib: 65_536, passes: 3, lanes: 4, salt: randomBytes(16).toString('base64') }
  const slot = { id: randomUUID(), kind, derivation }
  const wrappingKey = await deriveWrappingKey(keys.secret, derivation)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(associatedData(vaultId, slot))
  const wrapped = Buffer.concat([cipher.update(keys.dataKey), cipher.final(), cipher.getAuthTag()])
  wrappingKey.fill(0)
  return { ...slot, nonce: nonce.toString('base64'), wrappedKey: wrapped.toString('base64') }
}

/** The 32-byte data key, or null when the secret is not the one of this slot. */
export async function openKeySlot(vaultId: VaultId, slot: KeySlot, secret: string): Promise<Buffer | null> {
  const wrappingKey = await deriveWrappingKey(secret, slot.derivation)
  const wrapped = Buffer.from(slot.wrappedKey, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'base64'))
  decipher.setAAD(associatedData(vaultId, slot))
  decipher.setAuthTag(wrapped.subarray(wrapped.length - tagLength))
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(0, wrapped.length - tagLength)), decipher.final()])
  } catch {
    return null
  } finally {
    wrappingKey.fill(0)
  }
}
