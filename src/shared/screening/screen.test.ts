// Screening, whatever the names: what does not clear, and that a list's form and its aliases never take a finding away.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { companyName, csvOf, emptyName, listOf, listRow, type ListRow, tables } from '#test/generators/screening.ts'
import { prepareList, screenParty } from './screen.ts'

const cases = { numRuns: 10_000 }
const long = 300_000
const rows = fc.array(listRow, { minLength: 1, maxLength: 4 })

function prepared(list: readonly ListRow[]) {
  return prepareList(listOf(csvOf(list)), tables)
}

/** What was found, without the line it stood on. */
function found(names: readonly string[], text: string) {
  const { outcome, hits } = screenParty(names, prepareList(listOf(text), tables), tables)
  return { outcome, hits: hits.map((hit) => ({ ...hit, entry: { ...hit.entry, line: 0 } })) }
}

describe('invariant 26: screening', () => {
  test(
    'neither finds nor clears a name without letters and digits',
    () => {
      fc.assert(
        fc.property(emptyName, rows, (name, list) => {
          const screened = screenParty([name], prepared(list), tables)
          expect(screened.outcome).toBe('could-not-screen')
          expect(screened.hits).toEqual([])
        }),
        cases,
      )
    },
    long,
  )

  test(
    'is never led by a listed name without letters and digits',
    () => {
      fc.assert(
        fc.property(emptyName, companyName, rows, (empty, name, list) => {
          const text = csvOf([...list, { name: `x${empty}`, source: 'Entity List', type: '', alt_names: empty }])
          const { hits } = screenParty([name], prepareList(listOf(text), tables), tables)
          for (const hit of hits) expect(hit.listedName).not.toBe(empty)
        }),
        cases,
      )
    },
    long,
  )

  test(
    'finds the same whatever the order of columns, the mark at the beginning, the line ends and the end of the file',
    () => {
      const form = fc.record({
        columns: fc.shuffledSubarray(['name', 'source', 'type', 'alt_names', 'extra'], { minLength: 5 }),
        isMarked: fc.boolean(),
        lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
        end: fc.constantFrom('', '\n', '\r\n', '\u001a', '\r\n\u001a', '\n\u001a\n'),
      })
      fc.assert(
        fc.property(companyName, rows, form, (name, list, { columns, isMarked, lineEnd, end }) => {
          const other = (isMarked ? '\ufeff' : '') + csvOf(list, columns).replaceAll('\n', lineEnd) + end
          expect(found([name], other)).toEqual(found([name], csvOf(list)))
        }),
        cases,
      )
    },
    long,
  )

  test(
    'never loses a finding by an alias more',
    () => {
      fc.assert(
        fc.property(companyName, rows, fc.tuple(companyName, fc.nat()), (name, list, [alias, place]) => {
          const more = list.map((row, index) => (index === place % list.length ? { ...row, alt_names: `${row.alt_names}; ${alias}` } : row))
          const before = screenParty([name], prepared(list), tables)
          const after = screenParty([name], prepared(more), tables)
          for (const hit of before.hits) {
            const now = after.hits.find((one) => one.entry.line === hit.entry.line)
            expect(now?.scoreMille).toBeGreaterThanOrEqual(hit.scoreMille)
          }
        }),
        cases,
      )
    },
    long,
  )

  test(
    'finds a row without a type as well as one that says what it is',
    () => {
      fc.assert(
        fc.property(companyName, rows, (name, list) => {
          const untyped = screenParty([name], prepared(list.map((row) => ({ ...row, type: '' }))), tables)
          const typed = screenParty([name], prepared(list.map((row) => ({ ...row, type: 'Entity' }))), tables)
          expect(untyped.hits.map((hit) => hit.scoreMille)).toEqual(typed.hits.map((hit) => hit.scoreMille))
        }),
        cases,
      )
    },
    long,
  )

  test(
    'always finds a party under its listed name',
    () => {
      fc.assert(
        fc.property(listRow, (row) => {
          const [hit] = screenParty([row.name], prepared([row]), tables).hits
          expect(hit?.scoreMille).toBe(1_000)
        }),
        cases,
      )
    },
    long,
  )
})
