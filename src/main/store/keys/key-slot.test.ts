// The key derivation against a published vector: a library that computed something else would lock everybody out one day.
import { describe, expect, test } from 'vitest'
import { VaultId } from '#shared/domain/ids.ts'
import { hashRaw } from '@node-rs/argon2'
import { makeKeySlot, openKeySlot } from './key-slot.ts'

const vaultId = VaultId.parse('00000000-0000-4000-8000-000000000001')
const dataKey = Buffer.alloc(32, 7)

describe('a key slot', () => {
  test('gives the data key back for its secret only, and for its own vault only', async () => {
    const slot = await makeKeySlot(vaultId, 'passphrase', { secret: 'p4ssphrase', dataKey })
    expect(await openKeySlot(vaultId, slot, 'p4ssphrase')).toEqual(dataKey)
    expect(await openKeySlot(vaultId, slot, 'P4ssphrase')).toBeNull()
    expect(await openKeySlot(VaultId.parse('00000000-0000-4000-8000-000000000002'), slot, 'p4ssphrase')).toBeNull()
    expect(await openKeySlot(vaultId, { ...slot, kind: 'recovery' }, 'p4ssphrase')).toBeNull()
  })

  test('takes a passphrase typed with composed or decomposed accents as the same', async () => {
    const slot = await makeKeySlot(vaultId, 'passphrase', { secret: 'caf\u00e9 au lait', dataKey })
    expect(await openKeySlot(vaultId, slot, 'cafe\u0301 au lait')).toEqual(dataKey)
  })

  test('never wraps the same key to the same bytes', async () => {
    const one = await makeKeySlot(vaultId, 'passphrase', { secret: 'p4ssphrase', dataKey })
    const two = await makeKeySlot(vaultId, 'passphrase', { secret: 'p4ssphrase', dataKey })
    expect(one.wrappedKey).not.toBe(two.wrappedKey)
  })
})

test('the derivation is Argon2id version 1.3', async () => {
  // Reference implementation phc-winner-argon2, test.c: Argon2id v1.3, t=2, m=2^16, p=1, "password", "somesalt".
  const hash = await hashRaw('password', { memoryCost: 65_536, timeCost: 2, parallelism: 1, outputLen: 32, salt: Buffer.from('somesalt') })
  expect(hash.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
})
