// What a pack asks in one relationship and profile, worked out once per pack: questions, conditions, gate groups.
import type { Condition } from '../domain/condition.ts'
import type { QuestionId } from '../domain/ids.ts'
import type { Domain, Pack } from '../domain/pack.ts'
import type { Flag, Question } from '../domain/question.ts'
import type { Day } from '../domain/time.ts'
import type { Profile, RelationshipKind } from '../domain/relationship.ts'
import { questionsIn } from './leaves.ts'

/** A scored question of a gap domain with the children that share its weight. */
export interface Unit {
  readonly question: Question
  readonly weight: number
  readonly children: readonly { readonly id: QuestionId; readonly weight: number }[]
}

export interface DomainPlan {
  readonly domain: Domain
  readonly questions: readonly Question[]
  /** The questions that make the domain's state: in a gap domain those with a weight, else all. */
  readonly stateIds: readonly QuestionId[]
  readonly units: readonly Unit[]
}

export interface Plan {
  /** Questions of the run in pack order, each with the condition under which it shows. */
  readonly questions: readonly { readonly question: Question; readonly condition: Condition | null }[]
  readonly ids: ReadonlySet<string>
  /** Ids of the whole pack, asked here or not. */
  readonly packIds: ReadonlySet<string>
  /** Domains with at least one question in the run, in pack order. */
  readonly domains: readonly DomainPlan[]
  /** Question id → the question in which its options are counted. */
  readonly countedIn: ReadonlyMap<string, string>
  /** Question of counts → the options it may count. */
  readonly countable: ReadonlyMap<string, ReadonlySet<string>>
  /** Flags of asked questions in pack order, then combinations. */
  readonly floors: readonly FloorRule[]
  /** Question id → asked questions whose rank depends on it by a condition. */
  readonly rankedBy: ReadonlyMap<string, ReadonlySet<string>>
}

/** A floor under the tier: a flag of a question, or a combination of answers (`questionId` null). */
export interface FloorRule {
  readonly ruleId: string
  readonly questionId: QuestionId | null
  readonly level: Flag['level']
  readonly reason: string
  /** Its sources with the last day before each is due for a check. */
  readonly checks: readonly { readonly sourceId: string; readonly verifyBy: Day }[]
  readonly when: Condition
  readonly unresolvedWhen: Condition
  readonly looksAt: ReadonlySet<string>
  /** The first day after which one of its sources is due for a check. */
  readonly dueAfter: Day
}

/** True when the question belongs to a run in this relationship and profile. */
export function isAsked(question: Question, relationship: RelationshipKind, profile: Profile): boolean {
  const isForThem = question.audience.includes('organization') || question.audience.includes(relationship)
  return isForThem && (profile === 'full' || question.isLite)
}

/** The condition under which a question shows: its gate is not good, and its own condition. Null means always. */
export function visibilityOf(question: Question): Condition | null {
  const own = question.shownIf ?? null
  if (question.gate === undefined) return own
  const gate = { notGood: question.gate }
  return own === null ? gate : { all: [gate, own] }
}

function planDomain(domain: Domain, asked: readonly Question[]): DomainPlan {
  const questions = asked.filter((question) => question.domain === domain.id)
  const units = questions.flatMap((question) => {
    if (domain.kind !== 'gap' || question.weight === undefined || question.gate !== undefined) return []
    const children = questions.flatMap((child) =>
      child.gate === question.id && child.weight !== undefined ? [{ id: child.id, weight: child.weight }] : [],
    )
    return [{ question, weight: question.weight, children }]
  })
  const stateIds = questions.filter((question) => domain.kind !== 'gap' || question.weight !== undefined).map((question) => question.id)
  return { domain, questions, stateIds, units }
}

/** A condition that never holds. */
export const never: Condition = { any: [] }

const lastDay = '9999-12-31'

type FloorDraft = Omit<FloorRule, 'looksAt' | 'dueAfter' | 'checks'> & { readonly sources: readonly string[] }

function floorsOf(pack: Pack, asked: readonly Question[]): FloorRule[] {
  const floor = ({ sources, ...rule }: FloorDraft): FloorRule => {
    const checks = pack.sources.filter((source) => sources.includes(source.id)).map(({ id, verifyBy }) => ({ sourceId: id, verifyBy }))
    return {
      ...rule,
      checks,
      dueAfter: checks.reduce((first, { verifyBy }) => (verifyBy < first ? verifyBy : first), lastDay),
      looksAt: new Set([...questionsIn(rule.when), ...questionsIn(rule.unresolvedWhen)]),
    }
  }
  const flags = asked.flatMap(({ id, flags: own }) =>
    own.map(({ level, reason, sources, when, unresolvedWhen }) =>
      floor({ ruleId: id, questionId: id, level, reason, sources, when: when ?? { bad: id }, unresolvedWhen: unresolvedWhen ?? never }),
    ),
  )
  const combined = pack.combinations.map(({ id, level, reason, sources, when }) =>
    floor({ ruleId: id, questionId: null, level, reason, sources, when, unresolvedWhen: never }),
  )
  return [...flags, ...combined]
}

function rankedByOf(asked: readonly Question[]): Map<string, Set<string>> {
  const rankedBy = new Map<string, Set<string>>()
  for (const { id, ranks } of asked) {
    for (const looked of ranks.flatMap((rule) => [...questionsIn(rule.when ?? never)])) {
      rankedBy.set(looked, new Set(rankedBy.get(looked)).add(id))
    }
  }
  return rankedBy
}

function makePlan(pack: Pack, relationship: RelationshipKind, profile: Profile): Plan {
  const asked = pack.questions.filter((question) => isAsked(question, relationship, profile))
  const countedIn = new Map<string, string>()
  const countable = new Map<string, ReadonlySet<string>>()
  for (const { id, answer } of asked) {
    if (answer.kind !== 'counts') continue
    countedIn.set(answer.of, id)
    const counted = pack.questions.flatMap((question) =>
      question.id === answer.of && 'options' in question.answer ? question.answer.options : [],
    )
    countable.set(id, new Set(counted.map((option) => option.id)))
  }
  return {
    questions: asked.map((question) => ({ question, condition: visibilityOf(question) })),
    ids: new Set(asked.map((question) => question.id)),
    packIds: new Set(pack.questions.map((question) => question.id)),
    domains: pack.domains.map((domain) => planDomain(domain, asked)).filter((plan) => plan.questions.length > 0),
    countedIn,
    countable,
    floors: floorsOf(pack, asked),
    rankedBy: rankedByOf(asked),
  }
}

const plans = new WeakMap<Pack, Map<string, Plan>>()

/** The plan of a run; the same pack object always gives the same plan, so it is made once. */
export function planOf(pack: Pack, relationship: RelationshipKind, profile: Profile): Plan {
  const ofPack = plans.get(pack) ?? new Map<string, Plan>()
  plans.set(pack, ofPack)
  const key = `${relationship}/${profile}`
  const plan = ofPack.get(key) ?? makePlan(pack, relationship, profile)
  ofPack.set(key, plan)
  return plan
}
