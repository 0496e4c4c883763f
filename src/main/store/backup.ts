// Makes a backup: an encrypted copy of the database that was opened, checked and hashed before it counts, with the key list and a manifest beside it.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { type BackupReason, RecordCounts } from '#shared/contract/backups.ts'
import type { VaultId } from '#shared/domain/ids.ts'
import { readAuditHead } from './audit.ts'
import { walkStoredChain } from './audit-walk.ts'
import { type BackupManifest, writeManifest } from './backup-manifest.ts'
import { type ReadDb, wrapConnection } from './database.ts'
import { syncDirectory, syncFile, writeFileDurably } from './durable-file.ts'
import { copyKeyFiles, keyFileName } from './keys/key-store.ts'
import { readSchemaNumber } from './migrate.ts'
import { query } from './statement.ts'
import { findDamage } from './store.ts'
import { VaultProblem } from './vault-problem.ts'

export const backupsFolderName = 'backups'
export const manifestFileName = 'manifest.json'
const copyFileName = 'vault.db'

/** What a backup is made of: an open database and the folder of its vault. */
export interface BackupSource extends ReadDb {
  /** Writes a compact copy under the same key to a path where nothing stands. */
  copyTo(path: string): void
}

export interface BackupOrder {
  readonly directory: string
  readonly vaultId: VaultId
  readonly auditKey: Buffer
  readonly reason: BackupReason
  /** The present instant. */
  readonly at: string
  readonly applicationVersion: string
  /** Opens such a copy with the key of the vault, for reading only. */
  readonly openCopy: (path: string) => Sqlite.Database
}

/** A finished backup: its id is the name of its folder. */
export interface MadeBackup {
  readonly id: string
  readonly folder: string
  readonly manifest: BackupManifest
}

export type BackupStep = 'copy' | 'check' | 'history' | 'hash' | 'keep'

export const readRecordCounts = query(
  `SELECT (SELECT count(*) FROM third_party) AS thirdParties, (SELECT count(*) FROM assessment) AS assessments,
     (SELECT count(*) FROM answer) AS answers, (SELECT count(*) FROM signer) AS signers, (SELECT count(*) FROM report) AS reports`,
  RecordCounts,
)

const hashPieceBytes = 8 * 1024 * 1024

/** SHA-256 of a file, yielding after each piece. Never for a database that this process has open. */
export function* hashFile(path: string): Generator<number, { sizeBytes: number; sha256: string }> {
  const handle = openSync(path, 'r')
  try {
    const hash = createHash('sha256')
    const piece = Buffer.alloc(hashPieceBytes)
    let sizeBytes = 0
    for (;;) {
      const read = readSync(handle, piece, 0, piece.length, null)
      if (read === 0) return { sizeBytes, sha256: hash.digest('hex') }
      hash.update(piece.subarray(0, read))
      sizeBytes += read
      yield sizeBytes
    }
  } finally {
    closeSync(handle)
  }
}

/** A name that no backup of the folder has yet. */
function newBackupId(folder: string, at: string): string {
  const stamp = at.replaceAll(':', '-')
  let id = stamp
  for (let turn = 2; existsSync(join(folder, id)); turn += 1) id = `${stamp}-${turn}`
  return id
}

const unsound = () =>
  new VaultProblem(
    'database-damaged',
    'The vault could not be backed up, because a check of the copy found damage. Nothing was changed. Lock the vault and restore its newest backup, or salvage it.',
  )

interface Checked {
  readonly schemaNumber: number
  readonly audit: { readonly sequence: number; readonly head: string }
  readonly counts: RecordCounts
}

/** Reads a copy through: pages, references and the whole history. Throws `database-damaged` when anything is wrong. */
export function* checkCopy(connection: Sqlite.Database, auditKey: Buffer): Generator<BackupStep, Checked> {
  yield 'check'
  if (findDamage(connection).length > 0) throw unsound()
  const db = wrapConnection(connection)
  const walk = walkStoredChain(db, auditKey)
  let next = walk.next()
  while (next.done !== true) {
    yield 'history'
    next = walk.next()
  }
  if (!next.value.ok) throw unsound()
  const counts = db.first(readRecordCounts)
  if (counts === undefined) throw new Error('Counting gave no row.')
  return { schemaNumber: readSchemaNumber(connection), audit: readAuditHead(db), counts }
}

function* checkAndHash(copy: string, head: string, order: BackupOrder) {
  const connection = order.openCopy(copy)
  let checked: Checked
  try {
    checked = yield* checkCopy(connection, order.auditKey)
  } finally {
    connection.close()
  }
  if (checked.audit.head !== head) throw unsound()
  const hashing = hashFile(copy)
  let piece = hashing.next()
  while (piece.done !== true) {
    yield 'hash' as const
    piece = hashing.next()
  }
  return { ...checked, database: piece.value }
}

function keepManifest(partial: string, found: Checked & { database: BackupManifest['database'] }, order: BackupOrder): BackupManifest {
  const { vaultId, reason, at, applicationVersion, auditKey } = order
  const { schemaNumber, audit, database, counts } = found
  const keys = {
    sha256: createHash('sha256')
      .update(readFileSync(join(partial, keyFileName)))
      .digest('hex'),
  }
  const facts = { vaultId, madeAt: at, reason, applicationVersion, schemaNumber, audit, database, keys }
  const { manifest, text } = writeManifest({ format: 'gatehouse.backup', formatVersion: 1, ...facts }, counts, auditKey)
  writeFileDurably(join(partial, manifestFileName), text)
  return manifest
}

/**
 * Makes a backup of `source` in `backups/<time>/` of the vault's folder, yielding between its steps so that other work can go on.
 * Only the first step looks at the open database; ending the generator early, or any failure, leaves nothing behind.
 * Throws `VaultProblem` `database-damaged`, or what the file system or SQLite says.
 */
export function* backUpInSteps(source: BackupSource, order: BackupOrder): Generator<BackupStep, MadeBackup> {
  const folder = join(order.directory, backupsFolderName)
  const id = newBackupId(folder, order.at)
  const target = join(folder, id)
  const partial = `${target}.partial`
  let isKept = false
  try {
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { recursive: true, mode: 0o700 })
    const copy = join(partial, copyFileName)
    const { head } = readAuditHead(source)
    source.copyTo(copy)
    copyKeyFiles(order.directory, partial)
    yield 'copy'
    const found = yield* checkAndHash(copy, head, order)
    yield 'keep'
    syncFile(copy)
    const manifest = keepManifest(partial, found, order)
    renameSync(partial, target)
    isKept = true
    syncDirectory(folder)
    return { id, folder: target, manifest }
  } finally {
    if (!isKept) rmSync(partial, { recursive: true, force: true })
  }
}

/** Makes a backup in one go. */
export function backUp(source: BackupSource, order: BackupOrder): MadeBackup {
  const steps = backUpInSteps(source, order)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
