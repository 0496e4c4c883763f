// Wraps 32 secret bytes with another key: AES-256-GCM, bound to what they are for.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { WrappedKey } from './key-list.ts'

const tagLength = 16

/** `secret` (32 bytes) under `wrappingKey` (32 bytes); `boundTo` must be given again to open it. */
export function wrapKey(secret: Buffer, wrappingKey: Buffer, boundTo: Buffer): WrappedKey {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(boundTo)
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), wrappedKey: wrapped.toString('base64') }
}

/** The secret bytes, or null when the key or what they are bound to is another. */
export function unwrapKey(wrapped: WrappedKey, wrappingKey: Buffer, boundTo: Buffer): Buffer | null {
  const bytes = Buffer.from(wrapped.wrappedKey, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(wrapped.nonce, 'base64'))
  decipher.setAAD(boundTo)
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tagLength)), decipher.final()])
  } catch {
    return null
  }
}
