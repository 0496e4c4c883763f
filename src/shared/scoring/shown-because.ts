// Why a question shows: the parts of its condition that hold, or may hold while an answer is open. Source: docs/method.md §1.
import type { Condition, Leaf } from '../domain/condition.ts'
import type { QuestionId } from '../domain/ids.ts'
import type { RelationshipKind } from '../domain/relationship.ts'
import type { Day } from '../domain/time.ts'
import { evaluate } from './evaluate.ts'
import type { ScoreInput } from './input.ts'
import { questionOf, type AnswerLeaf } from './leaves.ts'
import type { KnownValue } from './reading.ts'
import { runOf, type Openness, type Run, type Shown } from './run.ts'
import { maybe, not, yes, type Truth } from './truth.ts'

/** One reason; each over one earlier question, but for the relationship and the date. */
export type ShownReason =
  /** The practice was answered this way, and not well. */
  | { readonly kind: 'practice'; readonly questionId: QuestionId; readonly choice: 'yes' | 'partly' | 'no' }
  /** These options were chosen. */
  | { readonly kind: 'chose'; readonly questionId: QuestionId; readonly options: readonly string[] }
  /** The list has an entry. */
  | { readonly kind: 'listed'; readonly questionId: QuestionId }
  /** A number, percentage or count is this much or more. */
  | { readonly kind: 'at-least'; readonly questionId: QuestionId; readonly atLeast: number }
  /** The question is open, so its answer may yet make this one apply. */
  | { readonly kind: 'open'; readonly questionId: QuestionId; readonly openness: Openness }
  /** The question was not answered in the way that would have hidden this one. */
  | { readonly kind: 'not-ruled-out'; readonly questionId: QuestionId }
  | { readonly kind: 'relationship'; readonly relationship: RelationshipKind }
  | { readonly kind: 'since'; readonly day: Day }
  | { readonly kind: 'before'; readonly day: Day }

export interface ShownBecause {
  readonly questionId: QuestionId
  /** False while an open answer decides whether the question applies at all. */
  readonly isCertain: boolean
  /** Empty for a question that always shows. */
  readonly because: readonly ShownReason[]
}

function knownReason(leaf: AnswerLeaf, questionId: QuestionId, value: KnownValue): ShownReason {
  if (value.kind === 'practice') return { kind: 'practice', questionId, choice: value.choice }
  if ('atLeast' in leaf) return { kind: 'at-least', questionId, atLeast: leaf.atLeast }
  const isMeant = (option: string) =>
    'anyOf' in leaf ? leaf.anyOf.includes(option) : !('otherThan' in leaf) || !leaf.otherThan.includes(option)
  if (value.kind === 'choice') return { kind: 'chose', questionId, options: [value.option] }
  return value.kind === 'several' ? { kind: 'chose', questionId, options: value.options.filter(isMeant) } : { kind: 'listed', questionId }
}

function answerReasons(leaf: AnswerLeaf, run: Run, isNegated: boolean): ShownReason[] {
  const seen: Shown | undefined = run.find(questionOf(leaf))
  // A question that does not show can only be the ground of a negation, and says nothing to the reader.
  if (seen === undefined) return []
  const { question, reading, openness } = seen
  if (openness !== null) return [{ kind: 'open', questionId: question.id, openness }]
  if (isNegated || reading.state !== 'known') return [{ kind: 'not-ruled-out', questionId: question.id }]
  return [knownReason(leaf, question.id, reading.value)]
}

function leafReasons(leaf: Leaf, run: Run, isNegated: boolean): ShownReason[] {
  if ('relationship' in leaf) return [{ kind: 'relationship', relationship: run.relationship }]
  if ('since' in leaf) return [{ kind: isNegated ? 'before' : 'since', day: leaf.since }]
  return answerReasons(leaf, run, isNegated)
}

function truthIn(condition: Condition, run: Run, isNegated: boolean): Truth {
  const truth = evaluate(condition, run)
  return isNegated ? not(truth) : truth
}

/** Reasons of a condition that is not false: of all parts that must hold; of those that suffice, the certain ones, or else the open ones. */
function reasonsOf(condition: Condition, run: Run, isNegated: boolean): ShownReason[] {
  if ('not' in condition) return reasonsOf(condition.not, run, !isNegated)
  if (!('all' in condition) && !('any' in condition)) return leafReasons(condition, run, isNegated)
  const parts = 'all' in condition ? condition.all : condition.any
  const mustAllHold = 'all' in condition !== isNegated
  if (mustAllHold) return parts.flatMap((part) => reasonsOf(part, run, isNegated))
  const truths = parts.map((part) => truthIn(part, run, isNegated))
  const wanted = truths.includes(yes) ? yes : maybe
  return parts.filter((_, index) => truths[index] === wanted).flatMap((part) => reasonsOf(part, run, isNegated))
}

function withoutRepeats(reasons: readonly ShownReason[]): ShownReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()]
}

/** Every question that shows, in pack order, with why. */
export function shownBecause(input: ScoreInput): ShownBecause[] {
  const run = runOf(input)
  return run.plan.questions.flatMap(({ question, condition }) => {
    const shown = run.find(question.id)
    if (shown === undefined) return []
    const because = condition === null ? [] : withoutRepeats(reasonsOf(condition, run, false))
    return [{ questionId: question.id, isCertain: shown.visibility === yes, because }]
  })
}
