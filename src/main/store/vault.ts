// A vault is a folder: vault.db, keys.json and its spare. Here it is made, opened and closed.
import { randomBytes, randomUUID } from 'node:crypto'
import { constants, accessSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { backUpBeforeMigration } from './backup.ts'
import { openConnection } from './connection.ts'
import { syncDirectory } from './durable-file.ts'
import { openDataKey, readKeyFileOf, writeNewKeyFile } from './keys/key-store.ts'
import { deriveSubKeys } from './keys/sub-keys.ts'
import { migrate, prepareEmptyDatabase, refuseForeignSchema } from './migrate.ts'
import { type Migration, migrations } from './migrations.ts'
import { clearPresence, hasPresence, leavePresence, readPresence } from './presence.ts'
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

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What the file system or SQLite said, as a problem with a next step; anything else is a fault and stays one. */
function explain(error: unknown, directory: string): unknown {
  if (error instanceof VaultProblem) return error
  const code = codeOf(error)
  const cause = { cause: error }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL')
    return new VaultProblem('disk-full', 'The disk is full. Free some space and try again; nothing was changed.', cause)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENAMETOOLONG', 'SQLITE_CANTOPEN'].includes(code) || code.startsWith('SQLITE_READONLY')) {
    return new VaultProblem(
      'place-not-writable',
      'Gatehouse may not write there. Choose a folder of your own on a disk that is not write-protected.',
      cause,
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    const holder = readPresence(directory)
    const who = holder ? ` on ${holder.host} since ${holder.openedAt.slice(0, 16).replace('T', ' ')} UTC` : ''
    return new VaultProblem('vault-busy', `This vault is already open${who}. Close it there, then try again.`, cause)
  }
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) {
    return new VaultProblem(
      'database-damaged',
      'The database of this vault is damaged. Nothing was changed. Open the newest backup of the vault, and keep this folder as it is.',
      cause,
    )
  }
  return error
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
    migrate(connection, environment.migrations ?? migrations, { appliedAt: createdAt, backUp: () => undefined })
    const store = createStore(connection, { auditKey: keys.auditMac, now: environment.now, isReadOnly: false })
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
  if (isOccupied(directory)) {
    throw new VaultProblem('vault-exists', 'There is already something at that place. Choose another name; nothing was overwritten.')
  }
  const partial = join(dirname(directory), `.${basename(directory)}.${randomUUID()}.partial`)
  try {
    mkdirSync(partial, { mode: 0o700 })
    const recoveryCode = await fillNewVault(partial, passphrase, environment)
    syncDirectory(partial)
    if (existsSync(directory)) rmSync(directory, { recursive: false, force: true, maxRetries: 0 })
    renameSync(partial, directory)
    syncDirectory(dirname(directory))
    return { recoveryCode }
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    throw explain(error, directory)
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

interface Opening {
  readonly directory: string
  readonly vaultId: VaultId
  readonly keys: { readonly database: Buffer; readonly auditMac: Buffer }
  readonly environment: VaultEnvironment
}

function openDatabase(opening: Opening): Vault {
  const { directory, vaultId, keys, environment } = opening
  const path = join(directory, databaseFileName)
  const isReadOnly = !isWritable(path) || !isWritable(directory)
  const connection = openConnection({ path, key: keys.database, mustExist: true, isReadOnly, sqliteBinding: environment.sqliteBinding })
  try {
    const known = environment.migrations ?? migrations
    refuseForeignSchema(connection, known)
    if (!isReadOnly) claim(connection)
    if (hasPresence(directory)) checkSoundness(connection)
    if (!isReadOnly)
      migrate(connection, known, {
        appliedAt: environment.now(),
        backUp: () => backUpBeforeMigration(connection, directory, environment.now()),
      })
    const store = createStore(connection, { auditKey: keys.auditMac, now: environment.now, isReadOnly })
    if (store.first(readVaultRow)?.vaultId !== vaultId) {
      throw new VaultProblem(
        'database-damaged',
        'vault.db belongs to another vault than keys.json. Put the two files of one vault back together.',
      )
    }
    if (!isReadOnly) leavePresence(directory, environment.now())
    const close = () => {
      store.close()
      keys.auditMac.fill(0)
      if (!isReadOnly) clearPresence(directory)
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
  const keyFile = readKeyFileOf(directory)
  const dataKey = await openDataKey(keyFile, secret)
  const keys = deriveSubKeys(dataKey, keyFile.vaultId)
  dataKey.fill(0)
  try {
    return openDatabase({ directory, vaultId: keyFile.vaultId, keys, environment })
  } catch (error) {
    throw explain(error, directory)
  } finally {
    keys.database.fill(0)
  }
}
