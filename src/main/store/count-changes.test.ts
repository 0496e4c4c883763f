// Changes are counted by table and by the third party whose rows they are; what is not told apart may be anybody's.
import { expect, test } from 'vitest'
import { countChanges } from './count-changes.ts'
import type { WriteDb } from './database.ts'
import { command } from './statement.ts'

const nowhere: WriteDb = { all: () => [], first: () => undefined, run: () => 1 }
const ofOne = command('UPDATE assessment SET as_of = as_of WHERE third_party_id = :party', { ofParty: 'party' })
const ofAny = command('UPDATE assessment SET as_of = as_of')
const elsewhere = command('DELETE FROM decision')
const tables = ['assessment', 'third_party_archive']
const ids = (...given: string[]) => new Set(given)

test('names the third parties whose rows changed since, in the tables that are asked for', () => {
  const { counted, changedParties, changesOf } = countChanges(nowhere)
  expect(changedParties(tables, 0)).toEqual({ at: 0, ids: ids() })
  counted.run(ofOne, { party: 'a' })
  counted.run(elsewhere)
  const first = changedParties(tables, 0)
  expect(first).toEqual({ at: 2, ids: ids('a') })
  counted.run(ofOne, { party: 'b' })
  counted.run(ofOne, { party: 'b' })
  expect(changedParties(tables, first.at)).toEqual({ at: 4, ids: ids('b') })
  expect(changedParties(tables, 0)).toEqual({ at: 4, ids: ids('a', 'b') })
  expect(changedParties(['decision'], first.at)).toEqual({ at: 4, ids: ids() })
  expect([changesOf(tables), changesOf(['decision']), changesOf(['answer'])]).toEqual([3, 1, 0])
})

test('says that it may be anybody after a statement that names nobody, or names one badly, and only to who has not read since', () => {
  for (const [statement, parameters] of [
    [ofAny, {}],
    [ofOne, {}],
    [ofOne, { party: null }],
  ] as const) {
    const { counted, changedParties } = countChanges(nowhere)
    counted.run(ofOne, { party: 'a' })
    counted.run(statement, parameters)
    counted.run(ofOne, { party: 'b' })
    expect(changedParties(tables, 0)).toEqual({ at: 3, ids: null })
    expect(changedParties(tables, 1)).toEqual({ at: 3, ids: null })
    expect(changedParties(tables, 2)).toEqual({ at: 3, ids: ids('b') })
  }
})

test('remembers a thousand at most, and then says that it may be anybody', () => {
  const { counted, changedParties } = countChanges(nowhere)
  for (let index = 0; index < 1_000; index += 1) counted.run(ofOne, { party: `party ${index}` })
  expect(changedParties(tables, 0).ids?.size).toBe(1_000)
  counted.run(ofOne, { party: 'one more' })
  expect(changedParties(tables, 0)).toEqual({ at: 1_001, ids: null })
  counted.run(ofOne, { party: 'party 7' })
  expect(changedParties(tables, 1_001)).toEqual({ at: 1_002, ids: ids('party 7') })
})
