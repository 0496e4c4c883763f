// What still keeps an assessment from being signed, each in one sentence with its next step.
import type { DecisionOutcome } from '#shared/domain/decision.ts'
import type { Result } from '#shared/scoring/result.ts'
import { wordsIn } from '#renderer/i18n/words.ts'

const t = wordsIn('deciding')

export interface SignFacts {
  readonly result: Pick<Result, 'canFinalise' | 'flags'>
  readonly unsavedCount: number
  /** The decision in the vault; null when there is none. */
  readonly outcome: DecisionOutcome | null
  /** True when the form shows another decision than the vault has. */
  readonly isDecisionChanged: boolean
  /** True while somebody writes a review. */
  readonly isReviewUnsaved: boolean
}

/** Empty when nothing stands in the way. The engine checks all of it again. */
export function signObstacles({ result, unsavedCount, outcome, isDecisionChanged, isReviewUnsaved }: SignFacts): string[] {
  const hasStop = result.flags.some((flag) => flag.level === 'stop')
  return [
    unsavedCount > 0 ? t('obstacle.unsaved') : '',
    result.canFinalise ? '' : t('obstacle.blockers'),
    outcome === null || isDecisionChanged ? t('obstacle.decision') : '',
    isReviewUnsaved ? t('obstacle.review') : '',
    outcome === 'proceed' && hasStop ? t('obstacle.stop') : '',
  ].filter((sentence) => sentence !== '')
}
