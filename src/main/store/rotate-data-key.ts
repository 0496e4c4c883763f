// Changes the data key of an open vault: a copy of the database under a new key takes the place of the old one, and a crash at any moment leaves one that opens.
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { readAuditHead } from './audit.ts'
import { openConnection } from './connection.ts'
import { syncDirectory } from './durable-file.ts'
import { explainWriteError } from './explain-failure.ts'
import { generationSubject, lastKeyGeneration } from './key-history.ts'
import { type KeyListBody, type KeySlot, sealKeyList, type WrappedKey } from './keys/key-list.ts'
import { makePassphraseSlot, makeRecoverySlot, type SlotOrder } from './keys/key-slot.ts'
import { readKeyLists, restoreKeyLists, writeKeyLists } from './keys/key-store.ts'
import { costAtRate } from './keys/machine-cost.ts'
import { wrapAuditKey } from './keys/new-keys.ts'
import type { OpenedKeys } from './keys/open-keys.ts'
import { makeRecoveryCode } from './keys/recovery-code.ts'
import { deriveKey } from './keys/sub-keys.ts'
import { removeNextDatabase } from './settle-keys.ts'
import { createStore, findDamage } from './store.ts'
import { tryTo } from './try-to.ts'
import { openWithKeys, type Vault } from './vault.ts'
import { databaseFileName, nextDatabaseFileName, readDatabaseSalt } from './vault-database.ts'
import { VaultProblem } from './vault-problem.ts'
import { type KeyChange, openForChange } from './vault-keys.ts'

/** The steps of the change, in their order. */
export const rotationSteps = ['copy', 'encrypt', 'check', 'replace', 'done'] as const
export type RotationStep = (typeof rotationSteps)[number]

/** What a change of the data key ended with. The vault that was open is closed whenever another one is given. */
export interface Rotation {
  /** The vault as it is open now; null when it could not be opened again. */
  readonly vault: Vault | null
  /** The new recovery code; null when the key was not changed. */
  readonly recoveryCode: string | null
  /** Why it was not changed. */
  readonly problem: unknown
}

interface NewKeys {
  readonly dataKey: Buffer
  readonly slots: KeySlot[]
  readonly auditKey: WrappedKey
  readonly recoveryCode: string
  readonly generation: number
}

/** A new data key for the passphrase that was shown, and a new recovery code. Every other way is gone with the old key. */
async function makeNewKeys(change: KeyChange, opened: OpenedKeys): Promise<NewKeys> {
  const { vault, proof, environment } = change
  const { slot, workPerMs, list } = opened
  if (slot.kind !== 'passphrase' || workPerMs === null) {
    throw new VaultProblem(
      'wrong-secret',
      'Changing the key of the vault needs a passphrase, not the recovery code: it gives out a new one.',
    )
  }
  const dataKey = randomBytes(32)
  const cost = environment.keyCost ?? costAtRate(workPerMs)
  const order: SlotOrder = { vaultId: vault.id, dataKey, madeAt: environment.now(), cost }
  const mediumKey = slot.keyFile === null ? null : proof.mediumKey
  const recoveryCode = makeRecoveryCode()
  const slots = [
    await makePassphraseSlot(order, { passphrase: proof.secret, mediumKey }, { name: slot.name, id: slot.id }),
    await makeRecoverySlot(order, recoveryCode),
  ]
  const generation = Math.max(list.generation, lastKeyGeneration(vault.store)) + 1
  return { dataKey, slots, auditKey: wrapAuditKey(vault.auditKey, dataKey, vault.id), recoveryCode, generation }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes the database under the new key, with the change in its history, reads it through and brings it to the disk. Returns its salt. */
function makeNextDatabase(change: KeyChange, keys: { old: Buffer; next: NewKeys }, report: (step: RotationStep) => void): string {
  const { vault, environment } = change
  const path = join(vault.directory, nextDatabaseFileName)
  const head = readAuditHead(vault.store)
  removeNextDatabase(vault.directory)
  report('copy')
  vault.store.copyTo(path)
  report('encrypt')
  const database = (dataKey: Buffer) => deriveKey(dataKey, vault.id, 'database')
  const connection = openConnection({
    path,
    key: database(keys.old),
    mustExist: true,
    isReadOnly: false,
    sqliteBinding: environment.sqliteBinding,
  })
  const store = createStore(connection, { auditKey: vault.auditKey, now: environment.now, isReadOnly: false, isInPlace: () => true })
  try {
    connection.rekey(Buffer.from(`raw:${database(keys.next.dataKey).toString('hex')}`))
    report('check')
    const { generation, slots } = keys.next
    const payload = { generation, ways: slots.map(({ id, kind, madeAt }) => ({ id, kind, madeAt })) }
    if (findDamage(connection).length > 0 || readAuditHead(store).head !== head.head) throw new Error('The copy is not what was copied.')
    store.write({ action: 'keys.change-data-key', subject: generationSubject(generation), payload }, () => undefined)
  } finally {
    store.close()
  }
  syncFile(path)
  return readDatabaseSalt(path)
}

/** From here on both databases open, each with its own keys; the list knows both. */
function announce(change: KeyChange, opened: OpenedKeys, order: { readonly next: NewKeys; readonly databaseSalt: string }): KeyListBody {
  const { seal: _, ...body } = opened.list
  const { slots, auditKey, generation } = order.next
  const announced = { ...body, generation, next: { slots, auditKey, databaseSalt: order.databaseSalt } }
  writeKeyLists(change.vault.directory, sealKeyList(announced, opened.dataKey))
  return announced
}

interface Reopening {
  readonly generation: number
  readonly keys: { readonly dataKey: Buffer; readonly auditKey: WrappedKey | null }
}

function reopen({ vault, environment }: KeyChange, { generation, keys }: Reopening): Vault | null {
  try {
    return openWithKeys({ directory: vault.directory, vaultId: vault.id, generation, openedWith: 'passphrase', keys, environment })
  } catch {
    return null
  }
}

/** Puts the new database in the place of the old one. The rename is the moment of the change: before it the old key holds, after it the new. */
function replaceDatabase(
  change: KeyChange,
  opened: OpenedKeys,
  order: { readonly next: NewKeys; readonly announced: KeyListBody },
): Rotation {
  const { vault } = change
  const { next, announced } = order
  const path = join(vault.directory, databaseFileName)
  vault.close(false)
  try {
    renameSync(join(vault.directory, nextDatabaseFileName), path)
  } catch (error) {
    const { list, dataKey } = opened
    const back = reopen(change, { generation: next.generation, keys: { dataKey, auditKey: list.auditKey } })
    tryTo(() => writeKeyLists(vault.directory, sealKeyList({ ...announced, generation: next.generation + 1, next: null }, dataKey)))
    return { vault: back, recoveryCode: null, problem: explainWriteError(error) }
  }
  const { slots, auditKey, dataKey, recoveryCode } = next
  const generation = next.generation + 1
  // Both are only tidying up: opening the vault does them as well.
  tryTo(() => syncDirectory(vault.directory))
  tryTo(() => writeKeyLists(vault.directory, sealKeyList({ ...announced, generation, slots, auditKey, next: null }, dataKey)))
  return { vault: reopen(change, { generation, keys: { dataKey, auditKey } }), recoveryCode, problem: null }
}

const readOnlyProblem = () =>
  new VaultProblem(
    'write-failed',
    'This vault is open for reading only, because its disk is write-protected. Copy the vault folder to a writable disk to change its key.',
  )

/**
 * Gives the vault a new data key and encrypts everything with it. The passphrase of the proof stays; every other way to open the vault is
 * removed and there is a new recovery code. Needs room for a second copy of the database.
 */
export async function rotateDataKey(change: KeyChange, report: (step: RotationStep) => void): Promise<Rotation> {
  const { vault } = change
  if (vault.isReadOnly) return { vault, recoveryCode: null, problem: readOnlyProblem() }
  const opened = await openForChange(change)
  const before = readKeyLists(vault.directory).at(0)?.text
  let next: NewKeys | null = null
  try {
    next = await makeNewKeys(change, opened)
    const databaseSalt = makeNextDatabase(change, { old: opened.dataKey, next }, report)
    report('replace')
    const announced = announce(change, opened, { next, databaseSalt })
    const rotation = replaceDatabase(change, opened, { next, announced })
    report('done')
    return rotation
  } catch (error) {
    if (before !== undefined) tryTo(() => restoreKeyLists(vault.directory, before))
    tryTo(() => removeNextDatabase(vault.directory))
    return { vault, recoveryCode: null, problem: explainWriteError(error) }
  } finally {
    opened.dataKey.fill(0)
    next?.dataKey.fill(0)
  }
}
