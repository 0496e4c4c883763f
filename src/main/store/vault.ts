// A vault is a folder: vault.db, keys.json and its spare. Here it is made, opened and closed.
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { VaultId } from '#shared/domain/ids.ts'
import { openConnection } from './connection.ts'
import { syncDirectory } from './durable-file.ts'
import { explainCreateError, explainOpenError } from './explain-failure.ts'
import { lastKeyGeneration } from './key-history.ts'
import type { KeySlot, WrappedKey } from './keys/key-list.ts'
import { readKeyLists } from './keys/key-store.ts'
import { measureCost } from './keys/machine-cost.ts'
import { subKeysOf, writeNewKeyList } from './keys/new-keys.ts'
import { type OpenedKeys, openKeys, type Proof } from './keys/open-keys.ts'
import { deriveSubKeys } from './keys/sub-keys.ts'
import { migrate, prepareEmptyDatabase } from './migrate.ts'
import { migrations } from './migrations.ts'
import { settleKeys } from './settle-keys.ts'
import { createStore, type Store } from './store.ts'
import { addVaultRow, databaseFileName, openDatabase, readDatabaseSalt, type VaultEnvironment } from './vault-database.ts'
import { VaultProblem } from './vault-problem.ts'

export type { VaultEnvironment } from './vault-database.ts'
export { databaseFileName } from './vault-database.ts'

export const vaultSuffix = '.gatehouse'

export interface Vault {
  readonly id: VaultId
  readonly name: string
  readonly directory: string
  readonly isReadOnly: boolean
  /** Which kind of slot opened it. */
  readonly openedWith: KeySlot['kind']
  /** True when the history knows of a later change of the keys than the key list: somebody put an older list in its place. */
  readonly areKeysOlder: boolean
  readonly store: Store
  readonly auditKey: Buffer
  /** Opens a copy of the database, such as one in a backup, with the key of this one; for reading only. */
  openCopy(path: string): Sqlite.Database
  /** Closes the file and wipes the audit key. `isForGood` is false when the same process opens it again at once. */
  close(isForGood?: boolean): void
}

async function fillNewVault(directory: string, passphrase: string, environment: VaultEnvironment): Promise<string> {
  const id = VaultId.parse(randomUUID())
  const createdAt = environment.now()
  const dataKey = randomBytes(32)
  const cost = environment.keyCost ?? (await measureCost())
  const recoveryCode = await writeNewKeyList(directory, { id, createdAt }, { passphrase, dataKey, cost })
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
    migrate(connection, environment.migrations ?? migrations, {
      appliedAt: createdAt,
      isReadOnly: false,
      auditKey: keys.auditMac,
      backUp: () => undefined,
    })
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

/** What the database is encrypted with now, and the slots that give it. */
export interface KeysInForce {
  readonly dataKey: Buffer
  readonly slots: readonly KeySlot[]
  readonly auditKey: WrappedKey | null
}

/** The new key set once a change of the data key has put its database in place, otherwise the one there always was. */
function keysInForce(directory: string, opened: OpenedKeys): KeysInForce {
  const { list, dataKey, nextDataKey } = opened
  const path = join(directory, databaseFileName)
  const isChanged = list.next !== null && existsSync(path) && readDatabaseSalt(path) === list.next.databaseSalt
  if (!isChanged || list.next === null) return { dataKey, slots: list.slots, auditKey: list.auditKey }
  if (nextDataKey === null) {
    throw new VaultProblem(
      'key-change-unfinished',
      'Gatehouse stopped while the key of this vault was being changed. Open it once with the passphrase with which that was begun.',
    )
  }
  return { dataKey: nextDataKey, slots: list.next.slots, auditKey: list.next.auditKey }
}

export interface OpenOrder {
  readonly directory: string
  readonly vaultId: VaultId
  readonly generation: number
  readonly openedWith: KeySlot['kind']
  readonly keys: Pick<KeysInForce, 'dataKey' | 'auditKey'>
  readonly environment: VaultEnvironment
}

/** Opens the database of a vault whose data key is known. Throws what SQLite says. */
export function openWithKeys(order: OpenOrder): Vault {
  const { directory, vaultId, environment } = order
  const keys = subKeysOf(order.keys.dataKey, vaultId, order.keys.auditKey)
  if (keys === null) throw new Error('A key list with a true seal holds an audit key that does not open.')
  try {
    const { store, isReadOnly, openCopy, close } = openDatabase({ directory, vaultId, keys, environment })
    return {
      id: vaultId,
      name: basename(directory, vaultSuffix),
      directory,
      isReadOnly,
      openedWith: order.openedWith,
      areKeysOlder: order.generation < lastKeyGeneration(store),
      store,
      auditKey: keys.auditMac,
      openCopy,
      close: (isForGood = true) => {
        close(isForGood)
        keys.auditMac.fill(0)
      },
    }
  } finally {
    keys.database.fill(0)
  }
}

async function openAndSettle(directory: string, proof: Proof, environment: VaultEnvironment): Promise<Vault> {
  const stored = readKeyLists(directory)
  const opened = await openKeys(
    stored.map(({ list }) => list),
    proof,
  )
  try {
    const { list, slot } = opened
    const inForce = keysInForce(directory, opened)
    const { vaultId, generation } = list
    const vault = openWithKeys({ directory, vaultId, generation, openedWith: slot.kind, keys: inForce, environment })
    const text = stored.find((one) => one.list === list)?.text
    if (!vault.isReadOnly && text !== undefined) await settleKeys(vault, { opened, text, proof, environment, inForce })
    return vault
  } finally {
    opened.dataKey.fill(0)
    opened.nextDataKey?.fill(0)
  }
}

/**
 * Opens the vault at `directory` with its passphrase or recovery code, or what else a `Proof` can be.
 * Refuses with a `VaultProblem`, changing nothing. Once it is open, its key list is put in order: the spare, a change of the data key
 * that was cut off, a cost that has become too low.
 */
export async function openVault(directory: string, secret: string | Proof, environment: VaultEnvironment): Promise<Vault> {
  if (!existsSync(directory))
    throw new VaultProblem('vault-not-found', 'There is no vault at that place any more. Connect its disk or choose another folder.')
  try {
    return await openAndSettle(directory, typeof secret === 'string' ? { kind: 'secret', secret, mediumKey: null } : secret, environment)
  } catch (error) {
    throw explainOpenError(error, directory)
  }
}
