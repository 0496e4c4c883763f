import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowAfterKey } from './grid-keys.ts'

describe('a key in the list', () => {
  test('moves by one, by what is in sight and to the ends', () => {
    const place = { index: 5, count: 100, pageRows: 10 }
    const after = (key: string) => rowAfterKey(key, place)
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(after)).toEqual([6, 4, 14, 0, 0, 99])
    expect(after('a')).toBeNull()
    expect(rowAfterKey('End', { index: 0, count: 0, pageRows: 10 })).toBeNull()
  })

  test('never leaves the list', () => {
    const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End')
    const place = fc.record({ count: fc.integer({ min: 1, max: 10_000 }), at: fc.nat(), pageRows: fc.nat({ max: 50 }) })
    fc.assert(
      fc.property(keys, place, (key, { count, at, pageRows }) => {
        const row = rowAfterKey(key, { index: at % count, count, pageRows })
        expect(row).toBeGreaterThanOrEqual(0)
        expect(row).toBeLessThan(count)
      }),
    )
  })
})
