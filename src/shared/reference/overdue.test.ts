import { describe, expect, test } from 'vitest'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import { shippedReference } from '#test/generators/shipped-reference.ts'
import { datedItemsOf, datedItemsOfPack, overdueOn } from './overdue.ts'

const reference = shippedReference()
const pack = shippedPack()
const items = [...datedItemsOf(reference), ...datedItemsOfPack(pack)]

describe('what is overdue', () => {
  test('is nothing on the day of the edition', () => {
    expect(overdueOn(items, '2026-11-22')).toEqual([])
  })

  test('begins on the day after, with the rule whose present state nobody has read', () => {
    expect(overdueOn(items, '2026-11-30').filter(({ where }) => where.endsWith('.yaml'))).toEqual([])
    expect(overdueOn(datedItemsOf(reference), '2026-12-01').map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'open-check affiliates-rule',
      'source bis-affiliates-rule',
      'row el',
      'row meu',
    ])
  })

  test('is everything in the end, longest overdue first', () => {
    const all = overdueOn(items, '2999-01-01')
    expect(all).toHaveLength(items.length)
    expect(all.map(({ verifyBy }) => verifyBy)).toEqual(items.map(({ verifyBy }) => verifyBy).toSorted())
  })

  test('counts the sources of the pack too', () => {
    expect(datedItemsOfPack(pack)).toHaveLength(pack.sources.length)
    expect(new Set(datedItemsOfPack(pack).map(({ where }) => where))).toEqual(new Set([`pack ${pack.id}`]))
  })
})
