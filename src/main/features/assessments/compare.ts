// Compares two assessments of the vault: signed ones as they were signed, drafts as they stand.
import type { ComparedAssessments, ComparedSide } from '#shared/contract/comparison.ts'
import type { Assessment } from '#shared/domain/assessment.ts'
import type { Answer } from '#shared/domain/answer.ts'
import type { CrownJewel } from '#shared/domain/crown-jewel.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { Pack } from '#shared/domain/pack.ts'
import { type Comparison, compareAssessments } from '#shared/scoring/compare.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import type { Result } from '#shared/scoring/result.ts'
import { findAssessment, findPack, readAnswers, readSignedDocument, resultOf, scoreInputOf } from '#main/records/assessment.ts'
import { readCrownJewels } from '#main/records/organization.ts'
import { findThirdParty } from '#main/records/third-party.ts'
import type { Store } from '#main/store/store.ts'
import { type FeatureContext, requireStore } from '../feature-context.ts'

interface Side {
  readonly assessment: Assessment
  readonly pack: Pack
  readonly input: ScoreInput
  readonly answers: readonly Answer[]
  readonly result: Result
  readonly jewels: readonly CrownJewel[]
  readonly thirdPartyName: string
}

function readSide(context: FeatureContext, store: Store, id: AssessmentId): Side {
  const assessment = findAssessment(store, id)
  const pack = findPack(store, context.packs, assessment)
  const signed = store.first(readSignedDocument, { id })?.document
  // Crown jewels may change after a signature; what was signed is compared with what it was signed with.
  const jewels = signed?.crownJewels ?? store.all(readCrownJewels)
  const input = signed === undefined ? scoreInputOf(store, assessment, pack) : { ...signed, pack, jewels }
  const thirdPartyName = signed?.thirdParty.legalName ?? findThirdParty(store, assessment.thirdPartyId).legalName
  const answers = store.all(readAnswers, { id })
  return { assessment, pack, input, answers, jewels, result: resultOf(store, assessment, pack), thirdPartyName }
}

function describe(side: Side, { answers, flags, onlyFirst, onlySecond, notComparable, reweighed }: Comparison): ComparedSide {
  const changed = new Set<string>(answers.map((change) => change.questionId))
  const named = new Set<string>([...changed, ...onlyFirst, ...onlySecond, ...notComparable, ...reweighed])
  const rules = new Set(flags.map((change) => change.ruleId))
  const standing = [...side.result.clearFlags, ...side.result.flags].filter((flag) => rules.has(flag.ruleId))
  return {
    assessment: side.assessment,
    thirdPartyName: side.thirdPartyName,
    packTitle: side.pack.title,
    questions: side.pack.questions.filter((question) => named.has(question.id)),
    answers: side.answers.filter((answer) => changed.has(answer.questionId)),
    reasons: Object.fromEntries(standing.map((flag) => [flag.ruleId, flag.reason])),
  }
}

function mutable(comparison: Comparison): ComparedAssessments['comparison'] {
  const { domains, answers, flags, onlyFirst, onlySecond, notComparable, reweighed, ...rest } = comparison
  return {
    ...rest,
    domains: [...domains],
    answers: [...answers],
    flags: [...flags],
    onlyFirst: [...onlyFirst],
    onlySecond: [...onlySecond],
    notComparable: [...notComparable],
    reweighed: [...reweighed],
  }
}

/** What differs in the second when seen from the first; refuses with `not-found`. */
export function compareTwo(
  context: FeatureContext,
  ids: { readonly firstId: AssessmentId; readonly secondId: AssessmentId },
): ComparedAssessments {
  const store = requireStore(context)
  const first = readSide(context, store, ids.firstId)
  const second = readSide(context, store, ids.secondId)
  const comparison = compareAssessments(first.input, second.input)
  return {
    first: describe(first, comparison),
    second: describe(second, comparison),
    domainTitles: Object.fromEntries([...first.pack.domains, ...second.pack.domains].map(({ id, title }) => [id, title])),
    jewelNames: Object.fromEntries([...first.jewels, ...second.jewels].map(({ id, name }) => [id, name])),
    comparison: mutable(comparison),
  }
}
