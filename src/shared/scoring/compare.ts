// Compares two assessments, of one party at two times or of two parties, on the questions that mean the same in both. Source: docs/method.md §14.
import type { EvidenceGrade } from '../domain/answer.ts'
import type { DomainId, QuestionId } from '../domain/ids.ts'
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { isSameQuestion } from '../pack/comparable.ts'
import { tierRank, type TierRange } from '../domain/tier.ts'
import { compareFlags, type FlagChange } from './compare-flags.ts'
import { answerStateOf, sameAnswer, type AnswerState } from './compare-answers.ts'
import { domainGap, rangeOf } from './gap.ts'
import type { ScoreInput } from './input.ts'
import type { DomainPlan, Plan } from './plan.ts'
import { severityOf } from './reading.ts'
import type { GapRange, Result } from './result.ts'
import { runOf, type Run } from './run.ts'
import { scoreRun } from './score.ts'

/** The same thing in the first and the second assessment. */
interface Pair<T> {
  readonly first: T
  readonly second: T
}

interface TierChange extends Pair<TierRange> {
  /** Tiers by which the second is worse than the first; negative when it is better. */
  readonly bestSteps: number
  readonly worstSteps: number
}

interface AnswerSide {
  readonly state: AnswerState
  /** As it counts on that assessment's as-of day; null when the question does not show. */
  readonly grade: EvidenceGrade | null
}

/** A question that both ask and that is answered or proved differently. `direction` is that of a practice known in both, else `other`. */
export interface AnswerChange extends Pair<AnswerSide> {
  readonly questionId: QuestionId
  readonly isSameAnswer: boolean
  readonly direction: 'better' | 'worse' | 'other'
}

/** The gap of a domain over the shared questions alone; null where none of them is scored. Differences are second less first, in basis points. */
interface DomainChange extends Pair<GapRange | null> {
  readonly domainId: DomainId
  readonly loBp: number | null
  readonly hiBp: number | null
}

export interface Comparison {
  /** True when nothing below differs. */
  readonly isSame: boolean
  readonly tier: TierChange
  readonly inherent: TierChange
  readonly confidence: Pair<Result['confidence']>
  readonly domains: readonly DomainChange[]
  readonly answers: readonly AnswerChange[]
  readonly flags: readonly FlagChange[]
  /** Questions that only one of the two asks. */
  readonly onlyFirst: readonly QuestionId[]
  readonly onlySecond: readonly QuestionId[]
  /** Questions that both ask, but that mean something else, or stand elsewhere. */
  readonly notComparable: readonly QuestionId[]
  /** Shared questions of different weights: the greater of the two counts for both. */
  readonly reweighed: readonly QuestionId[]
}

interface Side {
  readonly pack: Pack
  readonly run: Run
  readonly result: Result
  readonly asked: ReadonlyMap<string, Question>
}

function sideOf(input: ScoreInput): Side {
  const run = runOf(input)
  return {
    pack: input.pack,
    run,
    result: scoreRun(input, run),
    asked: new Map(run.plan.questions.map(({ question }) => [question.id, question])),
  }
}

/** True when two questions of one id ask the same in the same place, so that an answer to one answers the other. */
export function meansTheSame(one: Question, other: Question): boolean {
  return (
    one.meaning === other.meaning &&
    one.domain === other.domain &&
    one.answer.kind === other.answer.kind &&
    one.gate === other.gate &&
    (one.weight === undefined) === (other.weight === undefined)
  )
}

/** What the two sides share: question id → weight that counts for both (0 for a question without one). */
interface Shared {
  readonly weights: ReadonlyMap<string, number>
  readonly ids: readonly QuestionId[]
  readonly notComparable: readonly QuestionId[]
  readonly reweighed: readonly QuestionId[]
}

function byText(left: string, right: string): number {
  return Number(left > right) - Number(left < right)
}

function sharedOf({ first, second }: Pair<Side>): Shared {
  const both = [...first.asked.values()].flatMap((one) => {
    const other = second.asked.get(one.id)
    return other === undefined ? [] : [{ one, other }]
  })
  const isSame = ({ one, other }: (typeof both)[number]) => isSameQuestion(first.pack, second.pack, one.id) && meansTheSame(one, other)
  const same = both.filter(isSame)
  const idsOf = (pairs: typeof both) => pairs.map(({ one }) => one.id).toSorted(byText)
  return {
    weights: new Map(same.map(({ one, other }) => [one.id, Math.max(one.weight ?? 0, other.weight ?? 0)])),
    ids: idsOf(same),
    notComparable: idsOf(both.filter((pair) => !isSame(pair))),
    reweighed: idsOf(same.filter(({ one, other }) => one.weight !== other.weight)),
  }
}

/** The plan of a domain cut down to the units whose question shows in both runs. */
function cutDown({ domain, units }: DomainPlan, shared: Shared, isShownInBoth: (id: string) => boolean): DomainPlan {
  const weigh = ({ id }: { readonly id: QuestionId }): { id: QuestionId; weight: number }[] => {
    const weight = shared.weights.get(id)
    return weight === undefined ? [] : [{ id, weight }]
  }
  return {
    domain,
    questions: [],
    stateIds: [],
    units: units.flatMap(({ question, children }) =>
      isShownInBoth(question.id) ? weigh(question).map(({ weight }) => ({ question, weight, children: children.flatMap(weigh) })) : [],
    ),
  }
}

function gapsOf(plan: Plan, cut: (domain: DomainPlan) => DomainPlan, run: Run): Map<DomainId, GapRange | null> {
  return new Map(
    plan.domains
      .filter(({ domain }) => domain.kind === 'gap')
      .map((domain) => {
        const gap = domainGap(cut(domain), run.find)
        const range = gap.weightTotal === 0 ? null : rangeOf(gap)
        return [domain.domain.id, range]
      }),
  )
}

function compareDomains({ first, second }: Pair<Side>, shared: Shared): DomainChange[] {
  const isShownInBoth = (id: string) => first.run.find(id) !== undefined && second.run.find(id) !== undefined
  const cut = (plan: DomainPlan) => cutDown(plan, shared, isShownInBoth)
  const ofFirst = gapsOf(first.run.plan, cut, first.run)
  const ofSecond = gapsOf(second.run.plan, cut, second.run)
  return [...new Set([...ofFirst.keys(), ...ofSecond.keys()])].toSorted(byText).map((domainId) => {
    const one = ofFirst.get(domainId) ?? null
    const other = ofSecond.get(domainId) ?? null
    const isInBoth = one !== null && other !== null
    return {
      domainId,
      first: one,
      second: other,
      loBp: isInBoth ? other.loBp - one.loBp : null,
      hiBp: isInBoth ? other.hiBp - one.hiBp : null,
    }
  })
}

function sideOfAnswer(run: Run, questionId: string): AnswerSide {
  const shown = run.find(questionId)
  return { state: answerStateOf(shown), grade: shown?.grade ?? null }
}

function severityIn(run: Run, questionId: string): number | null {
  const shown = run.find(questionId)
  return shown === undefined ? null : severityOf(shown.question.answer, shown.reading)
}

function directionOf({ first, second }: Pair<Side>, questionId: string): AnswerChange['direction'] {
  const one = severityIn(first.run, questionId)
  const other = severityIn(second.run, questionId)
  if (one === null || other === null || one === other) return 'other'
  return other < one ? 'better' : 'worse'
}

function compareAnswers(sides: Pair<Side>, shared: Shared): AnswerChange[] {
  const { first, second } = sides
  return shared.ids.flatMap((questionId) => {
    const one = sideOfAnswer(first.run, questionId)
    const other = sideOfAnswer(second.run, questionId)
    const isSameAnswer = sameAnswer(first.run.find(questionId), second.run.find(questionId))
    if (isSameAnswer && one.grade === other.grade) return []
    return [{ questionId, first: one, second: other, isSameAnswer, direction: directionOf(sides, questionId) }]
  })
}

function tierChange(first: TierRange, second: TierRange): TierChange {
  return {
    first,
    second,
    bestSteps: tierRank(second.best) - tierRank(first.best),
    worstSteps: tierRank(second.worst) - tierRank(first.worst),
  }
}

/** Ids that the first side asks and the second does not. */
function missing(first: Side, second: Side): QuestionId[] {
  return [...first.asked.values()]
    .map((question) => question.id)
    .filter((id) => !second.asked.has(id))
    .toSorted(byText)
}

function isMoved({ bestSteps, worstSteps }: TierChange): boolean {
  return bestSteps !== 0 || worstSteps !== 0
}

function isSame(comparison: Omit<Comparison, 'isSame'>): boolean {
  const { tier, inherent, confidence, domains, answers, flags, onlyFirst, onlySecond, notComparable, reweighed } = comparison
  const lists = [answers, flags, onlyFirst, onlySecond, notComparable, reweighed]
  return (
    !isMoved(tier) &&
    !isMoved(inherent) &&
    confidence.first === confidence.second &&
    lists.every((list) => list.length === 0) &&
    domains.every((domain) => (domain.loBp ?? 0) === 0 && (domain.hiBp ?? 0) === 0)
  )
}

/**
 * What differs, second less first; lists are in the order of their ids, so that the comparison the other way round is its exact mirror.
 * Tiers, confidence and flags are those of each whole assessment with its own pack and as-of day; gaps are worked out again for both over the
 * questions that both ask in the same sense and show, so that a question only one of them has cannot move them.
 */
export function compareAssessments(first: ScoreInput, second: ScoreInput): Comparison {
  const sides = { first: sideOf(first), second: sideOf(second) }
  const shared = sharedOf(sides)
  const { result: one } = sides.first
  const { result: other } = sides.second
  const comparison = {
    tier: tierChange(one.tier, other.tier),
    inherent: tierChange(one.inherent.tier, other.inherent.tier),
    confidence: { first: one.confidence, second: other.confidence },
    domains: compareDomains(sides, shared),
    answers: compareAnswers(sides, shared),
    flags: compareFlags(one, other),
    onlyFirst: missing(sides.first, sides.second),
    onlySecond: missing(sides.second, sides.first),
    notComparable: shared.notComparable,
    reweighed: shared.reweighed,
  }
  return { isSame: isSame(comparison), ...comparison }
}
