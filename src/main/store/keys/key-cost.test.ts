// The cost of a key derivation: within its bounds on every machine, and worth the wait.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costForMachine, floorCost, isTooCheap, KeyCostFields, slotWorkLimit, targetMs, workOf } from './key-cost.ts'

const gib = 1_073_741_824
const anyMachine = [fc.double({ min: 0.001, max: 1e7, noNaN: true }), fc.double({ min: 2 ** 28, max: 2 ** 42, noNaN: true })] as const

describe('the cost for a machine', () => {
  test('is always one that a file may ask for, and never below the floor', () => {
    fc.assert(
      fc.property(...anyMachine, (workPerMs, memoryBytes) => {
        const cost = costForMachine(workPerMs, memoryBytes)
        expect(KeyCostFields.safeParse({ name: 'argon2id', ...cost }).success).toBe(true)
        expect(workOf(cost)).toBeGreaterThanOrEqual(workOf(floorCost))
        expect(workOf(cost)).toBeLessThanOrEqual(slotWorkLimit / 2)
      }),
    )
  })

  test('takes no longer than the target, unless the floor does', () => {
    fc.assert(
      fc.property(...anyMachine, (workPerMs, memoryBytes) => {
        const tookMs = workOf(costForMachine(workPerMs, memoryBytes)) / workPerMs
        expect(tookMs).toBeLessThanOrEqual(Math.max(targetMs, workOf(floorCost) / workPerMs) * 1.0001)
      }),
    )
  })

  test('uses memory before passes, up to a sixteenth of what the machine has', () => {
    expect(costForMachine(2_000, 16 * gib)).toEqual({ memoryKib: 327_680, passes: 3, lanes: 4 })
    expect(costForMachine(2_000, 2 * gib)).toEqual({ memoryKib: 131_072, passes: 7, lanes: 4 })
    expect(costForMachine(1, 16 * gib)).toEqual(floorCost)
    expect(costForMachine(1e6, 64 * gib)).toEqual({ memoryKib: 524_288, passes: 4, lanes: 4 })
  })

  test('asks for a raise from half of it downwards', () => {
    const wanted = { memoryKib: 131_072, passes: 3, lanes: 4 }
    expect(isTooCheap(floorCost, wanted)).toBe(true)
    expect(isTooCheap({ memoryKib: 65_536, passes: 4 }, wanted)).toBe(false)
  })
})
