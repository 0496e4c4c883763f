// The audit chain: each change leaves a row whose hash covers the row before it.
import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { command, query } from './statement.ts'

export const AuditEntry = z.strictObject({
  sequence: z.int().min(1),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  payloadSha256: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  mac: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** The hash that the first row's `previousHash` holds. */
export const auditGenesis = '0'.repeat(64)

const columns = 'sequence, at, actor, action, subject, payload_sha256 AS payloadSha256, previous_hash AS previousHash, hash, mac'

export const readLastAuditEntry = query(`SELECT ${columns} FROM audit ORDER BY sequence DESC LIMIT 1`, AuditEntry)
export const readAuditEntries = query(`SELECT ${columns} FROM audit ORDER BY sequence`, AuditEntry)
export const readAuditEntriesAfter = query(
  `SELECT ${columns} FROM audit WHERE sequence > :after ORDER BY sequence LIMIT :limit`,
  AuditEntry,
)
export const readAuditEntry = query(`SELECT ${columns} FROM audit WHERE sequence = :sequence`, AuditEntry)
export const addAuditEntry = command(
  `INSERT INTO audit (sequence, at, actor, action, subject, payload_sha256, previous_hash, hash, mac)
   VALUES (:sequence, :at, :actor, :action, :subject, :payloadSha256, :previousHash, :hash, :mac)`,
)

/** What a change is called, what it was done to and what it consisted of. The payload itself is not kept in the chain, only its hash. */
export interface AuditedChange {
  readonly action: string
  readonly subject: string
  readonly payload: unknown
}

/** Hash of one row: SHA-256 over a domain tag and the canonical JSON of its fields but `hash` and `mac`. */
export function hashAuditEntry(entry: Omit<AuditEntry, 'hash' | 'mac'>): string {
  const { sequence, at, actor, action, subject, payloadSha256, previousHash } = entry
  const fields = canonicalJson({ sequence, at, actor, action, subject, payloadSha256, previousHash })
  return createHash('sha256').update('gatehouse/audit/v1\0').update(fields).digest('hex')
}

function macOf(hash: string, key: Buffer): string {
  return createHmac('sha256', key).update(hash, 'hex').digest('hex')
}

/** Appends the row of one change inside the change's own transaction. */
export function appendAuditEntry(tx: WriteDb, change: AuditedChange, context: { readonly at: string; readonly key: Buffer }): void {
  const last = tx.first(readLastAuditEntry)
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at: context.at,
    actor: 'owner',
    action: change.action,
    subject: change.subject,
    payloadSha256: createHash('sha256').update(canonicalJson(change.payload)).digest('hex'),
    previousHash: last?.hash ?? auditGenesis,
  }
  const hash = hashAuditEntry(entry)
  tx.run(addAuditEntry, { ...entry, hash, mac: macOf(hash, context.key) })
}

/** Number of entries and hash of the last one: what a signed report anchors. */
export function readAuditHead(db: ReadDb): { sequence: number; head: string } {
  const last = db.first(readLastAuditEntry)
  return last ? { sequence: last.sequence, head: last.hash } : { sequence: 0, head: auditGenesis }
}

/** A place in the chain: its length and the hash of its last entry. Sequence 0 with the genesis hash is where it begins. */
export interface ChainPoint {
  readonly sequence: number
  readonly hash: string
}

export const chainStart: ChainPoint = { sequence: 0, hash: auditGenesis }

/** How far a chain holds, or the entry at which it first breaks, as a sentence. */
export type ChainFinding =
  | { readonly ok: true; readonly to: ChainPoint }
  | { readonly ok: false; readonly sequence: number; readonly sentence: string }

/** Checks the entries that follow `from`: order, links, hashes and, with a key, who wrote them. */
export function followAuditChain(entries: readonly AuditEntry[], key: Buffer | null, from: ChainPoint = chainStart): ChainFinding {
  let at = from
  for (const entry of entries) {
    const broken = (what: string) => ({
      ok: false as const,
      sequence: entry.sequence,
      sentence: `Entry ${entry.sequence} of the history ${what}.`,
    })
    if (entry.sequence !== at.sequence + 1) return broken(`stands where entry ${at.sequence + 1} should`)
    if (entry.previousHash !== at.hash) return broken('does not follow from the entry before it')
    if (entry.hash !== hashAuditEntry(entry)) return broken('was changed after it was written')
    if (key !== null && entry.mac !== macOf(entry.hash, key)) return broken('was not written with this vault’s key')
    at = { sequence: entry.sequence, hash: entry.hash }
  }
  return { ok: true, to: at }
}

/** Checks the whole chain; the sentence says at which row it first breaks. */
export function verifyAuditChain(
  entries: readonly AuditEntry[],
  key: Buffer,
): { ok: true } | { ok: false; sequence: number; sentence: string } {
  const found = followAuditChain(entries, key)
  return found.ok ? { ok: true } : found
}
