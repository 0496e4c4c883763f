// Changes to the ways in which an open vault can be opened. Each is confirmed with a passphrase or the recovery code.
import { existsSync, rmSync } from 'node:fs'
import type { VaultId } from '#shared/domain/ids.ts'
import type { KeyList, KeySlot } from './keys/key-list.ts'
import { makeDeviceSlot, makePassphraseSlot, makeRecoverySlot, type SlotOrder } from './keys/key-slot.ts'
import { readKeyListOf, readKeyLists } from './keys/key-store.ts'
import { costAtRate, measureCost } from './keys/machine-cost.ts'
import { makeMediumKey, type MediumKey, readMediumKey } from './keys/medium-key.ts'
import { type OpenedKeys, openKeys, type Proof } from './keys/open-keys.ts'
import { makeRecoveryCode } from './keys/recovery-code.ts'
import { keepRules, slotOf, withSlot } from './keys/ways.ts'
import { explainCreateError, explainOpenError } from './explain-failure.ts'
import { isInside } from './is-inside.ts'
import type { Vault } from './vault.ts'
import type { VaultEnvironment } from './vault-database.ts'
import { VaultProblem } from './vault-problem.ts'
import { writeChangedKeys } from './write-changed-keys.ts'

/** A passphrase with its key file, or the recovery code. What a device remembers opens a vault, but changes nothing in it. */
export type SecretProof = Extract<Proof, { kind: 'secret' }>

/** An open vault and how its owner proves to be that. */
export interface KeyChange {
  readonly vault: Vault
  readonly proof: SecretProof
  readonly environment: VaultEnvironment
}

interface Changing {
  readonly slots: readonly KeySlot[]
  readonly order: SlotOrder
  /** The slot that the proof opened. */
  readonly opened: OpenedKeys['slot']
}

/** One way to open a vault, as a list of them shows it. */
export interface Way {
  readonly id: string
  readonly kind: KeySlot['kind']
  readonly name: string
  readonly madeAt: string
  readonly needsKeyFile: boolean
}

function readForListing(directory: string): KeyList {
  if (!existsSync(directory))
    throw new VaultProblem('vault-not-found', 'There is no vault at that place any more. Connect its disk or choose another folder.')
  try {
    return readKeyListOf(directory)
  } catch (error) {
    throw explainOpenError(error, directory)
  }
}

/** The ways to open the vault in `directory`. Anybody can read them: they are not secret. */
export function listWays(directory: string): { readonly vaultId: VaultId; readonly ways: readonly Way[] } {
  const { vaultId, slots } = readForListing(directory)
  const ways = slots.map((slot): Way => {
    const { id, kind, madeAt } = slot
    const name = slot.kind === 'recovery' ? 'Recovery code' : slot.name
    return { id, kind, name, madeAt, needsKeyFile: slot.kind === 'passphrase' && slot.keyFile !== null }
  })
  return { vaultId, ways }
}

/** Opens the data key with the proof, for a change of the keys. The caller wipes it. */
export async function openForChange({ vault, proof }: KeyChange): Promise<OpenedKeys> {
  const opened = await openKeys(
    readKeyLists(vault.directory).map(({ list }) => list),
    proof,
  )
  if (opened.list.vaultId === vault.id && opened.list.next === null) return opened
  opened.dataKey.fill(0)
  throw new VaultProblem(
    'key-change-unfinished',
    'The keys of this vault are in the middle of a change. Lock the vault, open it again with its passphrase, then try again.',
  )
}

async function changeSlots(change: KeyChange, action: string, make: (changing: Changing) => Promise<KeySlot[]>): Promise<void> {
  const { vault, environment } = change
  const opened = await openForChange(change)
  try {
    const { list, dataKey, slot, workPerMs } = opened
    const cost = environment.keyCost ?? (workPerMs === null ? await measureCost() : costAtRate(workPerMs))
    const order: SlotOrder = { vaultId: vault.id, dataKey, madeAt: environment.now(), cost }
    const slots = keepRules(await make({ slots: list.slots, order, opened: slot }))
    writeChangedKeys(vault, { list, dataKey, slots, action: `keys.${action}` })
  } finally {
    opened.dataKey.fill(0)
  }
}

/** Adds a passphrase, for another person or as a second one. */
export function addPassphrase(change: KeyChange, added: { readonly name: string; readonly passphrase: string }): Promise<void> {
  return changeSlots(change, 'add-passphrase', async ({ slots, order }) =>
    withSlot(slots, await makePassphraseSlot(order, { passphrase: added.passphrase, mediumKey: null }, { name: added.name })),
  )
}

function requireMediumKey(slot: Extract<KeySlot, { kind: 'passphrase' }>, given: MediumKey | null): MediumKey | null {
  if (slot.keyFile === null) return null
  if (given?.fingerprint === slot.keyFile) return given
  throw new VaultProblem(
    given === null ? 'key-file-needed' : 'key-file-wrong',
    'This passphrase needs its key file. Choose the file that was made for it.',
  )
}

/**
 * Changes the passphrase of one way. Its key file goes on being needed, and so must be shown, unless `dropsKeyFile`:
 * for somebody who has lost it, and came in with the recovery code.
 */
export function changePassphrase(
  change: KeyChange,
  wanted: { readonly wayId: string; readonly passphrase: string; readonly dropsKeyFile: boolean },
): Promise<void> {
  return changeSlots(change, 'change-passphrase', async ({ slots, order }) => {
    const { id, name, ...slot } = slotOf(slots, wanted.wayId, ['passphrase'])
    const mediumKey = wanted.dropsKeyFile ? null : requireMediumKey({ id, name, ...slot }, change.proof.mediumKey)
    return withSlot(slots, await makePassphraseSlot(order, { passphrase: wanted.passphrase, mediumKey }, { id, name }))
  })
}

function requireOwn(opened: KeySlot, wayId: string): Extract<KeySlot, { kind: 'passphrase' }> {
  if (opened.kind === 'passphrase' && opened.id === wayId) return opened
  throw new VaultProblem('wrong-secret', 'Type the passphrase of this way itself, not another one or the recovery code.')
}

/** Makes the key file and reads it back, so that a medium that does not keep it is noticed before anything depends on it. */
function makeKeyFile(path: string, vault: Vault, madeAt: string): MediumKey {
  if (isInside(vault.directory, path)) {
    throw new VaultProblem(
      'key-file-in-vault',
      'A key file in the folder of the vault would travel with it and protect nothing. Choose a place on another medium.',
    )
  }
  try {
    makeMediumKey(path, { id: vault.id, madeAt })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new VaultProblem('file-exists', 'There is already a file at that place; it was left as it is. Choose another name.')
    }
    throw explainCreateError(error)
  }
  return readMediumKey(path)
}

/** True unless the key list can be read and has no slot for the key file. */
function mayBeNeeded({ fingerprint }: MediumKey, directory: string): boolean {
  try {
    const slots = readKeyLists(directory).flatMap(({ list }) => list.slots)
    return slots.some((slot) => slot.kind === 'passphrase' && slot.keyFile === fingerprint)
  } catch {
    return true
  }
}

/** Makes a new key file at `path`, and has the passphrase given as proof need it. A key file it needed before is good no longer. */
export async function addKeyFile(change: KeyChange, wanted: { readonly wayId: string; readonly path: string }): Promise<void> {
  const made: MediumKey[] = []
  try {
    await changeSlots(change, 'add-key-file', async ({ slots, order, opened }) => {
      const { id, name } = requireOwn(opened, wanted.wayId)
      const mediumKey = makeKeyFile(wanted.path, change.vault, order.madeAt)
      made.push(mediumKey)
      return withSlot(slots, await makePassphraseSlot(order, { passphrase: change.proof.secret, mediumKey }, { id, name }))
    })
  } catch (error) {
    // The vault's disk may be gone with the new key list on it: then nothing but this file opens it with the passphrase.
    if (made.some((key) => !mayBeNeeded(key, change.vault.directory))) rmSync(wanted.path, { force: true })
    throw error
  }
}

/** Has the passphrase given as proof open the vault alone again. */
export function dropKeyFile(change: KeyChange, wanted: { readonly wayId: string }): Promise<void> {
  return changeSlots(change, 'drop-key-file', async ({ slots, order, opened }) => {
    const { id, name } = requireOwn(opened, wanted.wayId)
    return withSlot(slots, await makePassphraseSlot(order, { passphrase: change.proof.secret, mediumKey: null }, { id, name }))
  })
}

/** Makes a new recovery code; the one before it opens nothing any more. Returned once, stored nowhere. */
export async function replaceRecoveryCode(change: KeyChange): Promise<string> {
  const code = makeRecoveryCode()
  await changeSlots(change, 'replace-recovery-code', async ({ slots, order }) => [
    ...slots.filter(({ kind }) => kind !== 'recovery'),
    await makeRecoverySlot(order, code),
  ])
  return code
}

/** Adds a slot for 32 random bytes that a device keeps; returns its id. */
export async function addDevice(change: KeyChange, device: { readonly name: string; readonly secret: Buffer }): Promise<string> {
  let slotId = ''
  await changeSlots(change, 'remember-device', async ({ slots, order }) => {
    const slot = makeDeviceSlot(order, device)
    slotId = slot.id
    return withSlot(slots, slot)
  })
  return slotId
}

/** Removes a way. Refuses with `last-way` what would leave no passphrase and no recovery code. */
export function removeWay(change: KeyChange, wanted: { readonly wayId: string }): Promise<void> {
  return changeSlots(change, 'remove', async ({ slots }) => {
    const { id } = slotOf(slots, wanted.wayId, ['passphrase', 'recovery', 'device'])
    return slots.filter((slot) => slot.id !== id)
  })
}
