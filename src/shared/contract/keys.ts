// Procedures about the ways to open a vault: passphrases, recovery code, key file, remembered devices, and the data key behind them.
import { z } from 'zod'
import { VaultId } from '../domain/ids.ts'
import { requiredLine } from '../domain/text.ts'
import { Instant } from '../domain/time.ts'
import { procedure } from './procedure.ts'
import { NewPassphrase, Opened, Place, Secret, vaultRefusals } from './vault.ts'

/** How the owner of an open vault confirms a change of its keys: a passphrase with its key file, or the recovery code. */
export const Proof = z.strictObject({ secret: Secret, keyFile: z.uuid().nullable() })
export type Proof = z.infer<typeof Proof>

/** One way to open the vault. None of this is secret. */
export const Way = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['passphrase', 'recovery', 'device']),
  name: z.string(),
  madeAt: Instant,
  needsKeyFile: z.boolean(),
})
export type Way = z.infer<typeof Way>

const Ways = z.strictObject({ ways: z.array(Way) })
const WayName = requiredLine(60)

/** 32 random bytes that a device keeps, as hexadecimal. They go between the processes of the app and never to the page. */
const DeviceSecret = z.string().regex(/^[0-9a-f]{64}$/)

const proofRefusals = [
  'vault-locked',
  'place-unknown',
  'wrong-secret',
  'key-file-needed',
  'key-file-wrong',
  'key-file-damaged',
  'key-file-missing',
  'keys-damaged',
  'keys-changed',
  'key-change-unfinished',
  'vault-newer',
  'write-failed',
  'disk-full',
] as const
const changeRefusals = [...proofRefusals, 'way-unknown', 'last-way', 'too-many-ways'] as const

export const keyProcedures = {
  'keys.list': procedure({
    side: 'engine',
    input: z.strictObject({}),
    output: Ways,
    refusals: ['vault-locked', 'keys-damaged', 'vault-newer'],
  }),
  'keys.addPassphrase': procedure({
    side: 'engine',
    input: z.strictObject({ proof: Proof, name: WayName, passphrase: NewPassphrase }),
    output: Ways,
    refusals: changeRefusals,
  }),
  /** Its key file goes on being needed and must be in the proof, unless `dropsKeyFile`. */
  'keys.changePassphrase': procedure({
    side: 'engine',
    input: z.strictObject({ proof: Proof, wayId: z.uuid(), passphrase: NewPassphrase, dropsKeyFile: z.boolean() }),
    output: Ways,
    refusals: changeRefusals,
  }),
  /** Makes a new key file at `place` and has the passphrase of the proof need it. */
  'keys.addKeyFile': procedure({
    side: 'engine',
    input: z.strictObject({ proof: Proof, wayId: z.uuid(), place: z.uuid() }),
    output: Ways,
    refusals: [...changeRefusals, 'file-exists', 'key-file-in-vault', 'place-not-writable'],
  }),
  'keys.dropKeyFile': procedure({
    side: 'engine',
    input: z.strictObject({ proof: Proof, wayId: z.uuid() }),
    output: Ways,
    refusals: changeRefusals,
  }),
  /** The new code is returned once, here, and stored nowhere in clear; the one before it opens nothing any more. */
  'keys.replaceRecoveryCode': procedure({
    side: 'engine',
    input: z.strictObject({ proof: Proof }),
    output: z.strictObject({ recoveryCode: z.string() }),
    refusals: changeRefusals,
  }),
  'keys.remove': procedure({
    side: 'engine',
    input: z.strictObject({ proof: Proof, wayId: z.uuid() }),
    output: Ways,
    refusals: changeRefusals,
  }),
  /** Encrypts the vault anew. Only the passphrase of the proof stays; the new recovery code is returned once, here. */
  'keys.changeDataKey': procedure({
    side: 'engine',
    input: z.strictObject({ proof: Proof }),
    output: z.strictObject({ recoveryCode: z.string() }),
    refusals: [...proofRefusals, 'place-not-writable'],
  }),
  /** How far a long piece of work of the engine is; null when there is none. */
  'keys.progress': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ progress: z.strictObject({ done: z.int(), total: z.int() }).nullable() }),
    refusals: [],
  }),
  'keys.addDevice': procedure({
    side: 'inner',
    input: z.strictObject({ proof: Proof, name: WayName, deviceSecret: DeviceSecret }),
    output: z.strictObject({ vaultId: VaultId, wayId: z.uuid() }),
    refusals: changeRefusals,
  }),
  'vault.ways': procedure({
    side: 'inner',
    input: z.strictObject({ handle: z.uuid() }),
    output: z.strictObject({ vaultId: VaultId, ways: z.array(Way) }),
    refusals: vaultRefusals,
  }),
  'vault.openWithDevice': procedure({
    side: 'inner',
    input: z.strictObject({ handle: z.uuid(), wayId: z.uuid(), deviceSecret: DeviceSecret }),
    output: Opened,
    refusals: vaultRefusals,
  }),
  /** An existing key file, to open a vault or to confirm a change. */
  'keys.chooseKeyFile': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ place: Place.nullable() }),
    refusals: [],
  }),
  /** Where a new key file is to be made. */
  'keys.chooseNewKeyFile': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ place: Place.nullable() }),
    refusals: [],
  }),
} as const

export const deviceProcedures = {
  /** What opening the vault at this place will ask for, and whether this device remembers it. */
  'device.look': procedure({
    side: 'window',
    input: z.strictObject({ handle: z.uuid() }),
    output: z.strictObject({ keyFile: z.enum(['never', 'sometimes', 'always']), isRemembered: z.boolean(), canRemember: z.boolean() }),
    refusals: vaultRefusals,
  }),
  'device.open': procedure({ side: 'window', input: z.strictObject({ handle: z.uuid() }), output: Opened, refusals: vaultRefusals }),
  /** Whether this device can remember the open vault: `no-store` and `weak-store` say why not. */
  'device.state': procedure({
    side: 'window',
    input: z.strictObject({}),
    output: z.strictObject({ store: z.enum(['good', 'no-store', 'weak-store']), wayId: z.uuid().nullable(), deviceName: z.string() }),
    refusals: ['vault-locked'],
  }),
  'device.remember': procedure({
    side: 'window',
    input: z.strictObject({ proof: Proof }),
    output: z.strictObject({}),
    refusals: [...changeRefusals, 'no-secret-store', 'device-not-saved'],
  }),
  /** Removes a remembered device from the vault and, when it is this one, its secret from here. */
  'device.forget': procedure({
    side: 'window',
    input: z.strictObject({ proof: Proof, wayId: z.uuid() }),
    output: z.strictObject({}),
    refusals: changeRefusals,
  }),
} as const
