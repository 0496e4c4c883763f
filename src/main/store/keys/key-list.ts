// The key list of a vault, keys.json: slots that each wrap the same random data key, sealed by that key and with a checksum that tells damage from a wrong secret.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { requiredLine } from '#shared/domain/text.ts'
import { Instant } from '#shared/domain/time.ts'
import { canonicalJson } from '../canonical-json.ts'
import { KeyCostFields, listWorkLimit, slotWorkLimit, workOf } from './key-cost.ts'
import { deriveKey } from './sub-keys.ts'

function isBase64Of(byteCount: number, text: string): boolean {
  const bytes = Buffer.from(text, 'base64')
  // Decoding skips what is not base64, so only text that comes out again as it was is taken.
  return bytes.length === byteCount && bytes.toString('base64') === text
}

const base64 = (byteCount: number) => z.string().refine((text) => isBase64Of(byteCount, text), `is not ${byteCount} bytes of base64`)
const hex256 = z.string().regex(/^[0-9a-f]{64}$/)

/** How the wrapping key of a slot comes from a secret: Argon2id within the bounds of `KeyCostFields`. */
export const KeyDerivation = KeyCostFields.extend({ salt: base64(16) }).refine(
  (derivation) => workOf(derivation) <= slotWorkLimit,
  'costs more than a vault may ask for',
)
export type KeyDerivation = z.infer<typeof KeyDerivation>

/** 32 secret bytes under AES-256-GCM, then the 16-byte tag. */
const WrappedKey = z.strictObject({ nonce: base64(12), wrappedKey: base64(48) })
export type WrappedKey = z.infer<typeof WrappedKey>

/** What every slot has. `sealVersion` says what its wrapping covers: 1 as the first release made them, 2 everything but the wrapping itself. */
const slotFields = { id: z.uuid(), madeAt: Instant, sealVersion: z.union([z.literal(1), z.literal(2)]), ...WrappedKey.shape }

/** What a slot is called in the list of ways to open the vault. */
const SlotName = requiredLine(60)

const PassphraseSlot = z.strictObject({
  kind: z.literal('passphrase'),
  ...slotFields,
  name: SlotName,
  derivation: KeyDerivation,
  /** Fingerprint of the key file that the passphrase needs beside it; null when it needs none. */
  keyFile: hex256.nullable(),
})
const RecoverySlot = z.strictObject({ kind: z.literal('recovery'), ...slotFields, derivation: KeyDerivation })
const DeviceSlot = z.strictObject({ kind: z.literal('device'), ...slotFields, name: SlotName })

export const KeySlot = z.discriminatedUnion('kind', [PassphraseSlot, RecoverySlot, DeviceSlot])
export type KeySlot = z.infer<typeof KeySlot>
export type PassphraseSlot = z.infer<typeof PassphraseSlot>
export type RecoverySlot = z.infer<typeof RecoverySlot>
export type DeviceSlot = z.infer<typeof DeviceSlot>

function totalWork(slots: readonly KeySlot[]): number {
  return slots.reduce((sum, slot) => sum + (slot.kind === 'device' ? 0 : workOf(slot.derivation)), 0)
}

const Slots = z
  .array(KeySlot)
  .min(1)
  .max(16)
  .refine((slots) => totalWork(slots) <= listWorkLimit, 'cost more together than a vault may ask for')
  .refine((slots) => new Set(slots.map((slot) => slot.id)).size === slots.length, 'name one slot twice')

const keySet = {
  slots: Slots,
  /** The key of the audit chain, wrapped; null while it is derived from the data key, as in a vault whose data key was never changed. */
  auditKey: WrappedKey.nullable(),
}

/** The key list. Version 1 is what the first release wrote; it is read for ever and written never. */
const KeyListBody = z.strictObject({
  format: z.literal('gatehouse.keys'),
  formatVersion: z.literal(2),
  vaultId: VaultId,
  createdAt: Instant,
  /** Rises by one with every change, so that the older of two copies is known. */
  generation: z.int().min(0),
  ...keySet,
  /** While the data key is being changed: the slots of the new one, and the first bytes of the database that is encrypted with it. */
  next: z.strictObject({ ...keySet, databaseSalt: z.string().regex(/^[0-9a-f]{32}$/) }).nullable(),
})
export type KeyListBody = z.infer<typeof KeyListBody>

/** HMAC-SHA256 by a key from the data key over everything above; null for version 1, which had none. */
export type KeyList = KeyListBody & { readonly seal: string | null }

const KeyListFile = KeyListBody.extend({
  seal: hex256,
  /** SHA-256 over the canonical JSON of everything above. */
  checksum: hex256,
})

const FirstSlot = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['passphrase', 'recovery']),
  derivation: KeyDerivation,
  ...WrappedKey.shape,
})
const FirstKeyListFile = z.strictObject({
  format: z.literal('gatehouse.keys'),
  formatVersion: z.literal(1),
  vaultId: VaultId,
  createdAt: Instant,
  slots: z.array(FirstSlot).min(1).max(16),
  checksum: hex256,
})

function checksumOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'))
}

function sealOf(body: KeyListBody, dataKey: Buffer): string {
  const key = deriveKey(dataKey, body.vaultId, 'key-list-seal')
  return createHmac('sha256', key).update('gatehouse/key-list/v2\0').update(canonicalJson(body)).digest('hex')
}

/** The text of the file for this body, sealed with the data key and with its checksum. */
export function sealKeyList(body: KeyListBody, dataKey: Buffer): string {
  const sealed = { ...body, seal: sealOf(body, dataKey) }
  return `${JSON.stringify({ ...sealed, checksum: checksumOf(sealed) }, null, 2)}\n`
}

/** True when the list is what the holder of this data key last wrote. A list of the first release carries no seal and passes. */
export function hasTrueSeal(list: KeyList, dataKey: Buffer): boolean {
  const { seal, ...body } = list
  return seal === null || isSame(seal, sealOf(body, dataKey))
}

export type KeyListReading = { readonly ok: true; readonly list: KeyList } | { readonly ok: false; readonly reason: 'damaged' | 'newer' }

const NewerKeyList = z.looseObject({ format: z.literal('gatehouse.keys'), formatVersion: z.int().min(3) })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the first release wrote, in today's shape. */
function readFirstVersion(json: unknown): KeyList | null {
  const parsed = FirstKeyListFile.safeParse(json)
  if (!parsed.success) return null
  const { checksum, ...content } = parsed.data
  if (!isSame(checksum, checksumOf(content))) return null
  const { format, vaultId, createdAt } = content
  const slots = content.slots.map((slot): KeySlot => {
    const { id, derivation, nonce, wrappedKey } = slot
    const fields = { id, madeAt: createdAt, sealVersion: 1 as const, derivation, nonce, wrappedKey }
    return slot.kind === 'recovery' ? { kind: 'recovery', ...fields } : { kind: 'passphrase', ...fields, name: 'Passphrase', keyFile: null }
  })
  const body = KeyListBody.safeParse({ format, formatVersion: 2, vaultId, createdAt, generation: 0, slots, auditKey: null, next: null })
  return body.success ? { ...body.data, seal: null } : null
}

/** Reads the text of a key list. `damaged` covers broken JSON, a wrong shape and a wrong checksum; `newer` a later format. */
export function readKeyList(text: string): KeyListReading {
  const json = parseJson(text)
  const parsed = KeyListFile.safeParse(json)
  if (parsed.success) {
    const { checksum, ...list } = parsed.data
    return isSame(checksum, checksumOf(list)) ? { ok: true, list } : { ok: false, reason: 'damaged' }
  }
  const first = readFirstVersion(json)
  if (first !== null) return { ok: true, list: first }
  return { ok: false, reason: NewerKeyList.safeParse(json).success ? 'newer' : 'damaged' }
}
