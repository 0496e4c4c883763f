import { describe, expect, test } from 'vitest'
import type { FlagResult } from '#shared/scoring/result.ts'
import { signObstacle, type SignFacts } from './sign-obstacle.ts'

const ready: SignFacts = { result: { canFinalise: true, flags: [] }, unsavedCount: 0, outcome: 'proceed', isDecisionChanged: false }
const flag = (level: 'high' | 'stop'): FlagResult => ({ ruleId: 'RP-01', questionId: null, level, state: 'unresolved', reason: '' })

describe('what keeps an assessment from being signed', () => {
  test('nothing, when all is saved, complete and decided', () => {
    expect(signObstacle(ready)).toBeNull()
  })
  test('unsaved answers come first, then blockers, then the decision', () => {
    const nothing: SignFacts = { result: { canFinalise: false, flags: [] }, unsavedCount: 1, outcome: null, isDecisionChanged: false }
    expect(signObstacle(nothing)).toContain('not saved yet')
    expect(signObstacle({ ...nothing, unsavedCount: 0 })).toContain('points above')
    expect(signObstacle({ ...nothing, unsavedCount: 0, result: ready.result })).toContain('Save the decision')
    expect(signObstacle({ ...ready, isDecisionChanged: true })).toContain('Save the decision')
  })
  test('a STOP, even an open one, forbids "proceed" and nothing else', () => {
    const stopped: SignFacts = { ...ready, result: { canFinalise: true, flags: [flag('stop')] } }
    expect(signObstacle(stopped)).toContain('counsel review needed')
    for (const outcome of ['proceed-with-conditions', 'escalate', 'decline'] as const)
      expect(signObstacle({ ...stopped, outcome })).toBeNull()
    expect(signObstacle({ ...ready, result: { canFinalise: true, flags: [flag('high')] } })).toBeNull()
  })
})
