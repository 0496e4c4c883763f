// What a pack asks in one relationship and profile, worked out once per pack: questions, conditions, gate groups.
import type { Condition } from '../domain/condition.ts'
import type { QuestionId } from '../domain/ids.ts'
import type { Domain, Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import type { Profile, RelationshipKind } from '../domain/relationship.ts'

/** A scored question of a gap domain with the children that share its weight. */
export interface Unit {
  readonly question: Question
  readonly weight: number
  readonly children: readonly { readonly id: QuestionId; readonly weight: number }[]
}

export interface DomainPlan {
  readonly domain: Domain
  readonly questions: readonly Question[]
  readonly units: readonly Unit[]
}

export interface Plan {
  /** Questions of the run in pack order, each with the condition under which it shows. */
  readonly questions: readonly { readonly question: Question; readonly condition: Condition | null }[]
  /** Domains with at least one question in the run, in pack order. */
  readonly domains: readonly DomainPlan[]
  /** Question id → the question in which its options are counted. */
  readonly countedIn: ReadonlyMap<string, string>
  readonly sourceVerifyBy: ReadonlyMap<string, string>
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
  return { domain, questions, units }
}

function makePlan(pack: Pack, relationship: RelationshipKind, profile: Profile): Plan {
  const asked = pack.questions.filter((question) => isAsked(question, relationship, profile))
  const countedIn = new Map<string, string>()
  for (const question of asked) {
    if (question.answer.kind === 'counts') countedIn.set(question.answer.of, question.id)
  }
  return {
    questions: asked.map((question) => ({ question, condition: visibilityOf(question) })),
    domains: pack.domains.map((domain) => planDomain(domain, asked)).filter((plan) => plan.questions.length > 0),
    countedIn,
    sourceVerifyBy: new Map(pack.sources.map((source) => [source.id, source.verifyBy])),
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
