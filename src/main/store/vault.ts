// A vault is a folder: vault.db, keys.json and its spare. Here it is made, opened and closed.
import { randomBytes, randomUUID } from 'node:crypto'
import { constants, accessSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { backUpBeforeMigration } from './backup.ts'
import { openConnection } from './connection.ts'
import { syncDirectory } from './durable-file.ts'
import { explainCreateError, explainOpenError } from './explain-failure.ts'
import { openDataKey, readKeyFileOf, restoreKeyFiles, writeNewKeyFile } from './keys/key-store.ts'
import { deriveSubKeys } from './keys/sub-keys.ts'
import { migrate, prepareEmptyDatabase, refuseForeignSchema } from './migrate.ts'
import { type Migration, migrations } from './migrations.ts'
import { clearPresence, hasPresence, leavePresence } from './presence.ts'
import { command, query } from './statement.ts'
import { createStore, type Store } from './store.ts'
import { VaultProblem } from './vault-problem.ts'

export const databaseFileName = 'vault.db'
export const vaultSuffix = '.gatehouse'

export const readVaultRow = query(
  'SELECT vault_id AS vaultId, created_at AS createdAt FROM vault',
  z.strictObject({ vaultId: VaultId, createdAt: z.string() }),
)
export const addVaultRow = command('INSERT INTO vault (one, vault_id, created_at) VALUES (1, :vaultId, :createdAt)')

export interface Vault {
  readonly id: VaultId
  readonly name: string
  readonly isReadOnly: boolean
  readonly store: Store
  readonly auditKey: Buffer
  /** Closes the file and wipes the audit key. */
  close(): void
}

export interface VaultEnvironment {
  readonly now: () => string
  readonly sqliteBinding: string | undefined
  /** The schema steps to use; the product's own unless a test of upgrading gives others. */
  readonly migrations?: readonly Migration[]
}

/** Takes the exclusive lock now, so that a second opener is told at once. */
function claim(connection: Sqlite.Database): void {
  connection.exec('BEGIN EXCLUSIVE; COMMIT')
}

function checkSoundness(connection: Sqlite.Database): void {
  const findings = z.array(z.looseObject({ quick_check: z.string() })).parse(connection.pragma('quick_check(5)'))
  if (findings.some((finding) => finding.quick_check !== 'ok')) {
    throw new VaultProblem(
      'database-damaged',
      'The database of this vault is damaged. Nothing was changed. Open the newest backup of the vault, and keep this folder as it is.',
    )
  }
}

async function fillNewVault(directory: string, passphrase: string, environment: VaultEnvironment): Promise<string> {
  const id = VaultId.parse(randomUUID())
  const createdAt = environment.now()
  const dataKey = randomBytes(32)
  const recoveryCode = await writeNewKeyFile(directory, { id, createdAt }, { passphrase, dataKey })
  const keys = deriveSubKeys(dataKey, id)
  dataKey.fill(0)
  const connection = openConnection({
    path: join(directory, databaseFileName),
    key: keys.database,
    mustExist: false,
    isReadOnly: false,
    sqliteBinding: environment.sqliteBinding,
  })
  keys.database.fill(0)
  try {
    prepareEmptyDatabase(connection)
    migrate(connection, environment.migrations ?? migrations, { appliedAt: createdAt, isReadOnly: false, backUp: () => undefined })
    const store = createStore(connection, { auditKey: keys.auditMac, now: environment.now, isReadOnly: false, isInPlace: () => true })
    store.write({ action: 'vault.create', subject: id, payload: { vaultId: id } }, (tx) => tx.run(addVaultRow, { vaultId: id, createdAt }))
  } finally {
    connection.close()
    keys.auditMac.fill(0)
  }
  return recoveryCode
}

function isOccupied(directory: string): boolean {
  return existsSync(directory) && (!statSync(directory).isDirectory() || readdirSync(directory).length > 0)
}

/**
 * Makes a vault at `directory`, which must not exist or be an empty folder, and returns its recovery code.
 * It is filled beside its place and renamed into it, so a crash never leaves half a vault under the name.
 */
export async function createVault(directory: string, passphrase: string, environment: VaultEnvironment): Promise<{ recoveryCode: string }> {
  // A short name of its own: a long one of the vault's must not be too long only because of this.
  const partial = join(dirname(directory), `.gatehouse-${randomUUID()}.partial`)
  try {
    if (isOccupied(directory)) {
      throw new VaultProblem('vault-exists', 'There is already something at that place. Choose another name; nothing was overwritten.')
    }
    mkdirSync(partial, { mode: 0o700 })
    const recoveryCode = await fillNewVault(partial, passphrase, environment)
    syncDirectory(partial)
    if (existsSync(directory)) rmdirSync(directory)
    renameSync(partial, directory)
    syncDirectory(dirname(directory))
    return { recoveryCode }
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw explainCreateError(error)
  }
}

/** For what is good to do but no reason to fail. */
function tryTo(work: () => void): void {
  try {
    work()
  } catch {
    return
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Which file stands at `path`; null when there is none with anything in it. Never opens it: that would drop SQLite's locks. */
function identityOf(path: string): string | null {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false })
  return facts?.isFile() && facts.size > 0n ? `${facts.dev}:${facts.ino}` : null
}

interface Opening {
  readonly directory: string
  readonly vaultId: VaultId
  readonly keys: { readonly database: Buffer; readonly auditMac: Buffer }
  readonly environment: VaultEnvironment
}

/** Refuses what is not this vault's, claims it, checks it after a crash and brings it up to date. */
function makeReady(connection: Sqlite.Database, opening: Opening, isReadOnly: boolean): void {
  const { directory, keys, environment } = opening
  const { now, sqliteBinding } = environment
  const known = environment.migrations ?? migrations
  refuseForeignSchema(connection, known)
  if (!isReadOnly) claim(connection)
  if (hasPresence(directory)) checkSoundness(connection)
  const backUp = () => backUpBeforeMigration(connection, { directory, key: keys.database, at: now(), sqliteBinding })
  migrate(connection, known, { appliedAt: now(), isReadOnly, backUp })
}

function openDatabase(opening: Opening): Vault {
  const { directory, vaultId, keys, environment } = opening
  const { now, sqliteBinding } = environment
  const path = join(directory, databaseFileName)
  const identity = identityOf(path)
  if (identity === null) {
    throw new VaultProblem(
      'database-damaged',
      'vault.db is missing from this vault folder, or empty. Nothing was changed. Put it back from the newest backup of the vault.',
    )
  }
  const isReadOnly = !isWritable(path) || !isWritable(directory)
  const connection = openConnection({ path, key: keys.database, mustExist: true, isReadOnly, sqliteBinding })
  try {
    makeReady(connection, opening, isReadOnly)
    const isInPlace = () => identityOf(path) === identity
    const store = createStore(connection, { auditKey: keys.auditMac, now, isReadOnly, isInPlace })
    if (store.first(readVaultRow)?.vaultId !== vaultId) {
      throw new VaultProblem(
        'database-damaged',
        'vault.db belongs to another vault than keys.json. Put the two files of one vault back together.',
      )
    }
    // On a full disk the note cannot be left, but what is in the vault can still be read and saved elsewhere.
    if (!isReadOnly) tryTo(() => leavePresence(directory, now()))
    const close = () => {
      store.close()
      keys.auditMac.fill(0)
      // A note that stays only makes the next start check the file, and a disk that is gone must not keep the vault open.
      if (!isReadOnly) tryTo(() => clearPresence(directory))
    }
    return { id: vaultId, name: basename(directory, vaultSuffix), isReadOnly, store, auditKey: keys.auditMac, close }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Opens the vault at `directory` with its passphrase or recovery code. Refuses with a `VaultProblem`, changing nothing. */
export async function openVault(directory: string, secret: string, environment: VaultEnvironment): Promise<Vault> {
  if (!existsSync(directory))
    throw new VaultProblem('vault-not-found', 'There is no vault at that place any more. Connect its disk or choose another folder.')
  try {
    const keyFile = readKeyFileOf(directory)
    const dataKey = await openDataKey(keyFile, secret)
    const keys = deriveSubKeys(dataKey, keyFile.vaultId)
    dataKey.fill(0)
    try {
      const vault = openDatabase({ directory, vaultId: keyFile.vaultId, keys, environment })
      if (!vault.isReadOnly) tryTo(() => restoreKeyFiles(directory, keyFile))
      return vault
    } finally {
      keys.database.fill(0)
    }
  } catch (error) {
    throw explainOpenError(error, directory)
  }
}
