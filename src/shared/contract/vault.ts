// Procedures that make, open and lock a vault.
import { z } from 'zod'
import { VaultId } from '../domain/ids.ts'
import { procedure } from './procedure.ts'

/** A place on disk that a person chose in a dialog. The page never sees or sends a path. */
export const Place = z.strictObject({ handle: z.uuid(), label: z.string().max(1_000) })
export type Place = z.infer<typeof Place>

/** What a place was chosen for; it serves nothing else, so that a file to check is never written over. */
export const Purpose = z.enum(['vault', 'copy', 'check', 'pack'])
export type Purpose = z.infer<typeof Purpose>

const Passphrase = z.string().min(1, 'is empty; type the passphrase').max(1_024, 'is longer than 1,024 characters')

export const VaultState = z.strictObject({ vaultId: VaultId, name: z.string(), isReadOnly: z.boolean() })
export type VaultState = z.infer<typeof VaultState>

const vaultRefusals = [
  'place-unknown',
  'vault-not-found',
  'vault-exists',
  'place-not-writable',
  'disk-full',
  'wrong-secret',
  'keys-damaged',
  'database-damaged',
  'vault-newer',
  'vault-busy',
  'not-a-vault',
] as const

export const vaultProcedures = {
  'vault.chooseNew': procedure({
    side: 'window',
    input: z.strictObject({}),
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
    input: z.strictObject({ handle: z.uuid(), passphrase: Passphrase.min(12, 'is shorter than 12 characters; use four or more words') }),
    output: z.strictObject({ recoveryCode: z.string(), vault: VaultState }),
    refusals: vaultRefusals,
  }),
  /** `secret` is the passphrase or the recovery code. */
  'vault.open': procedure({
    side: 'engine',
    input: z.strictObject({ handle: z.uuid(), secret: Passphrase }),
    output: z.strictObject({ vault: VaultState }),
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
