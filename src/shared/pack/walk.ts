// Walks the conditions of a pack and the places they stand in.
import type { Condition, Leaf } from '../domain/condition.ts'
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { questionOf } from '../scoring/evaluate.ts'

export interface LeafPlace {
  readonly leaf: Leaf
  readonly path: string
  /** True below an odd or even number of `not`. */
  readonly isUnderNot: boolean
}

/** Every leaf of a condition with its path. */
export function leavesOf(condition: Condition, path: string, isUnderNot = false): LeafPlace[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => leavesOf(part, `${path}.all[${index}]`, isUnderNot))
  if ('any' in condition) return condition.any.flatMap((part, index) => leavesOf(part, `${path}.any[${index}]`, isUnderNot))
  if ('not' in condition) return leavesOf(condition.not, `${path}.not`, true)
  return [{ leaf: condition, path, isUnderNot }]
}

/** The question a leaf looks at; null for a relationship or a date. */
export function lookedAt(leaf: Leaf): string | null {
  return 'relationship' in leaf || 'since' in leaf ? null : questionOf(leaf)
}

export function pathOf(question: Question): string {
  return `questions.${question.id}`
}

/** Conditions that decide whether a question shows. */
export function visibilityConditions(pack: Pack): { question: Question; condition: Condition; path: string }[] {
  return pack.questions.flatMap((question) =>
    question.shownIf === undefined ? [] : [{ question, condition: question.shownIf, path: `${pathOf(question)}.shownIf` }],
  )
}

/** Conditions that decide on a floor or a rank. */
export function verdictConditions(pack: Pack): { condition: Condition; path: string }[] {
  const ofQuestions = pack.questions.flatMap((question) => [
    ...question.flags.flatMap((flag, index) => [
      { condition: flag.when, path: `${pathOf(question)}.flags[${index}].when` },
      { condition: flag.unresolvedWhen, path: `${pathOf(question)}.flags[${index}].unresolvedWhen` },
    ]),
    ...question.ranks.map((rule, index) => ({ condition: rule.when, path: `${pathOf(question)}.ranks[${index}].when` })),
  ])
  const ofCombinations = pack.combinations.map((combination) => ({ condition: combination.when, path: `combinations.${combination.id}.when` }))
  return [...ofQuestions, ...ofCombinations].flatMap(({ condition, path }) => (condition === undefined ? [] : [{ condition, path }]))
}

/** All leaves of all conditions of a pack. */
export function allLeaves(pack: Pack): LeafPlace[] {
  return [...visibilityConditions(pack), ...verdictConditions(pack)].flatMap(({ condition, path }) => leavesOf(condition, path))
}
