// Opens the database of a vault whose keys are known: claims it, checks it after a crash, brings it up to date.
import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { VaultId } from '#shared/domain/ids.ts'
import { backUp } from './backup.ts'
import { wrapConnection } from './database.ts'
import { openConnection } from './connection.ts'
import type { KeyCost } from './keys/key-cost.ts'
import type { SubKeys } from './keys/sub-keys.ts'
import { migrate, refuseForeignSchema } from './migrate.ts'
import { type Migration, migrations } from './migrations.ts'
import { clearPresence, hasPresence, leavePresence } from './presence.ts'
import { command, query } from './statement.ts'
import { createStore, type Store } from './store.ts'
import { tryTo } from './try-to.ts'
import { VaultProblem } from './vault-problem.ts'

export const databaseFileName = 'vault.db'
/** The database under its new key, until it takes the place of the other one. */
export const nextDatabaseFileName = 'vault.db.next'

export const readVaultRow = query(
  'SELECT vault_id AS vaultId, created_at AS createdAt FROM vault',
  z.strictObject({ vaultId: VaultId, createdAt: z.string() }),
)
export const addVaultRow = command('INSERT INTO vault (one, vault_id, created_at) VALUES (1, :vaultId, :createdAt)')

export interface VaultEnvironment {
  readonly now: () => string
  readonly sqliteBinding: string | undefined
  /** Written into the manifest of a backup. */
  readonly applicationVersion?: string
  /** The schema steps to use; the product's own unless a test of upgrading gives others. */
  readonly migrations?: readonly Migration[]
  /** What deriving a key costs; measured on this machine unless it is given. */
  readonly keyCost?: KeyCost
}

export interface OpenDatabase {
  readonly store: Store
  readonly isReadOnly: boolean
  /** Opens a copy of the database, such as one in a backup, with the key of this one; for reading only. */
  openCopy(path: string): Sqlite.Database
  /** Closes the file, for good or to open it again at once; then the note of an open vault stays. */
  close(isForGood: boolean): void
}

/** Takes the exclusive lock now, so that a second opener is told at once. */
function claim(connection: Sqlite.Database): void {
  connection.exec('BEGIN EXCLUSIVE; COMMIT')
}

const damaged = () =>
  new VaultProblem(
    'database-damaged',
    'The database of this vault is damaged. Nothing was changed. Open the newest backup of the vault, and keep this folder as it is.',
  )

/**
 * Refuses a file that ends before its last page does. SQLite fills such a page with zeros, and the cipher then gives it back as it
 * stands: neither decrypted nor checked. Only after a commit that was cut off has been taken back, because that may leave such an end.
 */
function refuseTornEnd(connection: Sqlite.Database, path: string): void {
  const [pageBytes, pageCount] = ['page_size', 'page_count'].map((name) => z.int().parse(connection.pragma(name, { simple: true })))
  if (statSync(path).size < Number(pageBytes) * Number(pageCount)) throw damaged()
}

function checkSoundness(connection: Sqlite.Database): void {
  const findings = z.array(z.looseObject({ quick_check: z.string() })).parse(connection.pragma('quick_check(5)'))
  if (findings.some((finding) => finding.quick_check !== 'ok')) {
    throw damaged()
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

const saltSizeBytes = 16

/** The random bytes at the beginning of an encrypted database, as hexadecimal. Only for a file that this process has not open. */
export function readDatabaseSalt(path: string): string {
  const handle = openSync(path, 'r')
  try {
    const salt = Buffer.alloc(saltSizeBytes)
    readSync(handle, salt, 0, saltSizeBytes, 0)
    return salt.toString('hex')
  } finally {
    closeSync(handle)
  }
}

interface Opening {
  readonly directory: string
  readonly vaultId: VaultId
  readonly keys: SubKeys
  readonly environment: VaultEnvironment
}

/** Refuses what is not this vault's, claims it, checks it after a crash and brings it up to date. */
function makeReady(connection: Sqlite.Database, opening: Opening, isReadOnly: boolean): void {
  const { directory, vaultId, keys, environment } = opening
  const { now, sqliteBinding, applicationVersion = '' } = environment
  const known = environment.migrations ?? migrations
  refuseForeignSchema(connection, known)
  if (!isReadOnly) claim(connection)
  refuseTornEnd(connection, join(directory, databaseFileName))
  if (hasPresence(directory)) checkSoundness(connection)
  const { database: key, auditMac: auditKey } = keys
  const openCopy = (path: string) => openConnection({ path, key, mustExist: true, isReadOnly: true, sqliteBinding })
  const copyTo = (path: string) => void connection.prepare('VACUUM INTO ?').run(path)
  migrate(connection, known, {
    appliedAt: now(),
    isReadOnly,
    auditKey,
    backUp: () =>
      void backUp(
        { ...wrapConnection(connection), copyTo },
        { directory, vaultId, auditKey, reason: 'migration', at: now(), applicationVersion, openCopy },
      ),
  })
}

/** Opens `vault.db` of the folder. Refuses with a `VaultProblem` or throws what SQLite says, changing nothing. */
export function openDatabase(opening: Opening): OpenDatabase {
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
    const copyKey = Buffer.from(keys.database)
    const openCopy = (copy: string) => openConnection({ path: copy, key: copyKey, mustExist: true, isReadOnly: true, sqliteBinding })
    const close = (isForGood: boolean) => {
      copyKey.fill(0)
      const isSound = store.isDiskSound()
      store.close()
      // A note that stays only makes the next start check the file, and a disk that is gone must not keep the vault open.
      if (!isReadOnly && isForGood && isSound) tryTo(() => clearPresence(directory))
    }
    return { store, isReadOnly, openCopy, close }
  } catch (error) {
    connection.close()
    throw error
  }
}
