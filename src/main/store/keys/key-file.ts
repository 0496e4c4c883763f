// The key file of a vault: slots that each wrap the same random data key, with a checksum that tells damage from a wrong secret.
import { createHash, timingSafeEqual } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { Instant } from '#shared/domain/time.ts'

function isBase64Of(byteCount: number, text: string): boolean {
  const bytes = Buffer.from(text, 'base64')
  // Decoding skips what is not base64, so only text that comes out again as it was is taken.
  return bytes.length === byteCount && bytes.toString('base64') === text
}

const base64 = (byteCount: number) => z.string().refine((text) => isBase64Of(byteCount, text), `is not ${byteCount} bytes of base64`)

/**
 * Cost of the key derivation. The caps refuse a file that would exhaust the machine, the floors one that was weakened.
 * Floor and default: RFC 9106, second recommended option (64 MiB, 3 passes, 4 lanes).
 */
export const KeyDerivation = z.strictObject({
  name: z.literal('argon2id'),
  memoryKib: z.int().min(65_536).max(1_048_576),
  passes: z.int().min(3).max(20),
  lanes: z.int().min(1).max(16),
  salt: base64(16),
})
export type KeyDerivation = z.infer<typeof KeyDerivation>

export const KeySlot = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['passphrase', 'recovery']),
  derivation: KeyDerivation,
  nonce: base64(12),
  /** The 32-byte data key under AES-256-GCM, then the 16-byte tag. */
  wrappedKey: base64(48),
})
export type KeySlot = z.infer<typeof KeySlot>

export const KeyFile = z.strictObject({
  format: z.literal('gatehouse.keys'),
  formatVersion: z.literal(1),
  vaultId: VaultId,
  createdAt: Instant,
  slots: z.array(KeySlot).min(1).max(16),
  /** SHA-256 over the canonical JSON of everything above. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
})
export type KeyFile = z.infer<typeof KeyFile>

/** RFC 8785 canonical JSON; throws when the value has none, such as a cycle. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('This value has no canonical JSON.')
  return text
}

function checksumOf(content: Omit<KeyFile, 'checksum'>): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

/** Adds the checksum to the content of a key file. */
export function sealKeyFile(content: Omit<KeyFile, 'checksum'>): KeyFile {
  return { ...content, checksum: checksumOf(content) }
}

export type KeyFileReading = { readonly ok: true; readonly keyFile: KeyFile } | { readonly ok: false; readonly reason: 'damaged' | 'newer' }

const NewerKeyFile = z.looseObject({ format: z.literal('gatehouse.keys'), formatVersion: z.int().min(2) })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a key file's text. `damaged` covers broken JSON, a wrong shape and a wrong checksum; `newer` a later format. */
export function readKeyFile(text: string): KeyFileReading {
  const json = parseJson(text)
  const parsed = KeyFile.safeParse(json)
  if (!parsed.success) return { ok: false, reason: NewerKeyFile.safeParse(json).success ? 'newer' : 'damaged' }
  const { checksum, ...content } = parsed.data
  const matches = timingSafeEqual(Buffer.from(checksum, 'hex'), Buffer.from(checksumOf(content), 'hex'))
  return matches ? { ok: true, keyFile: parsed.data } : { ok: false, reason: 'damaged' }
}
