import { describe, expect, test } from 'vitest'
import type { FlagResult } from '#shared/scoring/result.ts'
import { signObstacles, type SignFacts } from './sign-obstacle.ts'

const ready: SignFacts = {
  result: { canFinalise: true, flags: [] },
  unsavedCount: 0,
  outcome: 'proceed',
  isDecisionChanged: false,
  isReviewUnsaved: false,
}
const flag = (level: 'high' | 'stop'): FlagResult => ({ ruleId: 'RP-01', questionId: null, level, state: 'unresolved', reason: '' })

describe('what keeps an assessment from being signed', () => {
  test('nothing, when all is saved, complete and decided', () => {
    expect(signObstacles(ready)).toEqual([])
  })
  test('unsaved answers come first, then blockers, then the decision', () => {
    const nothing: SignFacts = {
      result: { canFinalise: false, flags: [] },
      unsavedCount: 1,
      outcome: null,
      isDecisionChanged: false,
      isReviewUnsaved: false,
    }
    const [saving, points, decision, ...rest] = signObstacles(nothing)
    expect(saving).toContain('not saved yet')
    expect(points).toContain('points above')
    expect(decision).toContain('Save the decision')
    expect(rest).toEqual([])
    expect(signObstacles({ ...ready, isDecisionChanged: true })).toEqual(['Save the decision first.'])
  })
  test('a review that somebody is still writing', () => {
    expect(signObstacles({ ...ready, isReviewUnsaved: true })).toEqual(['Keep or cancel the review first.'])
  })
  test('a STOP, even an open one, forbids "proceed" and nothing else', () => {
    const stopped: SignFacts = { ...ready, result: { canFinalise: true, flags: [flag('stop')] } }
    expect(signObstacles(stopped)[0]).toContain('counsel review needed')
    for (const outcome of ['proceed-with-conditions', 'escalate', 'decline'] as const)
      expect(signObstacles({ ...stopped, outcome })).toEqual([])
    expect(signObstacles({ ...ready, result: { canFinalise: true, flags: [flag('high')] } })).toEqual([])
  })
})
