// Invariant 27: "more than" at the boundary of every kind, sums in any order, and the lowest threshold for combined data.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedReference } from '#test/generators/shipped-reference.ts'
import { DataKindId } from './data-thresholds.ts'
import { isAboveThreshold, lowestThreshold, readBulk, thresholdFor, type Volume } from './thresholds.ts'

const thresholds = shippedReference().dataThresholds
const runs = { numRuns: 10_000 }
const kinds = DataKindId.options
const counted = kinds.filter((kind) => thresholdFor(thresholds, kind).moreThan !== null)

const volume = fc.record<Volume>({
  kind: fc.constantFrom(...kinds),
  count: fc.oneof(fc.integer({ min: 0, max: 300_000 }), fc.constantFrom(0, 100, 101, 1000, 1001, 10_000, 10_001, 100_000, 100_001)),
})
const volumes = fc.array(volume, { maxLength: 12 })

describe('the thresholds', () => {
  test('are those of 28 CFR 202.205, in persons but for location', () => {
    expect(Object.fromEntries(kinds.map((kind) => [kind, thresholdFor(thresholds, kind).moreThan]))).toEqual({
      genomic: 100,
      'other-omic': 1000,
      biospecimens: 100,
      biometric: 1000,
      location: 1000,
      health: 10_000,
      financial: 10_000,
      identifiers: 100_000,
      'government-related': null,
    })
    expect(kinds.filter((kind) => thresholdFor(thresholds, kind).unit === 'us-devices')).toEqual(['location'])
    expect([thresholds.windowMonths, thresholds.boundary, thresholds.combinedData]).toEqual([12, 'more-than', 'lowest'])
  })
})

describe('invariant 27: threshold counts', () => {
  test.each(counted)('%s: the number itself is not above, one more is', (kind) => {
    const most = thresholdFor(thresholds, kind).moreThan ?? Number.NaN
    expect(isAboveThreshold(thresholds, kind, most)).toBe(false)
    expect(isAboveThreshold(thresholds, kind, most + 1)).toBe(true)
    const alone = (count: number) => readBulk(thresholds, { volumes: [{ kind, count }], isCombined: false }).isAbove
    expect([alone(most), alone(most + 1)]).toEqual([false, true])
  })

  test('data without a threshold counts from the first person', () => {
    expect(isAboveThreshold(thresholds, 'government-related', 0)).toBe(false)
    expect(isAboveThreshold(thresholds, 'government-related', 1)).toBe(true)
  })

  test('more data is never less above', () => {
    fc.assert(
      fc.property(volumes, volume, fc.boolean(), (dealings, another, isCombined) => {
        const before = readBulk(thresholds, { volumes: dealings, isCombined })
        const after = readBulk(thresholds, { volumes: [...dealings, another], isCombined })
        expect(after.above).toEqual(expect.arrayContaining([...before.above]))
      }),
      runs,
    )
  })

  test('dealings add up in any order and any parts', () => {
    const shuffled = volumes.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([dealings, mixed], isCombined) => {
        const whole = readBulk(thresholds, { volumes: dealings, isCombined })
        expect(readBulk(thresholds, { volumes: mixed, isCombined })).toEqual(whole)
        const halved = dealings.flatMap(({ kind, count }) => [
          { kind, count: Math.floor(count / 2) },
          { kind, count: Math.ceil(count / 2) },
        ])
        expect(readBulk(thresholds, { volumes: halved, isCombined })).toEqual(whole)
        expect(whole.isAbove).toBe(whole.above.length > 0)
      }),
      runs,
    )
  })

  test('in combined data the lowest threshold among the kinds present counts for each of them', () => {
    fc.assert(
      fc.property(volumes, (dealings) => {
        const reading = readBulk(thresholds, { volumes: dealings, isCombined: true })
        const present = reading.totals.map(({ kind }) => kind)
        const lowest = lowestThreshold(thresholds, present)
        for (const { kind, count } of reading.totals) {
          const limit = thresholdFor(thresholds, kind).moreThan === null ? 0 : (lowest ?? 0)
          expect(reading.above.includes(kind)).toBe(count > Math.min(limit, lowest ?? limit))
        }
      }),
      runs,
    )
  })

  test('so 101 health records beside one genome are not yet bulk, but 101 beside it in one collection are', () => {
    const held = (count: number): Volume[] => [
      { kind: 'genomic', count: 1 },
      { kind: 'health', count },
    ]
    expect(readBulk(thresholds, { volumes: held(101), isCombined: false })).toMatchObject({ isAbove: false, above: [] })
    expect(readBulk(thresholds, { volumes: held(100), isCombined: true }).isAbove).toBe(false)
    expect(readBulk(thresholds, { volumes: held(101), isCombined: true })).toMatchObject({ isAbove: true, above: ['health'] })
  })

  test('the lowest threshold of no kind, or of a kind without one, is none', () => {
    expect(lowestThreshold(thresholds, [])).toBeNull()
    expect(lowestThreshold(thresholds, ['government-related'])).toBeNull()
    expect(lowestThreshold(thresholds, ['identifiers', 'government-related', 'health'])).toBe(10_000)
    expect(readBulk(thresholds, { volumes: [{ kind: 'government-related', count: 3 }], isCombined: true }).above).toEqual([
      'government-related',
    ])
    expect(readBulk(thresholds, { volumes: [], isCombined: true })).toEqual({ totals: [], above: [], isAbove: false })
  })
})
