// Whatever is added, replaced and removed, in any order: the rules of the list of ways hold.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { KeySlot } from './key-list.ts'
import { keepRules, mostDevices, mostPassphrases, slotOf, withSlot } from './ways.ts'

const derivation = { name: 'argon2id' as const, memoryKib: 65_536, passes: 3, lanes: 4, salt: '' }
const fields = { madeAt: '2026-11-22T09:00:00.000Z', sealVersion: 2 as const, nonce: '', wrappedKey: '' }

function slot(kind: KeySlot['kind'], id: string): KeySlot {
  if (kind === 'recovery') return { kind, id, ...fields, derivation }
  return kind === 'device' ? { kind, id, ...fields, name: id } : { kind, id, ...fields, name: id, derivation, keyFile: null }
}

const anyStep = fc.record({
  does: fc.constantFrom('put' as const, 'remove' as const),
  kind: fc.constantFrom('passphrase' as const, 'recovery' as const, 'device' as const),
  number: fc.nat(14),
})

describe('the list of ways', () => {
  test('always keeps one that is no device, and never more than it may', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        let slots: KeySlot[] = [slot('passphrase', 'first'), slot('recovery', 'code')]
        for (const { does, kind, number } of steps) {
          const id = number === 0 ? 'first' : number === 1 ? 'code' : `${kind}-${number}`
          try {
            slots = keepRules(does === 'put' ? withSlot(slots, slot(kind, id)) : slots.filter((one) => one.id !== id))
          } catch (error) {
            expect(error).toMatchObject({ code: expect.stringMatching(/^(last-way|too-many-ways)$/) })
          }
          const count = (wanted: string) => slots.filter((one) => one.kind === wanted).length
          expect(count('passphrase') + count('recovery')).toBeGreaterThan(0)
          expect(count('passphrase')).toBeLessThanOrEqual(mostPassphrases)
          expect(count('device')).toBeLessThanOrEqual(mostDevices)
          expect(count('recovery')).toBeLessThanOrEqual(1)
          expect(new Set(slots.map((one) => one.id)).size).toBe(slots.length)
        }
      }),
    )
  })

  test('puts a slot in the place of the one with its id', () => {
    const slots = [slot('passphrase', 'a'), slot('passphrase', 'b')]
    expect(withSlot(slots, { ...slot('passphrase', 'a'), madeAt: 'later' }).map(({ id, madeAt }) => [id, madeAt])).toEqual([
      ['a', 'later'],
      ['b', fields.madeAt],
    ])
  })

  test('finds a slot of a kind, and says that one of another kind is not there', () => {
    const slots = [slot('passphrase', 'a'), slot('device', 'd')]
    expect(slotOf(slots, 'a', ['passphrase']).name).toBe('a')
    expect(() => slotOf(slots, 'd', ['passphrase'])).toThrow(expect.objectContaining({ code: 'way-unknown' }))
  })
})
