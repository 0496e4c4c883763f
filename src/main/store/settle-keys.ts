// Puts the key list of a vault in order once it is open: its spare, a change of the data key that was cut off, a cost that has become too low.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isTooCheap } from './keys/key-cost.ts'
import { type KeySlot, sealKeyList } from './keys/key-list.ts'
import { makePassphraseSlot, makeRecoverySlot, type SlotOrder } from './keys/key-slot.ts'
import { restoreKeyLists, writeKeyLists } from './keys/key-store.ts'
import { costAtRate } from './keys/machine-cost.ts'
import type { OpenedKeys, Proof } from './keys/open-keys.ts'
import { normalizeRecoveryCode } from './keys/recovery-code.ts'
import { withSlot } from './keys/ways.ts'
import { tryTo } from './try-to.ts'
import type { KeysInForce, Vault } from './vault.ts'
import { nextDatabaseFileName, type VaultEnvironment } from './vault-database.ts'

interface Settling {
  readonly opened: OpenedKeys
  /** The text of the key list that opened. */
  readonly text: string
  readonly proof: Proof
  readonly environment: VaultEnvironment
  readonly inForce: KeysInForce
}

/** Removes the database that a change of the data key left beside the other one. */
export function removeNextDatabase(directory: string): void {
  for (const name of [nextDatabaseFileName, `${nextDatabaseFileName}-journal`]) rmSync(join(directory, name), { force: true })
}

/** What a crash in the middle of writing a file leaves beside it. Nobody else writes in a vault that is open. */
function removeUnfinishedFiles(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (/^\.gatehouse-[0-9a-f-]{36}\.tmp$/.test(name)) rmSync(join(directory, name), { force: true })
  }
}

/** Ends a change of the data key that was cut off: forwards when its database is in place, otherwise back. */
function endKeyChange(vault: Vault, { opened, inForce }: Settling): void {
  const { seal: _, ...body } = opened.list
  const { slots, auditKey, dataKey } = inForce
  const settled = { ...body, generation: body.generation + 1, slots: [...slots], auditKey, next: null }
  writeKeyLists(vault.directory, sealKeyList(settled, dataKey))
}

/** The slot that has just opened, derived anew at what this machine would choose; null when its cost is high enough. */
async function raisedSlot({ opened, proof, environment }: Settling): Promise<KeySlot | null> {
  const { slot, dataKey, list, workPerMs } = opened
  if (proof.kind === 'device' || slot.kind === 'device' || workPerMs === null) return null
  const cost = environment.keyCost ?? costAtRate(workPerMs)
  if (!isTooCheap(slot.derivation, cost)) return null
  const order: SlotOrder = { vaultId: list.vaultId, dataKey, madeAt: slot.madeAt, cost }
  if (slot.kind === 'recovery') return makeRecoverySlot(order, normalizeRecoveryCode(proof.secret) ?? '', slot.id)
  const mediumKey = slot.keyFile === null ? null : proof.mediumKey
  return makePassphraseSlot(order, { passphrase: proof.secret, mediumKey }, { name: slot.name, id: slot.id })
}

/** Does all of it that can be done. A full or failing disk is no reason to keep a vault closed that has opened. */
export async function settleKeys(vault: Vault, settling: Settling): Promise<void> {
  const { opened, text } = settling
  const isSettled = tryTo(() => (opened.list.next === null ? restoreKeyLists(vault.directory, text) : endKeyChange(vault, settling)))
  if (isSettled) tryTo(() => removeNextDatabase(vault.directory))
  tryTo(() => removeUnfinishedFiles(vault.directory))
  // What was put in the place of a newer list is left as it is until its owner has seen that.
  if (opened.list.next !== null || vault.areKeysOlder) return
  const raised = await raisedSlot(settling).catch(() => null)
  if (raised === null) return
  // Not a line for the history: who can open the vault stays the same, and one that is only looked at should not be written to.
  const { seal: _, ...body } = opened.list
  const slots = withSlot(body.slots, raised)
  tryTo(() => writeKeyLists(vault.directory, sealKeyList({ ...body, generation: body.generation + 1, slots }, opened.dataKey)))
}
