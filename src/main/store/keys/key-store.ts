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
  const text = `${JSON.stringify(keyFile, null, 2)}\n`
  writeFileDurably(join(directory, keyFileName), text)
  writeFileDurably(join(directory, spareKeyFileName), text)
  return recoveryCode
}

function readCapped(path: string): string | null {
  try {
    return statSync(path).size > keyFileLimitBytes ? '' : readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Reads `keys.json`, or its spare when the first is damaged or gone. */
export function readKeyFileOf(directory: string): KeyFile {
  const texts = [readCapped(join(directory, keyFileName)), readCapped(join(directory, spareKeyFileName))]
  if (texts.every((text) => text === null)) {
    throw new VaultProblem(
      'not-a-vault',
      'This folder has no keys.json, so it is not a Gatehouse vault. Choose the folder whose name ends in ".gatehouse".',
    )
  }
  const readings = texts.map((text) => readKeyFile(text ?? ''))
  for (const reading of readings) if (reading.ok) return reading.keyFile
  if (readings.some((reading) => !reading.ok && reading.reason === 'newer')) {
    throw new VaultProblem('vault-newer', 'This vault was made by a newer Gatehouse. Open it with that version; nothing was changed.')
  }
  throw new VaultProblem(
    'keys-damaged',
    'keys.json and its spare keys.json.bak are both damaged. Copy both from a backup of this vault; the answers themselves are untouched.',
  )
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
