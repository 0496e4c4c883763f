import { describe, expect, test } from 'vitest'
import { type BulkChange, oppositeOf, ThirdPartyFilter } from './third-party-view.ts'

const changes: readonly BulkChange[] = [
  { kind: 'add-relationship', relationship: 'partner' },
  { kind: 'remove-relationship', relationship: 'partner' },
  { kind: 'add-tag', tag: 'EU' },
  { kind: 'remove-tag', tag: 'EU' },
  { kind: 'archive' },
  { kind: 'restore' },
]

describe('a change to many third parties', () => {
  test.each(changes)('$kind has an opposite, whose opposite it is', (change) => {
    expect(oppositeOf(change)).not.toEqual(change)
    expect(oppositeOf(oppositeOf(change))).toEqual(change)
  })
})

describe('a filter', () => {
  test('may be empty, and takes nothing that no list has', () => {
    expect(ThirdPartyFilter.safeParse({}).success).toBe(true)
    for (const odd of [{ tier: 'severe' }, { due: 'someday' }, { country: 'Norway' }, { owner: 'me' }, { tag: '' }, { search: 'a\u0000b' }])
      expect(ThirdPartyFilter.safeParse(odd).success).toBe(false)
  })
})
