// The inherent tier: how much harm the relationship could do before any safeguard. Source: docs/method.md §2.
import type { AnswerType, Axis, Option, Question, RankRule } from '../domain/question.ts'
import type { Tier } from '../domain/tier.ts'
import { evaluate } from './evaluate.ts'
import { severityOf, type KnownValue } from './reading.ts'
import type { FactRank, Inherent, RankRange } from './result.ts'
import type { Run, Shown } from './run.ts'
import { inherentTier } from './tables.ts'
import { and, maybe, no, truthOf, yes, type Truth } from './truth.ts'

type Jewels = readonly { readonly id: string; readonly impact: number }[]

/** What the rank of a fact may depend on. */
export interface FactContext {
  readonly run: Run
  readonly jewels: Jewels
}

const highestRank = 4
const none: RankRange = { best: 1, worst: 1 }

function highest(ranges: readonly RankRange[]): RankRange {
  return ranges.reduce((top, range) => ({ best: Math.max(top.best, range.best), worst: Math.max(top.worst, range.worst) }), none)
}

/** The rank of an option; without a count, the best case is below its threshold and the worst above. */
function optionRank(option: Option, count: number | null): RankRange {
  const below = option.rank ?? 1
  const above = option.rankAbove ?? below
  if (count === null) return { best: below, worst: above }
  const rank = count > (option.thresholdCount ?? Infinity) ? above : below
  return { best: rank, worst: rank }
}

const noCounts: ReadonlyMap<string, number> = new Map()

/** The count of each option, by id. A map, because an option may be called `constructor`. */
function countsOf(question: Question, run: Run): ReadonlyMap<string, number> {
  const counting = run.plan.countedIn.get(question.id)
  const seen = counting === undefined ? undefined : run.find(counting)
  return seen?.reading.state === 'known' && seen.reading.value.kind === 'counts'
    ? new Map(Object.entries(seen.reading.value.counts))
    : noCounts
}

/** Lowest and highest rank that any answer could give. */
function rankIfOpen(type: AnswerType): RankRange {
  if (type.kind === 'jewels') return { best: 1, worst: highestRank }
  if (type.kind !== 'choice' && type.kind !== 'several') return none
  const ranges = type.options.map((option) => optionRank(option, null))
  const bonus = type.kind === 'several' && type.breadthBonusFrom !== undefined ? 1 : 0
  return {
    best: Math.min(...ranges.map((range) => range.best)),
    worst: Math.min(highestRank, Math.max(...ranges.map((range) => range.worst)) + bonus),
  }
}

function severalRank(
  type: Extract<AnswerType, { kind: 'several' }>,
  chosen: readonly string[],
  counts: ReadonlyMap<string, number>,
): RankRange {
  const options = type.options.filter((option) => chosen.includes(option.id))
  const top = highest(options.map((option) => optionRank(option, counts.get(option.id) ?? null)))
  // "None of these" never stands beside another option, so it cannot count as breadth.
  const bonus = options.length >= (type.breadthBonusFrom ?? Infinity) ? 1 : 0
  return { best: Math.min(highestRank, top.best + bonus), worst: Math.min(highestRank, top.worst + bonus) }
}

function jewelRank(id: string, jewels: Jewels): RankRange {
  const jewel = jewels.find((one) => one.id === id)
  return jewel === undefined ? { best: 1, worst: highestRank } : { best: jewel.impact, worst: jewel.impact }
}

function rankIfKnown(question: Question, value: KnownValue, { run, jewels }: FactContext): RankRange {
  if (value.kind === 'jewels') return highest(value.jewelIds.map((id) => jewelRank(id, jewels)))
  const type = question.answer
  if (value.kind === 'several' && type.kind === 'several') return severalRank(type, value.options, countsOf(question, run))
  if (value.kind === 'choice' && type.kind === 'choice') {
    return highest(type.options.filter((option) => option.id === value.option).map((option) => optionRank(option, null)))
  }
  return none
}

function axisOf(type: AnswerType): Axis | undefined {
  return 'axis' in type ? type.axis : undefined
}

/** Whether a rank rule holds: on a practice its answer must be bad as well. */
function ruleHolds(shown: Shown, rule: RankRule, run: Run): Truth {
  const when = rule.when === undefined ? yes : evaluate(rule.when, run)
  if (shown.question.answer.kind !== 'practice') return when
  const severity = severityOf(shown.question.answer, shown.reading)
  return and(severity === null ? maybe : truthOf(severity === 2), when)
}

const axes: readonly Axis[] = ['impact', 'exposure']

/** The ranks that one shown question gives, per axis. Nothing when it is not applicable. */
export function factRanksOf(shown: Shown, context: FactContext): FactRank[] {
  const { question, reading, visibility } = shown
  const axis = axisOf(question.answer)
  if (reading.state === 'not-applicable' || (axis === undefined && question.ranks.length === 0)) return []
  const own = reading.state === 'known' ? rankIfKnown(question, reading.value, context) : rankIfOpen(question.answer)
  const facts: FactRank[] = []
  for (const one of axes) {
    const range = highestOnAxis(shown, { axis: one, own: axis === one ? own : null }, context.run)
    if (range !== null) facts.push({ questionId: question.id, axis: one, best: visibility === yes ? range.best : 1, worst: range.worst })
  }
  return facts
}

/** The highest of a question's own rank on an axis and those of its rules; null when it has neither. */
function highestOnAxis(shown: Shown, { axis, own }: { readonly axis: Axis; readonly own: RankRange | null }, run: Run): RankRange | null {
  let range = own
  for (const rule of shown.question.ranks) {
    if (rule.axis !== axis) continue
    const truth = ruleHolds(shown, rule, run)
    const { best, worst } = range ?? none
    range = { best: Math.max(best, truth === yes ? rule.rank : 1), worst: Math.max(worst, truth === no ? 1 : rule.rank) }
  }
  return range
}

/** The rank of an axis: the highest of its facts, 1 when it has none. */
function axisRank(facts: readonly FactRank[], axis: Axis): RankRange {
  return highest(facts.filter((fact) => fact.axis === axis))
}

/** Worst inherent tier of a list of facts. */
export function worstInherent(facts: readonly FactRank[]): Tier {
  return inherentTier(axisRank(facts, 'impact').worst, axisRank(facts, 'exposure').worst)
}

/**
 * Impact and exposure, 1–4 each, for the best and the worst case, the tier they give and the facts behind them.
 * An unknown fact is the lowest rank its answers allow in the best case and the highest in the worst.
 */
export function inherentOf(run: Run, jewels: Jewels): Inherent {
  const context = { run, jewels }
  const facts: FactRank[] = []
  for (const shown of run.shown) for (const fact of factRanksOf(shown, context)) facts.push(fact)
  const impact = axisRank(facts, 'impact')
  const exposure = axisRank(facts, 'exposure')
  return {
    impact,
    exposure,
    tier: { best: inherentTier(impact.best, exposure.best), worst: inherentTier(impact.worst, exposure.worst) },
    facts,
  }
}
