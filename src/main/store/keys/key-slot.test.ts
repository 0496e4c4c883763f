// Slots give the data key back for their own secret, vault and key file only; and Argon2id is held to a published vector.
import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { VaultId } from '#shared/domain/ids.ts'
import { floorCost } from './key-cost.ts'
import { makeDeviceSlot, makePassphraseSlot, makeRecoverySlot, openDeviceSlot, openKeySlot } from './key-slot.ts'

const vaultId = VaultId.parse('00000000-0000-4000-8000-000000000001')
const otherVaultId = VaultId.parse('00000000-0000-4000-8000-000000000002')
const dataKey = Buffer.alloc(32, 7)
const order = { vaultId, dataKey, madeAt: '2026-11-22T09:00:00.000Z', cost: floorCost }
const alone = (secret: string) => ({ secret, mediumKey: null })
const medium = () => ({ secret: randomBytes(32), fingerprint: 'a'.repeat(64) })

describe('a passphrase slot', () => {
  test('gives the data key back for its secret only, for its own vault only, and as it was made only', async () => {
    const slot = await makePassphraseSlot(order, { passphrase: 'p4ssphrase', mediumKey: null }, { name: 'Anna' })
    expect(await openKeySlot(vaultId, slot, alone('p4ssphrase'))).toEqual(dataKey)
    expect(await openKeySlot(vaultId, slot, alone('P4ssphrase'))).toBeNull()
    expect(await openKeySlot(otherVaultId, slot, alone('p4ssphrase'))).toBeNull()
    for (const changed of [
      { ...slot, name: 'Boris' },
      { ...slot, madeAt: '2026-11-21T09:00:00.000Z' },
      { ...slot, sealVersion: 1 as const },
      { ...slot, id: '00000000-0000-4000-8000-000000000003' },
      { ...slot, derivation: { ...slot.derivation, passes: 4 } },
    ]) {
      expect(await openKeySlot(vaultId, changed, alone('p4ssphrase'))).toBeNull()
    }
  })

  test('takes a passphrase typed with composed or decomposed accents as the same', async () => {
    const slot = await makePassphraseSlot(order, { passphrase: 'caf\u00e9 au lait', mediumKey: null }, { name: 'Anna' })
    expect(await openKeySlot(vaultId, slot, alone('cafe\u0301 au lait'))).toEqual(dataKey)
  })

  test('never wraps the same key to the same bytes', async () => {
    const make = () => makePassphraseSlot(order, { passphrase: 'p4ssphrase', mediumKey: null }, { name: 'Anna' })
    expect((await make()).wrappedKey).not.toBe((await make()).wrappedKey)
  })

  test('that needs a key file opens with both, and with neither of them alone', async () => {
    const mediumKey = medium()
    const slot = await makePassphraseSlot(order, { passphrase: 'p4ssphrase', mediumKey }, { name: 'Anna' })
    expect(await openKeySlot(vaultId, slot, { secret: 'p4ssphrase', mediumKey })).toEqual(dataKey)
    expect(await openKeySlot(vaultId, slot, alone('p4ssphrase'))).toBeNull()
    expect(await openKeySlot(vaultId, slot, { secret: 'p4ssphrase', mediumKey: medium() })).toBeNull()
    expect(await openKeySlot(vaultId, slot, { secret: 'another', mediumKey })).toBeNull()
    // Saying that no file is needed does not make it so.
    expect(await openKeySlot(vaultId, { ...slot, keyFile: null }, alone('p4ssphrase'))).toBeNull()
  })
})

describe('a device slot', () => {
  test('opens with the secret of its device, in its own vault and under its own id', () => {
    const secret = randomBytes(32)
    const slot = makeDeviceSlot(order, { name: 'Laptop', secret })
    expect(openDeviceSlot(vaultId, slot, secret)).toEqual(dataKey)
    expect(openDeviceSlot(vaultId, slot, randomBytes(32))).toBeNull()
    expect(openDeviceSlot(otherVaultId, slot, secret)).toBeNull()
    expect(openDeviceSlot(vaultId, { ...slot, name: 'Desk' }, secret)).toBeNull()
  })
})

test('a recovery slot is no passphrase slot', async () => {
  const slot = await makeRecoverySlot(order, 'CODE')
  expect(await openKeySlot(vaultId, slot, alone('CODE'))).toEqual(dataKey)
  expect(await openKeySlot(vaultId, { ...slot, kind: 'passphrase', name: 'Anna', keyFile: null }, alone('CODE'))).toBeNull()
})

test('the derivation is Argon2id version 1.3', async () => {
  // Reference implementation phc-winner-argon2, test.c: Argon2id v1.3, t=2, m=2^16, p=1, "password", "somesalt".
  const hash = await hashRaw('password', { memoryCost: 65_536, timeCost: 2, parallelism: 1, outputLen: 32, salt: Buffer.from('somesalt') })
  expect(hash.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
})

test('the key file goes in as the secret value that Argon2 knows', async () => {
  // RFC 9106, section 5.3: Argon2id with a secret; its associated data is left out here, so only that the secret counts is held.
  const options = { memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32, salt: Buffer.alloc(16, 2) }
  const plain = await hashRaw(Buffer.alloc(32, 1), options)
  const keyed = await hashRaw(Buffer.alloc(32, 1), { ...options, secret: Buffer.alloc(8, 3) })
  expect(keyed.equals(plain)).toBe(false)
})
