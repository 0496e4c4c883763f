// How well the answers are proved. It never changes a tier. Source: docs/method.md §7.
import type { FlagResult, Result } from './result.ts'
import type { Run, Shown } from './run.ts'

/** What a question weighs here: its own weight, 1 for a flag question outside the gaps, 0 for a mere fact. */
function proofWeight(shown: Shown): number {
  return shown.question.weight ?? (shown.question.flags.length > 0 ? 1 : 0)
}

function weightOf(questions: readonly Shown[]): number {
  return questions.reduce((sum, shown) => sum + proofWeight(shown), 0)
}

/**
 * Medium: at least half of the weight is proved at A, B or C and no flag question stands at D or U.
 * High: Medium, at least four fifths at A or B, and no flag unresolved. Otherwise Low. An open answer is proved by nothing.
 */
export function confidenceOf(run: Run, flags: readonly FlagResult[]): Result['confidence'] {
  const counted = run.shown.filter((shown) => shown.reading.state !== 'not-applicable' && proofWeight(shown) > 0)
  const total = weightOf(counted)
  const strong = weightOf(counted.filter((shown) => ['A', 'B'].includes(shown.grade)))
  const fair = weightOf(counted.filter((shown) => ['A', 'B', 'C'].includes(shown.grade)))
  const hasWeakFlag = counted.some((shown) => shown.question.flags.length > 0 && ['D', 'U'].includes(shown.grade))
  if (total === 0 || hasWeakFlag || 2 * fair < total) return 'low'
  const isResolved = flags.every((flag) => flag.state === 'fired')
  return isResolved && 5 * strong >= 4 * total ? 'high' : 'medium'
}
