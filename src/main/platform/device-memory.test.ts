// What a device remembers opens only where and for what it was sealed.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { VaultId } from '#shared/domain/ids.ts'
import { temporaryFolder } from '#test/support/vault-place.ts'
import { createDeviceMemory, type SystemStore } from './device-memory.ts'

/** A store as an operating system has one: its key belongs to one user of one computer. */
function makeStore(state: { now: ReturnType<SystemStore['state']> } = { now: 'good' }): SystemStore {
  const key = randomBytes(32)
  return {
    state: () => state.now,
    seal: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(-16))
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString()
    },
  }
}

const vaultId = VaultId.parse('00000000-0000-4000-8000-000000000001')
const otherVaultId = VaultId.parse('00000000-0000-4000-8000-000000000002')
const what = { vaultId, wayId: '00000000-0000-4000-8000-000000000003', secret: 'ab'.repeat(32) }

describe('a device', () => {
  test('remembers a vault until it is told to forget it, and writes its secret nowhere in clear', () => {
    const folder = join(temporaryFolder(), 'remembered')
    const memory = createDeviceMemory(folder, makeStore())
    expect(memory.recall(vaultId)).toBeNull()
    memory.remember(what)
    expect(memory.recall(vaultId)).toEqual(what)
    expect(memory.recall(otherVaultId)).toBeNull()
    const text = readFileSync(join(folder, `${vaultId}.json`), 'utf8')
    for (const form of [what.secret, what.wayId, Buffer.from(what.secret, 'hex').toString('base64')]) expect(text).not.toContain(form)
    memory.forget(vaultId)
    expect(memory.recall(vaultId)).toBeNull()
    memory.forget(vaultId)
  })

  test('recalls nothing that another computer sealed, that belongs to another vault, or that was damaged', () => {
    const folder = join(temporaryFolder(), 'remembered')
    const memory = createDeviceMemory(folder, makeStore())
    memory.remember(what)
    const path = join(folder, `${vaultId}.json`)
    expect(createDeviceMemory(folder, makeStore()).recall(vaultId)).toBeNull()
    copyFileSync(path, join(folder, `${otherVaultId}.json`))
    expect(memory.recall(otherVaultId)).toBeNull()
    for (const text of ['', '{}', 'x'.repeat(20_000), readFileSync(path, 'utf8').replace('"sealed":"', '"sealed":"A')]) {
      writeFileSync(path, text)
      expect(memory.recall(vaultId)).toBeNull()
    }
  })

  test.each(['weak-store', 'no-store'] as const)('recalls nothing while its store is a %s', (worse) => {
    const state: { now: ReturnType<SystemStore['state']> } = { now: 'good' }
    const memory = createDeviceMemory(join(temporaryFolder(), 'remembered'), makeStore(state))
    memory.remember(what)
    state.now = worse
    expect(memory.recall(vaultId)).toBeNull()
  })
})
