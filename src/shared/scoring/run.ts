// One run of a pack over the given answers: which questions show, what each answer says, what could not be used.
import type { AnswerInput, EvidenceGrade } from '../domain/answer.ts'
import type { Question } from '../domain/question.ts'
import type { Day } from '../domain/time.ts'
import { evaluate, type ConditionContext } from './evaluate.ts'
import { effectiveGrade, hasExpired } from './evidence.ts'
import type { ScoreInput } from './input.ts'
import { planOf, type Plan } from './plan.ts'
import { open, readAnswer, type Reading } from './reading.ts'
import type { ScoreIssue } from './result.ts'
import { no, yes, type Truth } from './truth.ts'

type IssueCode = ScoreIssue['code']

/** How an open answer came to be open. */
export type Openness = 'blank' | 'unknown' | 'declined' | 'unusable'

/** A question that shows, with what was answered. Evidence for an open answer proves nothing: its grade is U. */
export interface Shown {
  readonly question: Question
  readonly reading: Reading
  /** Yes, or maybe when an open answer decides whether the question applies at all; its floors and ranks are then unresolved. */
  readonly visibility: Truth
  /** True when something usable was answered, Unknown, Declined and N/A included. */
  readonly isAnswered: boolean
  /** As it counts on the as-of day: one lower than given when the evidence has expired. */
  readonly grade: EvidenceGrade
  readonly hasExpiredEvidence: boolean
  /** Null when the answer is known or not applicable. */
  readonly openness: Openness | null
  readonly unusable: IssueCode | null
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

function unread(question: Question, visibility: Truth, unusable: IssueCode | null): Shown {
  const openness = unusable === null ? 'blank' : 'unusable'
  return { question, reading: open, visibility, isAnswered: false, grade: 'U', hasExpiredEvidence: false, openness, unusable }
}

function opennessOf(reading: Reading, given: AnswerInput): Openness | null {
  if (reading.state !== 'open') return null
  return given.value.kind === 'declined' ? 'declined' : 'unknown'
}

/** What of the counts names nothing that the counted question offers. */
function countsStrangers(question: Question, given: AnswerInput, plan: Plan): boolean {
  const { value } = given
  if (value.kind !== 'counts') return false
  const offered = plan.countable.get(question.id)
  return Object.keys(value.counts).some((option) => offered?.has(option) !== true)
}

function show({ question, visibility }: Pick<Shown, 'question' | 'visibility'>, given: Given | undefined, context: ShowContext): Shown {
  if (given === undefined) return unread(question, visibility, null)
  if (given === contradiction) return unread(question, visibility, 'answered-twice')
  const read = readAnswer(question, given)
  if (typeof read === 'string') return unread(question, visibility, read)
  if (countsStrangers(question, given, context.plan)) return unread(question, visibility, 'unknown-option')
  const isKnown = read.state === 'known'
  return {
    question,
    reading: read,
    visibility,
    isAnswered: true,
    grade: isKnown ? effectiveGrade(given, context.asOf) : 'U',
    hasExpiredEvidence: isKnown && hasExpired(given, context.asOf),
    openness: opennessOf(read, given),
    unusable: null,
  }
}

interface ShowContext {
  readonly plan: Plan
  readonly asOf: Day
}

function issue(questionId: string, code: IssueCode): ScoreIssue {
  return { questionId, path: `answers.${questionId}`, code }
}

function strayIssues(given: ReadonlyMap<string, Given>, plan: Plan): ScoreIssue[] {
  const strays: string[] = []
  for (const id of given.keys()) if (!plan.ids.has(id)) strays.push(id)
  return strays
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map((questionId) => issue(questionId, plan.packIds.has(questionId) ? 'not-asked' : 'unknown-question'))
}

/** Counts of kinds that were not chosen, so that they rank nothing: kept, and listed with their place. */
function hiddenCounts({ question, reading }: Shown, find: Run['find']): ScoreIssue[] {
  if (question.answer.kind !== 'counts' || reading.state !== 'known' || reading.value.kind !== 'counts') return []
  const of = find(question.answer.of)?.reading
  if (of?.state !== 'known' || of.value.kind !== 'several') return []
  const { options } = of.value
  return Object.entries(reading.value.counts)
    .filter(([option, count]) => count > 0 && !options.includes(option))
    .map(([option]) => ({ questionId: question.id, path: `answers.${question.id}.counts.${option}`, code: 'hidden' }))
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
  const context = { relationship: input.relationship, asOf: input.asOf, find, plan }
  const shown: Shown[] = []
  for (const { question, condition } of plan.questions) {
    const answer = given.get(question.id)
    const visibility = condition === null ? yes : evaluate(condition, context)
    if (visibility === no) {
      if (answer !== undefined) issues.push(issue(question.id, 'hidden'))
      continue
    }
    const entry = show({ question, visibility }, answer, context)
    if (entry.unusable !== null) issues.push(issue(question.id, entry.unusable))
    issues.push(...hiddenCounts(entry, find))
    byId.set(question.id, entry)
    shown.push(entry)
  }
  issues.push(...strayIssues(given, plan))
  return { ...context, shown, issues }
}
