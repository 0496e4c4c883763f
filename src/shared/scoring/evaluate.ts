// Evaluates a condition over the answers, in three-valued logic.
import type { Condition } from '../domain/condition.ts'
import type { AnswerType } from '../domain/question.ts'
import type { RelationshipKind } from '../domain/relationship.ts'
import type { Day } from '../domain/time.ts'
import { questionOf, type AnswerLeaf } from './leaves.ts'
import { severityOf, type KnownValue, type Reading } from './reading.ts'
import { and, maybe, no, not, or, truthOf, yes, type Truth } from './truth.ts'

/** A question that shows and what its answer says. */
interface Seen {
  readonly question: { readonly answer: AnswerType }
  readonly reading: Reading
  /** Yes, or maybe when an open answer decides whether it applies at all. */
  readonly visibility: Truth
}

export interface ConditionContext {
  readonly relationship: RelationshipKind
  readonly asOf: Day
  /** The question with this id if it shows; a hidden or unasked question is undefined and makes every leaf false. */
  readonly find: (id: string) => Seen | undefined
}

function picks(value: KnownValue, isWanted: (option: string) => boolean): boolean {
  if (value.kind === 'choice') return isWanted(value.option)
  return value.kind === 'several' && value.options.some(isWanted)
}

function listsSomething(value: KnownValue): boolean {
  if (value.kind === 'countries') return value.countries.length > 0
  if (value.kind === 'owners') return value.owners.length > 0
  return value.kind === 'jewels' && value.jewelIds.length > 0
}

function reaches(value: KnownValue, atLeast: number): boolean {
  if (value.kind === 'number') return value.count >= atLeast
  if (value.kind === 'percent') return value.shareBp >= atLeast * 100
  return value.kind === 'counts' && Object.values(value.counts).some((count) => count >= atLeast)
}

function saysSo(leaf: AnswerLeaf, value: KnownValue): boolean {
  if ('anyOf' in leaf) return picks(value, (option) => leaf.anyOf.includes(option))
  if ('otherThan' in leaf) return picks(value, (option) => !leaf.otherThan.includes(option))
  if ('atLeast' in leaf) return reaches(value, leaf.atLeast)
  return listsSomething(value)
}

function whatItSays(leaf: AnswerLeaf, seen: Seen): Truth {
  if (seen.reading.state === 'not-applicable') return no
  if (seen.reading.state === 'open') return maybe
  if ('bad' in leaf) return truthOf(severityOf(seen.question.answer, seen.reading) === 2)
  if ('notGood' in leaf) return truthOf((severityOf(seen.question.answer, seen.reading) ?? 0) > 0)
  return truthOf(saysSo(leaf, seen.reading.value))
}

function evaluateAnswer(leaf: AnswerLeaf, context: ConditionContext): Truth {
  const seen = context.find(questionOf(leaf))
  return seen === undefined ? no : and(seen.visibility, whatItSays(leaf, seen))
}

function evaluateAll(parts: readonly Condition[], context: ConditionContext): Truth {
  let truth: Truth = yes
  for (const part of parts) {
    truth = and(truth, evaluate(part, context))
    if (truth === no) return no
  }
  return truth
}

function evaluateAny(parts: readonly Condition[], context: ConditionContext): Truth {
  let truth: Truth = no
  for (const part of parts) {
    truth = or(truth, evaluate(part, context))
    if (truth === yes) return yes
  }
  return truth
}

/** Yes, no or maybe. An open answer (blank, Unknown, Declined) makes its leaf `maybe`, and so does a question that may not apply. */
export function evaluate(condition: Condition, context: ConditionContext): Truth {
  if ('all' in condition) return evaluateAll(condition.all, context)
  if ('any' in condition) return evaluateAny(condition.any, context)
  if ('not' in condition) return not(evaluate(condition.not, context))
  if ('relationship' in condition) return truthOf(condition.relationship.includes(context.relationship))
  if ('since' in condition) return truthOf(condition.since <= context.asOf)
  return evaluateAnswer(condition, context)
}
