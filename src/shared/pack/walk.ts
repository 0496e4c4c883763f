// The conditions and texts of a pack, and the places they stand in.
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

interface SourcedCondition {
  readonly condition: Condition
  readonly path: string
  /** Ids of the sources it rests on. */
  readonly sources: readonly string[]
}

/** Conditions that decide on a floor or a rank. */
export function verdictConditions(pack: Pack): SourcedCondition[] {
  const ofQuestions = pack.questions.flatMap((question) => [
    ...question.flags.flatMap(({ when, unresolvedWhen, sources }, index) => [
      { condition: when, path: `${pathOf(question)}.flags[${index}].when`, sources },
      { condition: unresolvedWhen, path: `${pathOf(question)}.flags[${index}].unresolvedWhen`, sources },
    ]),
    ...question.ranks.map((rule, index) => ({
      condition: rule.when,
      path: `${pathOf(question)}.ranks[${index}].when`,
      sources: question.sources,
    })),
  ])
  const ofCombinations = pack.combinations.map(({ id, when, sources }) => ({ condition: when, path: `combinations.${id}.when`, sources }))
  return [...ofQuestions, ...ofCombinations].flatMap(({ condition, ...rest }) => (condition === undefined ? [] : [{ condition, ...rest }]))
}

/** All leaves of all conditions of a pack. */
export function allLeaves(pack: Pack): LeafPlace[] {
  return [...visibilityConditions(pack), ...verdictConditions(pack)].flatMap(({ condition, path }) => leavesOf(condition, path))
}

export interface TextPlace {
  readonly path: string
  readonly text: string
}

const helpParts = ['why', 'good', 'proof', 'firstStep'] as const

function textsOfQuestion(question: Question): TextPlace[] {
  const path = pathOf(question)
  const { answer, help } = question
  return [
    { path: `${path}.text`, text: question.text },
    ...helpParts.map((part) => ({ path: `${path}.help.${part}`, text: help[part] })),
    ...('options' in answer ? answer.options : []).map(({ id, label }) => ({ path: `${path}.answer.options.${id}`, text: label })),
    ...('roles' in answer ? answer.roles : []).map(({ id, label }) => ({ path: `${path}.answer.roles.${id}`, text: label })),
    ...('unit' in answer ? [{ path: `${path}.answer.unit`, text: answer.unit }] : []),
    ...question.flags.map((flag, index) => ({ path: `${path}.flags[${index}].reason`, text: flag.reason })),
  ]
}

/** Every text of the pack in its own words: all but the names and notes of its sources. */
export function ownTexts(pack: Pack): TextPlace[] {
  return [
    { path: 'title', text: pack.title },
    { path: 'description', text: pack.description },
    ...pack.domains.flatMap((domain) => [
      { path: `domains.${domain.id}.title`, text: domain.title },
      { path: `domains.${domain.id}.purpose`, text: domain.purpose },
    ]),
    ...pack.questions.flatMap(textsOfQuestion),
    ...pack.combinations.map((combination) => ({ path: `combinations.${combination.id}.reason`, text: combination.reason })),
  ]
}
