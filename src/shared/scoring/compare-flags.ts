// Which floors came, went or changed between two results.
import type { FlagLevel } from '../domain/question.ts'
import type { FlagResult, Result } from './result.ts'

/** `absent` when that assessment does not have the rule, or does not show its question. */
type FlagState = 'fired' | 'unresolved' | 'clear' | 'absent'

/** A floor that stands in at least one of the two and not alike in both. */
export interface FlagChange {
  readonly ruleId: string
  readonly level: FlagLevel
  readonly first: FlagState
  readonly second: FlagState
}

const strength = { absent: 0, clear: 1, unresolved: 2, fired: 3 } as const satisfies Record<FlagState, number>

type Known = ReadonlyMap<string, { readonly ruleId: string; readonly level: FlagLevel; readonly state: FlagState }>

/** A question may have several floors of one level: the strongest state counts. */
function statesOf({ flags, clearFlags }: Pick<Result, 'flags' | 'clearFlags'>): Known {
  const states = new Map<string, { ruleId: string; level: FlagLevel; state: FlagState }>()
  const all: readonly (Pick<FlagResult, 'ruleId' | 'level'> & { readonly state: FlagState })[] = [...flags, ...clearFlags]
  for (const { ruleId, level, state } of all) {
    const key = `${ruleId}/${level}`
    if (strength[state] > strength[states.get(key)?.state ?? 'absent']) states.set(key, { ruleId, level, state })
  }
  return states
}

/** In the order of their rule ids, High floors before STOPs. */
export function compareFlags(first: Pick<Result, 'flags' | 'clearFlags'>, second: Pick<Result, 'flags' | 'clearFlags'>): FlagChange[] {
  const before = statesOf(first)
  const after = statesOf(second)
  const rules = new Map([...before, ...after])
  const inOrder = [...rules].toSorted(([left], [right]) => Number(left > right) - Number(left < right))
  return inOrder.flatMap(([key, { ruleId, level }]) => {
    const states = { first: before.get(key)?.state ?? 'absent', second: after.get(key)?.state ?? 'absent' }
    const standsSomewhere = Math.max(strength[states.first], strength[states.second]) >= strength.unresolved
    return states.first === states.second || !standsSomewhere ? [] : [{ ruleId, level, ...states }]
  })
}
