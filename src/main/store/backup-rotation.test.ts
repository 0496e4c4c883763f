import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsToKeep, dayCount, type DatedBackup, newestFirst, recentCount, weekCount } from './backup-rotation.ts'

const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const backups = fc
  .array(fc.record({ at: instants, sequence: fc.integer({ min: 1, max: 500 }) }), { maxLength: 120 })
  .map((drawn) => drawn.map(({ at, sequence }, index): DatedBackup => ({ id: `b${index}`, madeAt: at.toISOString(), sequence })))
/** As they come in life: time and history go on together. */
const ordinary = fc.array(fc.integer({ min: 1, max: 60 * 40 }), { maxLength: 200 }).map((gaps) => {
  let at = Date.parse('2026-01-01T00:00:00.000Z')
  return gaps.map((minutes, index): DatedBackup => {
    at += minutes * 60_000
    return { id: `b${index}`, madeAt: new Date(at).toISOString(), sequence: index + 1 }
  })
})

describe('the rotation of backups', () => {
  test('keeps the newest ones, at most 21, whatever the clock did', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = backupsToKeep(all)
        expect(kept.size).toBeLessThanOrEqual(recentCount + dayCount + weekCount)
        const newest = all.toSorted(newestFirst).slice(0, recentCount)
        expect(newest.every(({ id }) => kept.has(id))).toBe(true)
        expect([...kept].every((id) => all.some((backup) => backup.id === id))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('gives the same whatever the order, and nothing more goes when it is done twice', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = backupsToKeep(all)
        expect([...backupsToKeep(all.toReversed())].sort()).toEqual([...kept].sort())
        expect(backupsToKeep(all.filter(({ id }) => kept.has(id)))).toEqual(kept)
      }),
      { numRuns: 1_000 },
    )
  })

  test('done after each backup keeps what is kept when it is done once at the end, from every day and week that counts', () => {
    fc.assert(
      fc.property(ordinary, (all) => {
        let present: DatedBackup[] = []
        for (const backup of all) {
          const kept = backupsToKeep([...present, backup])
          present = [...present, backup].filter(({ id }) => kept.has(id))
        }
        const days = [...new Set(all.map(({ madeAt }) => madeAt.slice(0, 10)))].sort().slice(-dayCount)
        for (const day of days) {
          const last = all.findLast(({ madeAt }) => madeAt.startsWith(day))
          expect(present).toContainEqual(last)
        }
        expect(present.map(({ id }) => id).sort()).toEqual([...backupsToKeep(all)].sort())
      }),
      { numRuns: 300 },
    )
  })

  test('of twelve on one day and one a week before keeps ten and the old one', () => {
    const today = Array.from({ length: 12 }, (_, index) => ({
      id: `t${index}`,
      madeAt: `2026-11-22T09:${10 + index}:00.000Z`,
      sequence: index + 2,
    }))
    const kept = backupsToKeep([{ id: 'old', madeAt: '2026-11-15T09:00:00.000Z', sequence: 1 }, ...today])
    expect(kept.size).toBe(11)
    expect(kept.has('old')).toBe(true)
    expect(kept.has('t0')).toBe(false)
  })

  test('counts a Sunday to the week before and a Monday to the next', () => {
    const of = (id: string, madeAt: string, sequence: number) => ({ id, madeAt, sequence })
    // Enough newer ones on later days that only weeks can keep these two.
    const later = Array.from({ length: 10 }, (_, index) => of(`n${index}`, `2026-11-${20 + index}T00:00:00.000Z`, 100 + index))
    const kept = backupsToKeep([of('sunday', '2026-11-08T23:00:00.000Z', 1), of('monday', '2026-11-09T01:00:00.000Z', 2), ...later])
    expect([kept.has('sunday'), kept.has('monday')]).toEqual([true, true])
  })
})
