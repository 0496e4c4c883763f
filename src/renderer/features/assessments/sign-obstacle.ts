// What still keeps an assessment from being signed, in one sentence with its next step.
import type { DecisionOutcome } from '#shared/domain/decision.ts'
import type { Result } from '#shared/scoring/result.ts'

export interface SignFacts {
  readonly result: Pick<Result, 'canFinalise' | 'flags'>
  readonly unsavedCount: number
  /** The decision in the vault; null when there is none. */
  readonly outcome: DecisionOutcome | null
  /** True when the form shows another decision than the vault has. */
  readonly isDecisionChanged: boolean
}

/** Null when nothing stands in the way. The engine checks all of it again. */
export function signObstacle({ result, unsavedCount, outcome, isDecisionChanged }: SignFacts): string | null {
  if (unsavedCount > 0) return 'Some answers are not saved yet. Go back to the questions and save them.'
  if (!result.canFinalise) return 'Clear the points above first.'
  if (outcome === null || isDecisionChanged) return 'Save the decision first.'
  if (outcome === 'proceed' && result.flags.some((flag) => flag.level === 'stop')) {
    return 'A STOP flag stands: counsel review needed. Choose “Proceed with conditions” and name the review, or escalate or decline.'
  }
  return null
}
