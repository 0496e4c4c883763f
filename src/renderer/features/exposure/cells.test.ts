import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellKey, cellText, moved, noReach, reachOfKey } from './cells.ts'

const some = { ...noReach, see: true, stop: true }
const all = { see: true, copy: true, change: true, stop: true }
const assessmentId = null

describe('a cell', () => {
  test('says what a person said before what an assessment names', () => {
    expect(cellText(undefined)).toBe('empty')
    expect(cellText({ reach: null, assessmentId: null })).toBe('empty')
    expect(cellText({ reach: noReach, assessmentId })).toBe('nothing')
    expect(cellText({ reach: some, assessmentId })).toEqual(['see', 'stop'])
    expect(cellText({ reach: all, assessmentId })).toBe('everything')
  })

  test('has a name of its own', () => {
    expect(cellKey('p', 'j')).not.toBe(cellKey('j', 'p'))
  })

  test('is changed by its digits, emptied by nought and taken back by Delete', () => {
    expect(reachOfKey('1', null)).toEqual({ ...noReach, see: true })
    expect(reachOfKey('4', some)).toEqual({ ...noReach, see: true })
    expect(reachOfKey('0', all)).toEqual(noReach)
    expect(reachOfKey('Delete', some)).toBeNull()
    expect(reachOfKey('Backspace', null)).toBeUndefined()
    for (const key of ['5', 'x', 'Tab', ' ', '-1', '']) expect(reachOfKey(key, some)).toBeUndefined()
  })

  test('is as it was after the same digit twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1', '2', '3', '4'),
        fc.record({ see: fc.boolean(), copy: fc.boolean(), change: fc.boolean(), stop: fc.boolean() }),
        (key, reach) => {
          expect(reachOfKey(key, reachOfKey(key, reach) ?? null)).toEqual(reach)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('moving', () => {
  test('never leaves the grid', () => {
    const size = { rows: 7, columns: 3 }
    const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'), { maxLength: 30 })
    fc.assert(
      fc.property(keys, (pressed) => {
        const at = pressed.reduce((place, key) => moved(key, place, size) ?? place, { row: 0, column: 0 })
        expect(at.row).toBeGreaterThanOrEqual(0)
        expect(at.row).toBeLessThan(size.rows)
        expect(at.column).toBeGreaterThanOrEqual(0)
        expect(at.column).toBeLessThan(size.columns)
      }),
      { numRuns: 200 },
    )
  })

  test('follows the arrows, Home and End, and no other key', () => {
    const size = { rows: 5, columns: 4 }
    expect(moved('ArrowDown', { row: 1, column: 1 }, size)).toEqual({ row: 2, column: 1 })
    expect(moved('ArrowRight', { row: 1, column: 3 }, size)).toEqual({ row: 1, column: 3 })
    expect(moved('Home', { row: 1, column: 3 }, size)).toEqual({ row: 1, column: 0 })
    expect(moved('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 3 })
    expect(moved('a', { row: 1, column: 0 }, size)).toBeNull()
  })
})
