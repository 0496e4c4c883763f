import { describe, expect, test } from 'vitest'
import { entryKeys, placeOf, withEntry, withoutEntry } from './entry-list.ts'

const [ada, bob, cyd] = [{ name: 'Ada' }, { name: 'Bob' }, { name: 'Cyd' }]
const all = [ada, bob, cyd]

describe('Entries without an id', () => {
  test('are found by what they say, in a list that was read anew', () => {
    expect(placeOf([{ name: 'Bob' }, { name: 'Cyd' }], bob)).toBe(0)
    expect(placeOf(all, { name: 'Dee' })).toBe(-1)
  })

  test('change in their own place after another one is gone', () => {
    expect(withEntry(withoutEntry(all, ada), bob, { name: 'Bob Marsh' })).toEqual([{ name: 'Bob Marsh' }, cyd])
  })

  test('come to the end when they are new, or gone meanwhile', () => {
    expect(withEntry(all, null, { name: 'Dee' })).toEqual([...all, { name: 'Dee' }])
    expect(withEntry([ada, cyd], bob, { name: 'Bob Marsh' })).toEqual([ada, cyd, { name: 'Bob Marsh' }])
    expect(withoutEntry([ada, cyd], bob)).toEqual([ada, cyd])
  })

  test('are told apart when two say the same, and only one of them goes', () => {
    expect(new Set(entryKeys([bob, ada, bob])).size).toBe(3)
    expect(entryKeys([ada, bob])[1]).toBe(entryKeys([bob])[0])
    expect(withoutEntry([bob, ada, bob], bob)).toEqual([ada, bob])
  })
})
