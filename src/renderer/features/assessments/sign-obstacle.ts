// What still keeps an assessment from being signed, each in one sentence with its next step.
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

/** Empty when nothing stands in the way. The engine checks all of it again. */
export function signObstacles({ result, unsavedCount, outcome, isDecisionChanged }: SignFacts): string[] {
  const hasStop = result.flags.some((flag) => flag.level === 'stop')
  return [
    unsavedCount > 0 ? 'Some answers are not saved yet. Go back to the questions and save them.' : '',
    result.canFinalise ? '' : 'Clear the points above first.',
    outcome === null || isDecisionChanged ? 'Save the decision first.' : '',
    outcome === 'proceed' && hasStop
      ? 'A STOP flag stands: counsel review needed. Choose “Proceed with conditions” and name the review, or escalate or decline.'
      : '',
  ].filter((sentence) => sentence !== '')
}
