// One run of a pack over the given answers: which questions show, what each answer says, what could not be used.
import type { AnswerInput } from '../domain/answer.ts'
import type { Question } from '../domain/question.ts'
import { evaluate, type ConditionContext } from './evaluate.ts'
import type { ScoreInput } from './input.ts'
import { planOf, type Plan } from './plan.ts'
import { open, readAnswer, type Reading, type Unusable } from './reading.ts'
import type { ScoreIssue } from './result.ts'
import { no } from './truth.ts'

/** A question that shows, with what was answered. `answer` is undefined when nothing usable was. */
export interface Shown {
  readonly question: Question
  readonly reading: Reading
  readonly answer: AnswerInput | undefined
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
    given.set(answer.questionId, given.has(answer.questionId) ? contradiction : answer)
  }
  return given
}

function show(question: Question, given: Given | undefined): Shown {
  if (given === undefined) return { question, reading: open, answer: undefined, unusable: null }
  const read = given === contradiction ? 'wrong-kind' : readAnswer(question, given)
  if (given === contradiction || typeof read === 'string') {
    return { question, reading: open, answer: undefined, unusable: typeof read === 'string' ? read : 'wrong-kind' }
  }
  return { question, reading: read, answer: given, unusable: null }
}

function strayIssues(input: ScoreInput, given: ReadonlyMap<string, Given>, asked: ReadonlySet<string>): ScoreIssue[] {
  const strays = [...given.keys()].filter((id) => !asked.has(id)).toSorted((left, right) => (left < right ? -1 : 1))
  return strays.map((questionId) => ({
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
  const context = { relationship: input.relationship, asOf: input.asOf, find: (id: string) => byId.get(id) }
  const shown: Shown[] = []
  const asked = new Set<string>()
  for (const { question, condition } of plan.questions) {
    asked.add(question.id)
    const answer = given.get(question.id)
    if (condition !== null && evaluate(condition, context) === no) {
      if (answer !== undefined) issues.push({ questionId: question.id, code: 'hidden' })
      continue
    }
    const entry = show(question, answer)
    if (entry.unusable === 'wrong-kind' || entry.unusable === 'unknown-option') issues.push({ questionId: question.id, code: entry.unusable })
    byId.set(question.id, entry)
    shown.push(entry)
  }
  return { ...context, plan, shown, issues: [...issues, ...strayIssues(input, given, asked)] }
}
