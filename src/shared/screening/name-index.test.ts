// The index of a list's names: it leaves none out that would be shown, so screening finds what comparing with every name finds.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyName, tables } from '#test/generators/screening.ts'
import { compareNames } from './compare-names.ts'
import { createNameIndex } from './name-index.ts'
import { takeApart } from './name.ts'
import { thresholdMille } from './screen.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'o', 'é', 'я', '公', '7', ' '), minLength: 1, maxLength: 14 })
const anyName = fc.oneof(companyName, letters)
/** A change of little: a letter, a blank or a word put in, and a letter taken out or not. */
const change = fc.record({ of: fc.nat(), at: fc.nat(20), put: fc.constantFrom('', 'x', ' ', 'b ', ' Bank'), isCut: fc.boolean() })

function changed(names: readonly string[], { of, at, put, isCut }: { of: number; at: number; put: string; isCut: boolean }): string {
  const name = names[of % names.length] ?? ''
  return `${name.slice(0, at)}${put}${name.slice(at + (isCut ? 1 : 0))}`
}

function indexed(names: readonly string[]) {
  const index = createNameIndex()
  const listed = names.map((name) => takeApart(name, tables)).filter(({ key }) => key !== '')
  for (const name of listed) index.add(name)
  return { index, listed }
}

describe('the index of a list', () => {
  test('loses no name that reaches the threshold', () => {
    let shown = 0
    fc.assert(
      fc.property(fc.array(anyName, { minLength: 1, maxLength: 6 }), fc.array(change, { minLength: 1, maxLength: 3 }), (names, changes) => {
        const { index, listed } = indexed(names)
        for (const one of changes.map((one) => takeApart(changed(names, one), tables)).filter(({ key }) => key !== '')) {
          const found = new Set(index.candidates(one, thresholdMille))
          const wanted = [...listed.keys()].filter((at) =>
            listed.slice(at, at + 1).some((name) => compareNames(one, name).scoreMille >= thresholdMille),
          )
          shown += wanted.length
          expect(wanted.filter((at) => !found.has(at))).toEqual([])
        }
      }),
      { numRuns: 10_000 },
    )
    expect(shown).toBeGreaterThan(5_000)
  }, 300_000)

  test('leaves most of a long list out', () => {
    const { index } = indexed(Array.from({ length: 2_000 }, (_, at) => `${at.toString(26).padStart(4, 'kqzx')}ington Trading`))
    expect(index.candidates(takeApart('Kestrel Marine Trading', tables), thresholdMille)).toEqual([])
    expect(index.candidates(takeApart('zzz1ington Trading', tables), thresholdMille).length).toBeLessThan(200)
  })

  test('forgets words that it was asked for long ago, and finds the same', () => {
    const { index } = indexed(['Kestrel Marine'])
    for (let at = 0; at < 100_100; at += 1) index.candidates(takeApart(`${at}`, tables), thresholdMille)
    expect(index.candidates(takeApart('Kestrel Marine', tables), thresholdMille)).toEqual([0])
  }, 60_000)
})
