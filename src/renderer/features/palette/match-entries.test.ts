// What the palette shows for what is typed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { matchEntries } from './match-entries.ts'

const entry = (group: Entry['group'], label: string, more: Partial<Entry> = {}): Entry => ({
  id: `${group} ${label}`,
  group,
  label,
  icon: 'home',
  run: () => undefined,
  ...more,
})
const entries = [
  entry('recent', 'Recently chosen'),
  entry('places', 'Home'),
  entry('places', 'Third parties', { keywords: 'suppliers partners investors' }),
  entry('actions', 'Add a third party'),
  entry('actions', 'Lock the vault'),
  entry('thirdParties', 'Électronique du Nord', { detail: 'supplier' }),
  entry('questions', 'AD-02 Who can read the data?'),
]
const labels = (text: string, from: readonly Entry[] = entries) =>
  matchEntries(from, text).flatMap((group) => group.entries.map(({ label }) => label))

describe('the entries for what was typed', () => {
  test('without text are what was chosen recently, every place and every action', () => {
    expect(matchEntries(entries, ' ').map(({ group }) => group)).toEqual(['recent', 'places', 'actions'])
  })
  test('hold each of its words, in any order, in the label, the detail or the other words', () => {
    expect(labels('party third')).toEqual(['Add a third party'])
    expect(labels('suppliers')).toEqual(['Third parties'])
    expect(labels('nord supplier')).toEqual(['Électronique du Nord'])
    expect(labels('nothing like this')).toEqual([])
  })
  test('are found without accents and capitals', () => {
    expect(labels('ELECTRO')).toEqual(['Électronique du Nord'])
  })
  test('come with those first that begin with the text', () => {
    const rows = [entry('places', 'A pack of mine'), entry('places', 'Question packs'), entry('places', 'Packs')]
    expect(labels('pack', rows)).toEqual(['Packs', 'A pack of mine', 'Question packs'])
  })
  test('that a search of its own found stay, whatever was typed', () => {
    expect(labels('北斗', [entry('thirdParties', 'Beidou', { isFound: true })])).toEqual(['Beidou'])
  })
  test('are eight of a group at most', () => {
    const many = Array.from({ length: 30 }, (_, index) => entry('thirdParties', `Supplier ${index}`))
    expect(labels('supplier', many)).toHaveLength(8)
  })
  test('always come from those given, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const shown = matchEntries(entries, text).flatMap((group) => group.entries)
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.every((one) => entries.includes(one))).toBe(true)
      }),
    )
  })
})
