// What to act on: one finding for each bad, partly or open practice and each standing floor, most pressing first. Source: docs/method.md §11.
import type { QuestionId } from '../domain/ids.ts'
import { tierRank } from '../domain/tier.ts'
import { share } from './apportion.ts'
import type { StandingFloor } from './flags.ts'
import { membersOf, type UnitPoints } from './gap.ts'
import { severityOf } from './reading.ts'
import type { DomainResult, Finding, FindingAnswer } from './result.ts'
import type { Run, Shown } from './run.ts'
import { yes } from './truth.ts'

interface Points {
  readonly loBp: number
  readonly hiBp: number
}

const noPoints: Points = { loBp: 0, hiBp: 0 }

/** Splits what a unit contributes between its gate and its children, exactly. */
function addPoints(points: Map<string, Points>, { scored, loBp, hiBp }: UnitPoints): void {
  if (scored.children.length === 0) {
    points.set(scored.unit.question.id, { loBp, hiBp })
    return
  }
  const lo = share(membersOf(scored), (member) => member.lo, loBp)
  const both = share(lo, ({ item }) => item.hi, hiBp)
  for (const { item, bp } of both) points.set(item.item.id, { loBp: item.bp, hiBp: bp })
}

/** Question id → what it adds to the gap of its domain. A unit that adds nothing has no finding and is left out. */
function pointsOf(domains: readonly ScoredDomain[]): Map<string, Points> {
  const points = new Map<string, Points>()
  for (const domain of domains) {
    for (const unit of domain.points) if (unit.loBp > 0 || unit.hiBp > 0) addPoints(points, unit)
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
  const add = (map: Map<string, StandingFloor[]>, id: string, floor: StandingFloor) => {
    const known = map.get(id)
    if (known === undefined) map.set(id, [floor])
    else known.push(floor)
  }
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
  const own = index.ofQuestion.get(question.id)
  const answer = answerOf(shown)
  if (answer === null && own === undefined) return null
  const combined = index.looksAt.get(question.id)
  const { loBp, hiBp } = points.get(question.id) ?? noPoints
  return {
    id: question.id,
    questionId: question.id,
    domainId: question.domain,
    answer: answer ?? shown.openness ?? 'fact',
    evidenceGrade: shown.grade,
    loBp,
    hiBp,
    flags: own === undefined && combined === undefined ? [] : [...(own ?? []), ...(combined ?? [])].map(printedFloor),
    helpIds: [question.id],
  }
}

/** The shown questions a combination looks at that are not answered well, in the order of its conditions: where to begin. */
function beginnings({ rule }: StandingFloor, run: Run): QuestionId[] {
  return [...rule.looksAt].flatMap((id) => {
    const shown = run.find(id)
    return shown === undefined || severityOf(shown.question.answer, shown.reading) === 0 ? [] : [shown.question.id]
  })
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
  let rank = 4
  for (const { ruleId, level, state } of finding.flags) {
    if (ruleId === finding.id) rank = Math.min(rank, (level === 'stop' ? 0 : 2) + (state === 'fired' ? 0 : 1))
  }
  return rank
}

const answerRanks = { none: 0, fact: 1, bad: 2, partly: 3, unusable: 4, blank: 4, unknown: 4, declined: 4 } as const satisfies Record<
  FindingAnswer,
  number
>

interface ScoredDomain {
  readonly result: DomainResult
  readonly points: readonly UnitPoints[]
}

export interface FindingsInput {
  readonly run: Run
  readonly domains: readonly ScoredDomain[]
  readonly floors: readonly StandingFloor[]
}

/**
 * All findings: floors first (a fired STOP, an open one, a fired High floor, an open one), because a floor holds whatever else is mended;
 * then by the worst tier of the domain, because the worst domain sets the tier; then by the points added to it; then what is known
 * to be bad before what is open; then pack order, combinations and screening last.
 */
export function findingsOf({ run, domains, floors }: FindingsInput): Finding[] {
  const index = indexOf(floors)
  const points = pointsOf(domains)
  const tierOf = new Map<string, number>()
  for (const { result } of domains) if (result.residual !== null) tierOf.set(result.domainId, tierRank(result.residual.worst))
  const found: Finding[] = []
  for (const shown of run.shown) {
    const finding = findingOfQuestion(shown, index, points)
    if (finding !== null) found.push(finding)
  }
  for (const floor of index.free) found.push(findingOfFloor(floor, run))
  return found
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
