// One run of a pack over the given answers: which questions show, what each answer says, what could not be used.
import type { AnswerInput, EvidenceGrade } from '../domain/answer.ts'
import type { Question } from '../domain/question.ts'
import { evaluate, type ConditionContext } from './evaluate.ts'
import type { ScoreInput } from './input.ts'
import { planOf, type Plan } from './plan.ts'
import { open, readAnswer, type Reading, type Unusable } from './reading.ts'
import type { ScoreIssue } from './result.ts'
import { no, yes, type Truth } from './truth.ts'

/** A question that shows, with what was answered. Evidence for an open answer proves nothing: its grade is U. */
export interface Shown {
  readonly question: Question
  readonly reading: Reading
  /** Yes, or maybe when an open answer decides whether the question applies at all; its floors and ranks are then unresolved. */
  readonly visibility: Truth
  /** True when something usable was answered, Unknown, Declined and N/A included. */
  readonly isAnswered: boolean
  readonly grade: EvidenceGrade
  readonly unusable: Unusable | null
}

export interface Run extends ConditionContext {
  readonly plan: Plan
  /** Questions that show, in pack order. */
  readonly shown: readonly Shown[]
  readonly issues: readonly ScoreIssue[]
  readonly find: (id: string) => Shown | undefined
}

/** Two answers to one question contradict each other whatever their order, so neither counts. */
const contradiction = Symbol('contradiction')
type Given = AnswerInput | typeof contradiction

function givenAnswers(answers: readonly AnswerInput[]): Map<string, Given> {
  const given = new Map<string, Given>()
  for (const answer of answers) {
    given.set(answer.questionId, given.get(answer.questionId) === undefined ? answer : contradiction)
  }
  return given
}

function unread(question: Question, visibility: Truth, unusable: Unusable | null): Shown {
  return { question, reading: open, visibility, isAnswered: false, grade: 'U', unusable }
}

function show(question: Question, visibility: Truth, given: Given | undefined): Shown {
  if (given === undefined) return unread(question, visibility, null)
  if (given === contradiction) return unread(question, visibility, 'wrong-kind')
  const read = readAnswer(question, given)
  if (typeof read === 'string') return unread(question, visibility, read)
  return {
    question,
    reading: read,
    visibility,
    isAnswered: true,
    grade: read.state === 'known' ? given.evidenceGrade : 'U',
    unusable: null,
  }
}

function strayIssues(input: ScoreInput, given: ReadonlyMap<string, Given>, asked: ReadonlySet<string>): ScoreIssue[] {
  const strays = [...given.keys()].filter((id) => !asked.has(id))
  return strays
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map((questionId) => ({
      questionId,
      code: input.pack.questions.some((question) => question.id === questionId) ? 'not-asked' : 'unknown-question',
    }))
}

/**
 * Reads all answers against the pack. A question is hidden only when its condition is definitely false;
 * the answer of a hidden question is kept by the caller, listed as `hidden` and read as absent.
 */
export function runOf(input: ScoreInput): Run {
  const plan = planOf(input.pack, input.relationship, input.profile)
  const given = givenAnswers(input.answers)
  const byId = new Map<string, Shown>()
  const issues: ScoreIssue[] = []
  const find = (id: string): Shown | undefined => byId.get(id)
  const context = { relationship: input.relationship, asOf: input.asOf, find }
  const shown: Shown[] = []
  for (const { question, condition } of plan.questions) {
    const answer = given.get(question.id)
    const visibility = condition === null ? yes : evaluate(condition, context)
    if (visibility === no) {
      if (answer !== undefined) issues.push({ questionId: question.id, code: 'hidden' })
      continue
    }
    const entry = show(question, visibility, answer)
    if (entry.unusable === 'wrong-kind' || entry.unusable === 'unknown-option')
      issues.push({ questionId: question.id, code: entry.unusable })
    byId.set(question.id, entry)
    shown.push(entry)
  }
  issues.push(...strayIssues(input, given, plan.ids))
  return { relationship: input.relationship, asOf: input.asOf, find, plan, shown, issues }
}
