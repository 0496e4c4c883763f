// How well the answers are proved. It never changes a tier. Source: docs/method.md §7.
import type { FlagResult, Result } from './result.ts'
import type { Run, Shown } from './run.ts'

/** What a question weighs here: its own weight, 1 for a flag question outside the gaps, 0 for a mere fact. */
function proofWeight(shown: Shown): number {
  return shown.question.weight ?? (shown.question.flags.length > 0 ? 1 : 0)
}

/** Weight in all and at which grades, and whether a flag question is proved by little or nothing. */
interface Proof {
  readonly total: number
  readonly strong: number
  readonly fair: number
  readonly hasWeakFlag: boolean
}

function proofOf(run: Run): Proof {
  let total = 0
  let strong = 0
  let fair = 0
  let hasWeakFlag = false
  for (const shown of run.shown) {
    if (shown.reading.state === 'not-applicable') continue
    const weight = proofWeight(shown)
    if (weight === 0) continue
    const { grade } = shown
    const isStrong = grade === 'A' || grade === 'B'
    total += weight
    if (isStrong) strong += weight
    if (isStrong || grade === 'C') fair += weight
    else if (shown.question.flags.length > 0) hasWeakFlag = true
  }
  return { total, strong, fair, hasWeakFlag }
}

/**
 * Medium: at least half of the weight is proved at A, B or C and no flag question stands at D or U.
 * High: Medium, at least four fifths at A or B, and no flag unresolved. Otherwise Low. An open answer is proved by nothing.
 */
export function confidenceOf(run: Run, flags: readonly FlagResult[]): Result['confidence'] {
  const { total, strong, fair, hasWeakFlag } = proofOf(run)
  if (total === 0 || hasWeakFlag || 2 * fair < total) return 'low'
  const isResolved = flags.every((flag) => flag.state === 'fired')
  return isResolved && 5 * strong >= 4 * total ? 'high' : 'medium'
}
