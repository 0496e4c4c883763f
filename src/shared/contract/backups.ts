// Procedures about backups: what there is, making, testing and restoring one, the second place, and saving what is left of a damaged vault.
import { z } from 'zod'
import { SalvageReport } from '../domain/salvage-report.ts'
import { Instant } from '../domain/time.ts'
import { Proof } from './keys.ts'
import { procedure } from './procedure.ts'
import { Place, vaultRefusals } from './vault.ts'

const count = z.int().min(0)

export const RecordCounts = z.strictObject({ thirdParties: count, assessments: count, answers: count, signers: count, reports: count })
export type RecordCounts = z.infer<typeof RecordCounts>

/** Why a backup was made. `asked`: a person wanted it. */
export const BackupReason = z.enum(['opened', 'hourly', 'migration', 'restore', 'key-change', 'asked'])
export type BackupReason = z.infer<typeof BackupReason>

export const BackupSummary = z.strictObject({
  id: z.string().max(60),
  madeAt: Instant,
  /** Null for a backup without a readable manifest, such as one of the first release. */
  reason: BackupReason.nullable(),
  sizeBytes: count,
  /** Entries of the history in it; null without a manifest. */
  historyEntries: count.nullable(),
  /** Null while the vault is locked, and for a backup that this vault's key did not seal. */
  counts: RecordCounts.nullable(),
})
export type BackupSummary = z.infer<typeof BackupSummary>

/** A second place for copies, such as a USB stick. The page knows its name, never its path. */
const SecondPlace = z.strictObject({
  label: z.string(),
  /** False while the stick is not connected. */
  isThere: z.boolean(),
  lastCopyAt: Instant.nullable(),
})

/** Days after which one is reminded of the second place; null for never. */
const ReminderDays = z.int().min(1).max(365).nullable()

export const BackupOverview = z.strictObject({
  backups: z.array(BackupSummary),
  place: SecondPlace.nullable(),
  remindAfterDays: ReminderDays,
  /** True when a copy in a second place is due: the last one is too old, or there never was one. */
  isCopyDue: z.boolean(),
  /** Why the last automatic backup or copy of this session failed; null when none did. */
  failure: z.string().nullable(),
  isReadOnly: z.boolean(),
})
export type BackupOverview = z.infer<typeof BackupOverview>

/** What is under way, and how the last piece of work ended. `number` rises with each, so that the page knows its own. */
export const BackupWork = z.strictObject({
  number: count,
  kind: z.enum(['backup', 'copy']).nullable(),
  step: z.enum(['copy', 'check', 'history', 'hash', 'keep', 'second-place']).nullable(),
  ending: z.enum(['done', 'failed', 'cancelled']).nullable(),
  /** Why it failed, with a next step. */
  sentence: z.string().nullable(),
})
export type BackupWork = z.infer<typeof BackupWork>

/** Which backups are meant: those of the open vault, or those at a place that was chosen: a vault's folder or one with backups in it. */
const BackupSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('vault'), handle: z.uuid() }),
  z.strictObject({ kind: z.literal('folder'), handle: z.uuid() }),
])
export type BackupSource = z.infer<typeof BackupSource>

export const TestedBackup = z.strictObject({
  counts: RecordCounts,
  historyEntries: count,
  /** False for a backup that has no manifest to be compared with. */
  isCompared: z.boolean(),
})
export type TestedBackup = z.infer<typeof TestedBackup>

const backupRefusals = [...vaultRefusals, 'backup-not-found', 'backup-damaged'] as const
const one = { source: BackupSource, backupId: z.string().max(60), proof: Proof }

export const backupProcedures = {
  'backups.overview': procedure({ side: 'engine', input: z.strictObject({}), output: BackupOverview, refusals: ['vault-locked'] }),
  /** Begins a backup, or with `copy` also a copy in the second place. Nothing is begun while something is under way. */
  'backups.start': procedure({
    side: 'engine',
    input: z.strictObject({ kind: z.enum(['backup', 'copy']) }),
    output: BackupWork,
    refusals: ['vault-locked', 'write-failed'],
  }),
  'backups.progress': procedure({ side: 'engine', input: z.strictObject({}), output: BackupWork, refusals: [] }),
  /** Stops what is under way and leaves no half backup. */
  'backups.cancel': procedure({ side: 'engine', input: z.strictObject({}), output: z.strictObject({}), refusals: [] }),
  /** The backups at a place, without opening any. */
  'backups.look': procedure({
    side: 'engine',
    input: z.strictObject({ source: BackupSource }),
    output: z.strictObject({ name: z.string(), backups: z.array(BackupSummary) }),
    refusals: ['place-unknown', 'vault-locked'],
  }),
  /** Opens a backup for reading only with the passphrase of its time, reads all of it and counts its records. */
  'backups.test': procedure({ side: 'engine', input: z.strictObject(one), output: TestedBackup, refusals: backupRefusals }),
  /** Makes a vault of a backup at a new place, never over anything. */
  'backups.restore': procedure({
    side: 'engine',
    input: z.strictObject({ ...one, place: z.uuid() }),
    output: TestedBackup,
    refusals: backupRefusals,
  }),
  'backups.chooseFolder': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ place: Place.nullable() }),
    refusals: [],
  }),
  /** Where a restored or salvaged vault is to stand. */
  'backups.chooseNewVault': procedure({
    side: 'window',
    input: z.strictObject({ suggestedName: z.string().max(200) }),
    output: z.strictObject({ place: Place.nullable() }),
    refusals: [],
  }),
  'backups.choosePlace': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ place: Place.nullable() }),
    refusals: [],
  }),
  /** Null for no second place. */
  'backups.setPlace': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid().nullable() }),
    output: BackupOverview,
    refusals: ['vault-locked', 'place-unknown', 'place-in-vault', 'write-failed'],
  }),
  'backups.setReminder': procedure({
    side: 'engine',
    input: z.strictObject({ days: ReminderDays }),
    output: BackupOverview,
    refusals: ['vault-locked', 'write-failed'],
  }),
  /** Saves what can be read of a damaged vault into a new one. */
  'salvage.run': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid(), proof: Proof, place: z.uuid() }),
    output: z.strictObject({ report: SalvageReport }),
    refusals: [...vaultRefusals, 'nothing-readable'],
  }),
} as const
