// Tests how a finding's row tells its floor, and whether that is open.
import { describe, expect, test } from 'vitest'
import { pressureOf } from './finding-lines.ts'
import { urgencyWeight } from './open-findings.ts'

describe('a floor', () => {
  test.each([
    ['a STOP that has fired', 2, 4, { floor: 'stop', isFloorOpen: false }],
    ['an open STOP', 2, 3, { floor: 'stop', isFloorOpen: true }],
    ['a High floor that has fired', 1, 2, { floor: 'high', isFloorOpen: false }],
    ['an open High floor', 1, 1, { floor: 'high', isFloorOpen: true }],
    ['none', 0, 0, { floor: null, isFloorOpen: false }],
  ])('is told apart: %s', (_name, floor, urgency, told) => {
    expect(pressureOf({ floor, tier: 4, weight: urgency * urgencyWeight + 410_001 })).toEqual({ ...told, tier: 'critical' })
  })
})
