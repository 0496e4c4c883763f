// All lint rules of a pack. What they allow is what the method can score and the project stands for.
import type { Pack } from '../domain/pack.ts'
import { lintAnswers } from './lint-answers.ts'
import { lintConditionTargets, lintOrder } from './lint-conditions.ts'
import { lintFloorSources, lintMissingWhen } from './lint-flags.ts'
import { lintDomains, lintDuplicateIds, lintSources } from './lint-ids.ts'
import { lintMonotoneFacts, lintMonotoneVerdicts, lintMonotoneVisibility } from './lint-monotone.ts'
import { lintUnreachable } from './lint-reach.ts'
import { lintGates, lintWeights } from './lint-scoring.ts'
import { lintOriginWords } from './lint-words.ts'
import type { Problem } from './problem.ts'

const rules = [
  lintDuplicateIds,
  lintDomains,
  lintSources,
  lintConditionTargets,
  lintOrder,
  lintGates,
  lintWeights,
  lintMonotoneVisibility,
  lintMonotoneFacts,
  lintMonotoneVerdicts,
  lintFloorSources,
  lintMissingWhen,
  lintAnswers,
  lintUnreachable,
  lintOriginWords,
] as const

/** Problems in the order of the rules and, within a rule, of the pack. Empty when the pack may be used. */
export function lintPack(pack: Pack): Problem[] {
  return rules.flatMap((rule) => rule(pack))
}
