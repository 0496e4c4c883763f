import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AssessmentOutcome } from '#shared/domain/assessment-outcome.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import { outcomeOf } from './outcome.ts'
import { score } from './score.ts'

const changedAt = '2026-11-22T09:30:00.000Z'

describe('what lists show of a result', () => {
  test('is what the result says, whatever was answered', () => {
    fc.assert(
      fc.property(shippedRun, (input) => {
        const result = score(input)
        const outcome = outcomeOf(result, changedAt)
        expect(AssessmentOutcome.parse(outcome)).toEqual(outcome)
        const { stop, openStop, high, openHigh } = outcome.flags
        expect(stop + openStop + high + openHigh).toBe(result.flags.length)
        expect(outcome.gapBand?.worst ?? 0).toBe(Math.max(0, ...result.domains.map(({ band }) => band?.worst ?? 0)))
        expect(outcome.isAssessed).toBe(outcome.driver !== null)
      }),
      { numRuns: 50 },
    )
  })

  test('says that nothing is assessed before anything is answered', () => {
    fc.assert(
      fc.property(shippedRun, (input) => {
        const result = score({ ...input, answers: [] })
        const outcome = outcomeOf(result, changedAt)
        expect(outcomeOf({ ...result, domains: [] }, changedAt).gapBand).toBeNull()
        expect(outcome).toMatchObject({ isAssessed: false, driver: null, answeredCount: 0 })
      }),
      { numRuns: 10 },
    )
  })
})
