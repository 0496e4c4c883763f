// The key file on disk: written twice, read with its spare, opened with a passphrase or a recovery code.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { VaultId } from '#shared/domain/ids.ts'
import { type KeyFile, type KeySlot, readKeyFile, sealKeyFile } from './key-file.ts'
import { makeKeySlot, openKeySlot } from './key-slot.ts'
import { makeRecoveryCode, normalizeRecoveryCode } from './recovery-code.ts'
import { writeFileDurably } from '../durable-file.ts'
import { VaultProblem } from '../vault-problem.ts'

export const keyFileName = 'keys.json'
const spareKeyFileName = 'keys.json.bak'
const keyFileLimitBytes = 65_536

const textOf = (keyFile: KeyFile) => `${JSON.stringify(keyFile, null, 2)}\n`

function writeKeyFiles(directory: string, keyFile: KeyFile): void {
  for (const name of [keyFileName, spareKeyFileName]) writeFileDurably(join(directory, name), textOf(keyFile))
}

/** Writes the key file of a new vault and its spare, and returns the recovery code, which is stored nowhere. */
export async function writeNewKeyFile(
  directory: string,
  vault: { readonly id: VaultId; readonly createdAt: string },
  keys: { readonly passphrase: string; readonly dataKey: Buffer },
): Promise<string> {
  const recoveryCode = makeRecoveryCode()
  const slots = [
    await makeKeySlot(vault.id, 'passphrase', { secret: keys.passphrase, dataKey: keys.dataKey }),
    await makeKeySlot(vault.id, 'recovery', { secret: recoveryCode, dataKey: keys.dataKey }),
  ]
  const keyFile = sealKeyFile({ format: 'gatehouse.keys', formatVersion: 1, vaultId: vault.id, createdAt: vault.createdAt, slots })
  writeKeyFiles(directory, keyFile)
  return recoveryCode
}

/** The file's text; null when there is none, empty when it cannot be a key file. Throws when it may not be read. */
function readCapped(path: string): string | null {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return null
  return facts.isFile() && facts.size <= keyFileLimitBytes ? readFileSync(path, 'utf8') : ''
}

const newer = () =>
  new VaultProblem('vault-newer', 'This vault was made by a newer Gatehouse. Open it with that version; nothing was changed.')

/** Reads `keys.json`, or its spare when the first is damaged or gone. */
export function readKeyFileOf(directory: string): KeyFile {
  const first = readCapped(join(directory, keyFileName))
  const reading = readKeyFile(first ?? '')
  if (reading.ok) return reading.keyFile
  // The spare of a newer file may be older than it, and open with a passphrase that was replaced.
  if (reading.reason === 'newer') throw newer()
  const spare = readCapped(join(directory, spareKeyFileName))
  if (first === null && spare === null) {
    throw new VaultProblem(
      'not-a-vault',
      'This folder has no keys.json, so it is not a Gatehouse vault. Choose the folder whose name ends in ".gatehouse".',
    )
  }
  const spareReading = readKeyFile(spare ?? '')
  if (spareReading.ok) return spareReading.keyFile
  if (spareReading.reason === 'newer') throw newer()
  throw new VaultProblem(
    'keys-damaged',
    'keys.json and its spare keys.json.bak are both damaged. Copy both from a backup of this vault; the answers themselves are untouched.',
  )
}

function isDamaged(path: string): boolean {
  const reading = readKeyFile(readCapped(path) ?? '')
  return !reading.ok && reading.reason === 'damaged'
}

/** Puts back whichever of the two key files is damaged or gone, from the one that has just opened the vault. */
export function restoreKeyFiles(directory: string, keyFile: KeyFile): void {
  const text = textOf(keyFile)
  for (const name of [keyFileName, spareKeyFileName]) {
    const path = join(directory, name)
    if (readCapped(path) !== text && isDamaged(path)) writeFileDurably(path, text)
  }
}

/** Writes the key file that is good, and its spare, into another folder. */
export function copyKeyFiles(from: string, to: string): void {
  writeKeyFiles(to, readKeyFileOf(from))
}

function slotsToTry(keyFile: KeyFile, secret: string): { slot: KeySlot; secret: string }[] {
  const recoveryCode = normalizeRecoveryCode(secret)
  const passphraseSlots = keyFile.slots.filter((slot) => slot.kind === 'passphrase').map((slot) => ({ slot, secret }))
  if (recoveryCode === null) return passphraseSlots
  const recoverySlots = keyFile.slots.filter((slot) => slot.kind === 'recovery').map((slot) => ({ slot, secret: recoveryCode }))
  return [...recoverySlots, ...passphraseSlots]
}

/** The vault's 32-byte data key; refuses with `wrong-secret` when neither a passphrase nor a recovery slot opens. */
export async function openDataKey(keyFile: KeyFile, secret: string): Promise<Buffer> {
  for (const attempt of slotsToTry(keyFile, secret)) {
    const dataKey = await openKeySlot(keyFile.vaultId, attempt.slot, attempt.secret)
    if (dataKey !== null) return dataKey
  }
  throw new VaultProblem(
    'wrong-secret',
    'That is not the passphrase or recovery code of this vault. Check capital letters and the keyboard language, then try again.',
  )
}
