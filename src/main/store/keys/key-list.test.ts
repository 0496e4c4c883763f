// The key list: read as it was written, and nothing in it can be changed without the data key.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { VaultId } from '#shared/domain/ids.ts'
import { canonicalJson } from '../canonical-json.ts'
import { hasTrueSeal, type KeyListBody, readKeyList, sealKeyList } from './key-list.ts'

const dataKey = Buffer.alloc(32, 7)
const base64 = (bytes: number, fill = 1) => Buffer.alloc(bytes, fill).toString('base64')
const derivation = { name: 'argon2id' as const, memoryKib: 65_536, passes: 3, lanes: 4, salt: base64(16) }
const wrapping = { nonce: base64(12), wrappedKey: base64(48) }
const fields = { madeAt: '2026-11-22T09:00:00.000Z', sealVersion: 2 as const, ...wrapping }
const slotId = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`

const body: KeyListBody = {
  format: 'gatehouse.keys',
  formatVersion: 2,
  vaultId: VaultId.parse('00000000-0000-4000-8000-000000000001'),
  createdAt: '2026-11-22T09:00:00.000Z',
  generation: 3,
  slots: [
    { kind: 'passphrase', id: slotId(1), ...fields, name: 'Anna', derivation, keyFile: 'a'.repeat(64) },
    { kind: 'recovery', id: slotId(2), ...fields, derivation },
    { kind: 'device', id: slotId(3), ...fields, name: 'Laptop' },
  ],
  auditKey: wrapping,
  next: null,
}

/** The text with a checksum that fits, as somebody would write who knows the format but not the key. */
function withRightChecksum(list: object): string {
  return JSON.stringify({ ...list, checksum: createHash('sha256').update(canonicalJson(list)).digest('hex') })
}

function parsed(text: string): Record<string, unknown> {
  const { checksum: _, ...list } = JSON.parse(text) as Record<string, unknown>
  return list
}

describe('a key list', () => {
  test('is read as it was written, with a seal that only its own data key makes', () => {
    const reading = readKeyList(sealKeyList(body, dataKey))
    if (!reading.ok) throw new Error('It must be readable.')
    expect(reading.list).toMatchObject(body)
    expect(hasTrueSeal(reading.list, dataKey)).toBe(true)
    expect(hasTrueSeal(reading.list, Buffer.alloc(32, 8))).toBe(false)
  })

  test('with any one byte changed is damaged or of another version, never another list', () => {
    const text = sealKeyList(body, dataKey)
    const known = readKeyList(text)
    let refused = 0
    for (let index = 0; index < text.length; index += 1) {
      for (const mask of [0x01, 0x10, 0x20]) {
        const bytes = Buffer.from(text)
        bytes[index] = (bytes[index] ?? 0) ^ mask
        const reading = readKeyList(bytes.toString())
        // White space between the parts may change; what it says may not.
        if (reading.ok) expect(reading).toEqual(known)
        else refused += 1
      }
    }
    expect(refused).toBeGreaterThan(text.length * 2)
  })

  test('that somebody changed and gave a right checksum does not carry a true seal', () => {
    const list = parsed(sealKeyList(body, dataKey))
    for (const change of [
      { generation: 2 },
      { slots: body.slots.slice(0, 2) },
      { slots: body.slots.toReversed() },
      { auditKey: null },
      { createdAt: '2026-11-21T09:00:00.000Z' },
      { next: { slots: body.slots, auditKey: null, databaseSalt: '0'.repeat(32) } },
      { seal: '0'.repeat(64) },
    ]) {
      const reading = readKeyList(withRightChecksum({ ...list, ...change }))
      expect(reading.ok && !hasTrueSeal(reading.list, dataKey), JSON.stringify(change).slice(0, 60)).toBe(true)
    }
  })

  test('of a later version is told from a damaged one', () => {
    expect(readKeyList(JSON.stringify({ format: 'gatehouse.keys', formatVersion: 3, more: true }))).toEqual({ ok: false, reason: 'newer' })
    expect(readKeyList('{"format":"gatehouse.keys","formatVersion":2}')).toEqual({ ok: false, reason: 'damaged' })
    expect(readKeyList('')).toEqual({ ok: false, reason: 'damaged' })
  })
})

describe('what a file may ask of the machine', () => {
  const reasonFor = (slots: readonly object[]) => {
    const list = { ...parsed(sealKeyList(body, dataKey)), slots }
    const reading = readKeyList(withRightChecksum(list))
    return reading.ok ? 'read' : reading.reason
  }
  const slotOfCost = (cost: object, digit = 1) => ({ ...body.slots[0], id: slotId(digit), derivation: { ...derivation, ...cost } })

  test.each([
    [{}, 'read'],
    [{ memoryKib: 1_048_576, passes: 4 }, 'read'],
    [{ memoryKib: 1_048_576, passes: 5 }, 'damaged'],
    [{ memoryKib: 262_144, passes: 17 }, 'damaged'],
    [{ memoryKib: 2_097_152 }, 'damaged'],
    [{ passes: 21 }, 'damaged'],
    [{ lanes: 17 }, 'damaged'],
    [{ memoryKib: 65_535 }, 'damaged'],
    [{ passes: 2 }, 'damaged'],
    [{ salt: base64(15) }, 'damaged'],
    [{ salt: `${base64(16)} ` }, 'damaged'],
  ] as const)('with a slot of %o is %s', (cost, expected) => {
    expect(reasonFor([slotOfCost(cost)])).toBe(expected)
  })

  test('is bounded over all slots, too', () => {
    const dear = { memoryKib: 1_048_576, passes: 4 }
    expect(reasonFor([1, 2, 3, 4].map((digit) => slotOfCost(dear, digit)))).toBe('read')
    expect(reasonFor([1, 2, 3, 4, 5].map((digit) => slotOfCost(dear, digit)))).toBe('damaged')
  })

  test('is none at all without a slot, and each slot stands once', () => {
    expect(reasonFor([])).toBe('damaged')
    expect(reasonFor([slotOfCost({}), slotOfCost({})])).toBe('damaged')
  })
})

describe('a key list of the first release', () => {
  const first = (slots: readonly object[]) => ({
    format: 'gatehouse.keys',
    formatVersion: 1,
    vaultId: body.vaultId,
    createdAt: body.createdAt,
    slots,
  })
  const slot = { id: slotId(1), kind: 'passphrase', derivation, ...wrapping }

  test('is read with what it did not say yet filled in', () => {
    const reading = readKeyList(withRightChecksum(first([slot, { ...slot, id: slotId(2), kind: 'recovery' }])))
    expect(reading).toMatchObject({
      ok: true,
      list: { generation: 0, seal: null, next: null, slots: [{ name: 'Passphrase', keyFile: null, sealVersion: 1 }, { kind: 'recovery' }] },
    })
    expect(reading.ok && hasTrueSeal(reading.list, dataKey)).toBe(true)
  })

  test('is damaged with a wrong checksum, and bounded like one of today', () => {
    expect(readKeyList(JSON.stringify({ ...first([slot]), checksum: '0'.repeat(64) }))).toEqual({ ok: false, reason: 'damaged' })
    const dear = { ...slot, derivation: { ...derivation, memoryKib: 1_048_576, passes: 4 } }
    const many = [1, 2, 3, 4, 5].map((digit) => ({ ...dear, id: slotId(digit) }))
    expect(readKeyList(withRightChecksum(first(many)))).toEqual({ ok: false, reason: 'damaged' })
  })
})
