// What to act on: one finding for each bad, partly or open practice and each standing floor, most pressing first. Source: docs/method.md §11.
import type { QuestionId } from '../domain/ids.ts'
import { tierRank } from '../domain/tier.ts'
import { share } from './apportion.ts'
import type { StandingFloor } from './flags.ts'
import { groupParts, type DomainGap, type ScoredUnit } from './gap.ts'
import { severityOf } from './reading.ts'
import type { DomainResult, Finding, FindingAnswer } from './result.ts'
import type { Run, Shown } from './run.ts'
import { yes } from './truth.ts'

interface Points {
  readonly loBp: number
  readonly hiBp: number
}

const noPoints: Points = { loBp: 0, hiBp: 0 }

/** What the gate and each child of a unit add to their domain; together exactly what the unit contributes. */
function pointsOfUnit(scored: ScoredUnit, contribution: Points): (readonly [string, Points])[] {
  if (scored.children.length === 0) return [[scored.unit.question.id, contribution]]
  const lo = share(groupParts(scored, 'lo'), contribution.loBp)
  const hi = share(groupParts(scored, 'hi'), contribution.hiBp)
  const ids = [scored.unit.question.id, ...scored.children.map((child) => child.id)]
  return ids.map((id, index) => [id, { loBp: lo[index] ?? 0, hiBp: hi[index] ?? 0 }])
}

function pointsOf(gaps: readonly DomainGap[], domains: readonly DomainResult[]): Map<string, Points> {
  const points = new Map<string, Points>()
  for (const [at, gap] of gaps.entries()) {
    const contributions = domains[at]?.contributions ?? []
    for (const [index, scored] of gap.units.entries()) {
      // A unit that adds nothing has no finding, so nothing needs to be shared out.
      if (scored.hi === 0) continue
      for (const [id, one] of pointsOfUnit(scored, contributions[index] ?? noPoints)) points.set(id, one)
    }
  }
  return points
}

function answerOf({ question, reading, openness }: Shown): FindingAnswer | null {
  if (question.answer.kind !== 'practice') return null
  if (openness !== null) return openness
  const severity = severityOf(question.answer, reading)
  if (severity === 2) return 'bad'
  return severity === 1 ? 'partly' : null
}

/** Standing floors by what they belong to, in the order they are listed. */
interface FloorIndex {
  readonly ofQuestion: ReadonlyMap<string, readonly StandingFloor[]>
  readonly looksAt: ReadonlyMap<string, readonly StandingFloor[]>
  readonly free: readonly StandingFloor[]
}

function indexOf(floors: readonly StandingFloor[]): FloorIndex {
  const ofQuestion = new Map<string, StandingFloor[]>()
  const looksAt = new Map<string, StandingFloor[]>()
  const free: StandingFloor[] = []
  const add = (map: Map<string, StandingFloor[]>, id: string, floor: StandingFloor) => map.set(id, [...(map.get(id) ?? []), floor])
  for (const floor of floors) {
    if (floor.rule.questionId !== null) {
      add(ofQuestion, floor.rule.questionId, floor)
      continue
    }
    free.push(floor)
    for (const id of floor.rule.looksAt) add(looksAt, id, floor)
  }
  return { ofQuestion, looksAt, free }
}

function printedFloor({ rule, truth }: StandingFloor): Finding['flags'][number] {
  return { ruleId: rule.ruleId, level: rule.level, state: truth === yes ? 'fired' : 'unresolved' }
}

function findingOfQuestion(shown: Shown, index: FloorIndex, points: ReadonlyMap<string, Points>): Finding | null {
  const { question } = shown
  const own = index.ofQuestion.get(question.id) ?? []
  const answer = answerOf(shown)
  if (answer === null && own.length === 0) return null
  const { loBp, hiBp } = points.get(question.id) ?? noPoints
  return {
    id: question.id,
    questionId: question.id,
    domainId: question.domain,
    answer: answer ?? shown.openness ?? 'fact',
    evidenceGrade: shown.grade,
    loBp,
    hiBp,
    flags: [...own, ...(index.looksAt.get(question.id) ?? [])].map(printedFloor),
    helpIds: [question.id],
  }
}

/** The shown questions a combination looks at that are not answered well, in pack order: where to begin. */
function beginnings({ rule }: StandingFloor, run: Run): QuestionId[] {
  const isGood = (shown: Shown) => severityOf(shown.question.answer, shown.reading) === 0
  return run.shown.filter((shown) => rule.looksAt.has(shown.question.id) && !isGood(shown)).map((shown) => shown.question.id)
}

function findingOfFloor(floor: StandingFloor, run: Run): Finding {
  return {
    id: floor.rule.ruleId,
    questionId: null,
    domainId: null,
    answer: 'none',
    evidenceGrade: null,
    ...noPoints,
    flags: [printedFloor(floor)],
    helpIds: beginnings(floor, run),
  }
}

/** 0 a fired STOP, 1 an open one, 2 a fired High floor, 3 an open one, 4 none. A combination that only looks at the question does not count. */
function floorRank(finding: Finding): number {
  const own = finding.flags.filter((flag) => flag.ruleId === finding.id)
  return Math.min(4, ...own.map((flag) => (flag.level === 'stop' ? 0 : 2) + (flag.state === 'fired' ? 0 : 1)))
}

const answerRanks = { none: 0, fact: 1, bad: 2, partly: 3, unusable: 4, blank: 4, unknown: 4, declined: 4 } as const satisfies Record<
  FindingAnswer,
  number
>

export interface FindingsInput {
  readonly run: Run
  readonly gaps: readonly DomainGap[]
  readonly domains: readonly DomainResult[]
  readonly floors: readonly StandingFloor[]
}

/**
 * All findings: floors first (a fired STOP, an open one, a fired High floor, an open one), because a floor holds whatever else is mended;
 * then by the worst tier of the domain, because the worst domain sets the tier; then by the points added to it; then what is known
 * to be bad before what is open; then pack order, combinations and screening last.
 */
export function findingsOf({ run, gaps, domains, floors }: FindingsInput): Finding[] {
  const index = indexOf(floors)
  const points = pointsOf(gaps, domains)
  const tierOf = new Map<string, number>(domains.map((one) => [one.domainId, one.residual === null ? 0 : tierRank(one.residual.worst)]))
  const ofQuestions = run.shown.flatMap((shown) => findingOfQuestion(shown, index, points) ?? [])
  const ofFloors = index.free.map((floor) => findingOfFloor(floor, run))
  return [...ofQuestions, ...ofFloors]
    .map((finding) => ({ finding, floor: floorRank(finding), tier: tierOf.get(finding.domainId ?? '') ?? 0 }))
    .toSorted(
      (one, two) =>
        one.floor - two.floor ||
        two.tier - one.tier ||
        two.finding.hiBp - one.finding.hiBp ||
        answerRanks[one.finding.answer] - answerRanks[two.finding.answer],
    )
    .map(({ finding }) => finding)
}
