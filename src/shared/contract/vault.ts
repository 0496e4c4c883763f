// Procedures that make, open and lock a vault.
import { z } from 'zod'
import { VaultId } from '../domain/ids.ts'
import { procedure } from './procedure.ts'

/** A place on disk that a person chose in a dialog. The page never sees or sends a path. */
export const Place = z.strictObject({ handle: z.uuid(), label: z.string().max(1_000) })
export type Place = z.infer<typeof Place>

/** What a place was chosen for; it serves nothing else, so that a file to check is never written over. */
export const Purpose = z.enum([
  'vault',
  'copy',
  'check',
  'pack',
  'signer-file',
  'token-module',
  'key-file',
  'new-key-file',
  'backup',
  'backup-place',
  'logo',
  'import',
  'screening-list',
])
export type Purpose = z.infer<typeof Purpose>

/** A passphrase or recovery code as it is typed. */
export const Secret = z.string().min(1, 'is empty; type the passphrase').max(1_024, 'is longer than 1,024 characters')
/** A passphrase that is chosen now. */
export const NewPassphrase = Secret.min(12, 'is shorter than 12 characters; use four or more words')

export const VaultState = z.strictObject({
  vaultId: VaultId,
  name: z.string(),
  isReadOnly: z.boolean(),
  /** The computer's clock stands before the last entry of the vault's history. */
  isClockBehind: z.boolean(),
})
export type VaultState = z.infer<typeof VaultState>

/** Why a vault cannot be opened or made. */
export const vaultRefusals = [
  'place-unknown',
  'vault-not-found',
  'vault-exists',
  'place-not-writable',
  'disk-full',
  'wrong-secret',
  'keys-damaged',
  'keys-changed',
  'key-file-needed',
  'key-file-wrong',
  'key-file-damaged',
  'key-file-missing',
  'key-change-unfinished',
  'device-forgotten',
  'database-damaged',
  'vault-newer',
  'vault-busy',
  'not-a-vault',
  'is-backup',
] as const

/** An open vault, what opened it, and whether its key list is older than its history says, as after somebody put an old one back. */
export const Opened = z.strictObject({
  vault: VaultState,
  openedWith: z.enum(['passphrase', 'recovery', 'device']),
  areKeysOlder: z.boolean(),
})
export type Opened = z.infer<typeof Opened>

export const vaultProcedures = {
  /** `isSample`: for the sample vault, which is offered another name. */
  'vault.chooseNew': procedure({
    side: 'window',
    input: z.strictObject({ isSample: z.boolean().optional() }),
    output: z.strictObject({ place: Place.nullable() }),
    refusals: [],
  }),
  'vault.chooseExisting': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ place: Place.nullable() }),
    refusals: [],
  }),
  /** The recovery code is returned once, here, and stored nowhere in clear. */
  'vault.create': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid(), passphrase: NewPassphrase }),
    output: z.strictObject({ recoveryCode: z.string(), vault: VaultState }),
    refusals: vaultRefusals,
  }),
  /** `secret` is the passphrase or the recovery code; `keyFile` the handle of the key file that the passphrase needs. */
  'vault.open': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid(), secret: Secret, keyFile: z.uuid().nullable().optional() }),
    output: Opened,
    refusals: vaultRefusals,
  }),
  'vault.lock': procedure({ side: 'engine', input: z.strictObject({}), output: z.strictObject({}), refusals: [] }),
  /** Reads every page, every reference and the whole history of the open vault. */
  'vault.check': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ isSound: z.boolean(), problems: z.array(z.string()), historyEntries: z.int(), historyHead: z.string() }),
    refusals: ['vault-locked'],
  }),
  'vault.state': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: z.strictObject({ vault: VaultState.nullable() }),
    refusals: [],
  }),
} as const
