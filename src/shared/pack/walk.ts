// The conditions of a pack and the places they stand in.
import type { Condition } from '../domain/condition.ts'
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { leavesOf, type LeafPlace } from '../scoring/leaves.ts'

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
  const ofCombinations = pack.combinations.map((combination) => ({
    condition: combination.when,
    path: `combinations.${combination.id}.when`,
  }))
  return [...ofQuestions, ...ofCombinations].flatMap(({ condition, path }) => (condition === undefined ? [] : [{ condition, path }]))
}

/** All leaves of all conditions of a pack. */
export function allLeaves(pack: Pack): LeafPlace[] {
  return [...visibilityConditions(pack), ...verdictConditions(pack)].flatMap(({ condition, path }) => leavesOf(condition, path))
}
