// What stands beside each backup: when and why it was made and what its files must be, sealed with a key of the vault.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { BackupReason, RecordCounts } from '#shared/contract/backups.ts'
import { Sha256Hex, VaultId } from '#shared/domain/ids.ts'
import { line } from '#shared/domain/text.ts'
import { Instant } from '#shared/domain/time.ts'
import { canonicalJson } from './canonical-json.ts'
import { unwrapKey, wrapKey } from './keys/key-wrap.ts'
import { deriveKey } from './keys/sub-keys.ts'

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]+=*$/)
  .max(2_000)

const facts = {
  format: z.literal('gatehouse.backup'),
  formatVersion: z.literal(1),
  vaultId: VaultId,
  madeAt: Instant,
  reason: BackupReason,
  applicationVersion: line(40),
  /** Number of the newest migration in the database. */
  schemaNumber: z.int().min(1),
  /** Length and last hash of the history: an anchor outside the vault's database. */
  audit: z.strictObject({ sequence: z.int().min(0), head: Sha256Hex }),
  /** `vault.db` of the backup. */
  database: z.strictObject({ sizeBytes: z.int().min(1), sha256: Sha256Hex }),
  /** `keys.json` of the backup. */
  keys: z.strictObject({ sha256: Sha256Hex }),
  /** The record counts under AES-256-GCM: how many suppliers somebody looks at is nobody's business. */
  counts: z.strictObject({ nonce: base64, sealed: base64 }),
}

export const BackupManifest = z.strictObject({ ...facts, mac: Sha256Hex })
export type BackupManifest = z.infer<typeof BackupManifest>
type BackupFacts = Omit<BackupManifest, 'mac' | 'counts'>

// From the key of the history, which stays the same when the data key is changed: older manifests go on verifying.
const macKey = (auditKey: Buffer, vaultId: VaultId) => deriveKey(auditKey, vaultId, 'backup-manifest')
const countsKey = (auditKey: Buffer, vaultId: VaultId) => deriveKey(auditKey, vaultId, 'backup-counts')
const countsBoundTo = (made: BackupFacts) => Buffer.from(`gatehouse/backup-counts/v1\0${made.vaultId}\0${made.madeAt}`)

function macOf(manifest: Omit<BackupManifest, 'mac'>, auditKey: Buffer): string {
  const text = canonicalJson(manifest)
  return createHmac('sha256', macKey(auditKey, manifest.vaultId)).update('gatehouse/backup/v1\0').update(text).digest('hex')
}

/** The manifest's text: JSON, with the counts encrypted and everything under an HMAC. */
export function writeManifest(made: BackupFacts, counts: RecordCounts, auditKey: Buffer): { manifest: BackupManifest; text: string } {
  const wrapped = wrapKey(Buffer.from(JSON.stringify(counts)), countsKey(auditKey, made.vaultId), countsBoundTo(made))
  const body = { ...made, counts: { nonce: wrapped.nonce, sealed: wrapped.wrappedKey } }
  const manifest = BackupManifest.parse({ ...body, mac: macOf(body, auditKey) })
  return { manifest, text: `${JSON.stringify(manifest, null, 2)}\n` }
}

/** Reads a manifest's text; null when it is not one. Whether it is true only its key can say. */
export function readManifest(text: string): BackupManifest | null {
  try {
    return BackupManifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** True when the manifest is what the holder of the vault's key wrote. */
export function isTrueManifest(manifest: BackupManifest, auditKey: Buffer): boolean {
  const { mac, ...body } = manifest
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(body, auditKey), 'hex'))
}

/** The record counts of a true manifest; null when they do not open. */
export function countsOf(manifest: BackupManifest, auditKey: Buffer): RecordCounts | null {
  const { counts, mac: _, ...made } = manifest
  const key = countsKey(auditKey, manifest.vaultId)
  const bytes = unwrapKey({ nonce: counts.nonce, wrappedKey: counts.sealed }, key, countsBoundTo(made))
  return bytes === null ? null : RecordCounts.parse(JSON.parse(bytes.toString()))
}
