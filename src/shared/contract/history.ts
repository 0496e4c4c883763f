// Procedures about the history of a vault: what was done when, and whether the record of it still holds.
import { z } from 'zod'
import { QuestionId, Sha256Hex, VaultId } from '../domain/ids.ts'
import { RelationshipKind } from '../domain/relationship.ts'
import { line } from '../domain/text.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'

const count = z.int().min(0)

/** The kinds by which the history is filtered, each the first part of its actions' names. */
export const historyKinds = [
  'answer',
  'evidence',
  'assessments',
  'decision',
  'findings',
  'treatments',
  'reviews',
  'screening',
  'reports',
  'signers',
  'thirdParties',
  'organization',
  'crownJewels',
  'packs',
  'keys',
  'backups',
  'vault',
] as const
export const HistoryKind = z.enum(historyKinds)
export type HistoryKind = z.infer<typeof HistoryKind>

/** One entry. `about` names what it was done to, as it is called now; null when it is gone or has no name. An assessment has its relationship beside it, an answer its question. */
export const HistoryEntry = z.strictObject({
  sequence: z.int().min(1),
  at: Instant,
  action: z.string(),
  subject: z.string(),
  about: z.string().nullable(),
  relationship: RelationshipKind.nullable(),
  questionId: QuestionId.nullable(),
  hash: Sha256Hex,
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Something a person can filter by. */
export const HistoryObject = z.strictObject({ id: z.string(), name: z.string() })
export type HistoryObject = z.infer<typeof HistoryObject>

/** Heads of the history that stand outside it, in signed reports and backups, and whether each still lies on it. */
export const AnchorCheck = z.strictObject({
  source: z.enum(['report', 'backup']),
  name: z.string(),
  sequence: count,
  holds: z.boolean(),
})
export type AnchorCheck = z.infer<typeof AnchorCheck>

/** An entry as it is hashed and sealed: docs/audit-log.md. */
const FullEntry = z.strictObject({
  sequence: z.int().min(1),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  payloadSha256: Sha256Hex,
  previousHash: Sha256Hex,
  hash: Sha256Hex,
  mac: Sha256Hex,
})

export const historyProcedures = {
  /** Newest first, at most `limit`, all of them older than `before`, from an instant on and up to another. */
  'history.list': procedure({
    side: 'engine',
    input: z.strictObject({
      before: z.int().min(1).nullable(),
      limit: z.int().min(1).max(500),
      kinds: z.array(HistoryKind).max(historyKinds.length),
      objectId: z.string().max(100).nullable(),
      from: Instant.nullable(),
      until: Instant.nullable(),
    }),
    output: z.strictObject({
      entries: z.array(HistoryEntry),
      hasMore: z.boolean(),
      total: count,
      /** Entries of the vault that this one was salvaged from; they stand in the export. */
      oldEntries: count,
    }),
    refusals: ['vault-locked'],
  }),
  /** Third parties by name, to filter by. */
  'history.objects': procedure({
    side: 'engine',
    input: z.strictObject({ search: line(200).optional() }),
    output: z.strictObject({ objects: z.array(HistoryObject), hasMore: z.boolean() }),
    refusals: ['vault-locked'],
  }),
  /** Checks the entries after `from` (0 and 64 zeros for the beginning), a few thousand at a time, so that nothing waits for it. */
  'history.verify': procedure({
    side: 'engine',
    input: z.strictObject({ from: z.strictObject({ sequence: count, hash: Sha256Hex }) }),
    output: z.strictObject({
      to: z.strictObject({ sequence: count, hash: Sha256Hex }),
      total: count,
      isDone: z.boolean(),
      /** What is wrong, as a sentence. */
      problem: z.string().nullable(),
      checkedAt: Instant,
    }),
    refusals: ['vault-locked'],
  }),
  /** Whether the heads in signed reports and in backups lie on the history. */
  'history.anchors': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ anchors: z.array(AnchorCheck) }),
    refusals: ['vault-locked'],
  }),
  /** Entries in full, oldest first, some thousands at a time, for a check outside the program. */
  'history.export': procedure({
    side: 'engine',
    input: z.strictObject({ after: count }),
    output: z.strictObject({ vaultId: VaultId, entries: z.array(FullEntry), isDone: z.boolean(), total: count, head: Sha256Hex }),
    refusals: ['vault-locked'],
  }),
  /** The heads that stand outside the history, and the entries of vaults that this one was salvaged from. */
  'history.exportEvidence': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({
      anchors: z.array(z.strictObject({ source: z.enum(['report', 'backup']), name: z.string(), sequence: count, head: Sha256Hex })),
      oldEntries: z.array(FullEntry.extend({ salvage: count })),
    }),
    refusals: ['vault-locked'],
  }),
  /** Everything: pages, references, chain, stored reports, files that prove answers, anchors and, when wanted, the backups' files. */
  'history.checkAll': procedure({
    side: 'engine',
    input: z.strictObject({ withBackups: z.boolean() }),
    output: z.strictObject({
      isSound: z.boolean(),
      problems: z.array(z.string()),
      historyEntries: count,
      historyHead: Sha256Hex,
      reportsChecked: count,
      /** Contents of files that prove answers, each once. */
      evidenceChecked: count,
      anchors: z.array(AnchorCheck),
      /** Null when they were not to be checked. */
      backupsChecked: count.nullable(),
    }),
    refusals: ['vault-locked'],
  }),
} as const
