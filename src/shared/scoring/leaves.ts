// The leaves of a condition: single tests, each over one question, the relationship or the date.
import type { Condition, Leaf } from '../domain/condition.ts'

export interface LeafPlace {
  readonly leaf: Leaf
  readonly path: string
  /** True when the leaf stands below at least one `not`. */
  readonly isUnderNot: boolean
}

/** Every leaf of a condition with its path. */
export function leavesOf(condition: Condition, path: string, isUnderNot = false): LeafPlace[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => leavesOf(part, `${path}.all[${index}]`, isUnderNot))
  if ('any' in condition) return condition.any.flatMap((part, index) => leavesOf(part, `${path}.any[${index}]`, isUnderNot))
  if ('not' in condition) return leavesOf(condition.not, `${path}.not`, true)
  return [{ leaf: condition, path, isUnderNot }]
}

export type AnswerLeaf = Exclude<Leaf, { relationship: unknown } | { since: unknown }>

/** The question that a leaf over an answer looks at. */
export function questionOf(leaf: AnswerLeaf): string {
  if ('bad' in leaf) return leaf.bad
  return 'notGood' in leaf ? leaf.notGood : leaf.question
}

/** The question a leaf looks at; null for a relationship or a date. */
export function lookedAt(leaf: Leaf): string | null {
  return 'relationship' in leaf || 'since' in leaf ? null : questionOf(leaf)
}

/** Ids of the questions a condition looks at. */
export function questionsIn(condition: Condition): ReadonlySet<string> {
  return new Set(leavesOf(condition, '').flatMap(({ leaf }) => lookedAt(leaf) ?? []))
}
