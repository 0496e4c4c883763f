// Tests how a finding's row tells its floor, and whether that is open.
import { describe, expect, test } from 'vitest'
import { pressureOf } from './finding-lines.ts'
import { urgencyWeight } from './open-findings.ts'

describe('a floor', () => {
  test.each([
    { name: 'a STOP that has fired', row: { floor: 2, urgency: 4 }, told: { floor: 'stop', isFloorOpen: false } },
    { name: 'an open STOP', row: { floor: 2, urgency: 3 }, told: { floor: 'stop', isFloorOpen: true } },
    { name: 'a High floor that has fired', row: { floor: 1, urgency: 2 }, told: { floor: 'high', isFloorOpen: false } },
    { name: 'an open High floor', row: { floor: 1, urgency: 1 }, told: { floor: 'high', isFloorOpen: true } },
    { name: 'none', row: { floor: 0, urgency: 0 }, told: { floor: null, isFloorOpen: false } },
  ])('is told apart: $name', ({ row: { floor, urgency }, told }) => {
    expect(pressureOf({ floor, tier: 4, weight: urgency * urgencyWeight + 410_001 })).toEqual({ ...told, tier: 'critical' })
  })
})
