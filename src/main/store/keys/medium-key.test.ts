// The key file on a second medium: made once, never over anything, and damage is told from a wrong one.
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VaultId } from '#shared/domain/ids.ts'
import { temporaryFolder } from '#test/support/vault-place.ts'
import { makeMediumKey, readMediumKey } from './medium-key.ts'

const vault = { id: VaultId.parse('00000000-0000-4000-8000-000000000001'), madeAt: '2026-11-22T09:00:00.000Z' }

function makeOne() {
  const path = join(temporaryFolder(), 'Example key')
  makeMediumKey(path, vault)
  return path
}

describe('a key file', () => {
  test('holds 256 bits that no other one holds, for its owner only', () => {
    const [one, other] = [makeOne(), makeOne()]
    const key = readMediumKey(one)
    expect(key.secret).toHaveLength(32)
    expect(key.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(key.fingerprint).not.toBe(readMediumKey(other).fingerprint)
    expect(readFileSync(one, 'utf8')).not.toContain(key.fingerprint)
    expect(statSync(one).mode & 0o777).toBe(0o600)
  })

  test('is never made over something', () => {
    const path = makeOne()
    const before = readFileSync(path, 'utf8')
    expect(() => makeMediumKey(path, vault)).toThrow(expect.objectContaining({ code: 'EEXIST' }))
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  test('is missing, when it is', () => {
    expect(() => readMediumKey(join(temporaryFolder(), 'gone'))).toThrow(expect.objectContaining({ code: 'key-file-missing' }))
  })

  test('is damaged when any character of it was changed, or when it is something else', () => {
    const path = makeOne()
    const text = readFileSync(path, 'utf8')
    const refusal = expect.objectContaining({ code: 'key-file-damaged' })
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'a', '"', '}'), (index, character) => {
        fc.pre(text[index] !== character && text.slice(index, index + 1).trim() !== '')
        writeFileSync(path, text.slice(0, index) + character + text.slice(index + 1))
        expect(() => readMediumKey(path)).toThrow(refusal)
      }),
    )
    for (const other of ['', 'passphrase', '{}', 'x'.repeat(100_000)]) {
      writeFileSync(path, other)
      expect(() => readMediumKey(path)).toThrow(refusal)
    }
    const folder = join(temporaryFolder(), 'folder')
    mkdirSync(folder)
    expect(() => readMediumKey(folder)).toThrow(refusal)
    chmodSync(folder, 0o700)
  })
})
