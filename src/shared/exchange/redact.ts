// Makes the assessment that the third party may see, and proves what is left in it of what was taken out.
import type { Answer } from '../domain/answer.ts'
import type { AssessmentDocument } from '../domain/assessment-document.ts'
import type { Pack } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import type { DomainResult } from '../scoring/result.ts'
import { RedactedDocument, type ShownAnswer } from './redacted-document.ts'
import { masked, needlesOf, type RemovedText, type Trace, tracesIn } from './traces.ts'

export interface Redaction {
  readonly document: RedactedDocument
  /** Removed texts that also stand where they belong, such as in the third party's own name, or that are too short to tell. A person looks at them before sending. */
  readonly traces: readonly Trace[]
}

const leftOut = [
  'notes on answers and on the third party',
  'crown jewels',
  'answers, gaps and flags about the organization itself, and the inherent tier',
  'answers and flags on restricted parties, and rules over several answers',
  'reasons and countersignatures of N/A',
  'the reasons for the decision and who decided, reviewed and signed',
  'findings of one’s own, what is done about findings and conditions, and by whom',
  'the files that prove answers',
  'comments on answers that are left out, and who made the comments',
  'why an earlier assessment was replaced',
  'the organization’s activity and contact',
  'screening against lists, and the audit chain',
]

/** Texts inside an answer's value. */
function textsIn(value: unknown, path: string): RemovedText[] {
  if (typeof value === 'string') return [{ from: path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

/** What a person typed in an answer that is left out whole; its kind, options and codes are the pack's words and not theirs. */
function typedIn({ value }: Answer, path: string): RemovedText[] {
  if (value.kind === 'text') return [{ from: `${path}.text`, text: value.text }]
  if (value.kind === 'owners') return value.owners.map((owner, index) => ({ from: `${path}.owners.${index}.name`, text: owner.name }))
  if (value.kind !== 'not-applicable') return []
  return [
    { from: `${path}.reason`, text: value.reason },
    { from: `${path}.countersignedBy`, text: value.countersignedBy },
  ]
}

/** What stands beside the answers and was typed by the organization, and comments on answers that are left out. */
function typedBeside(document: AssessmentDocument, shownIds: ReadonlySet<string>): RemovedText[] {
  return [
    { from: 'supersedes.reason', text: document.supersedes?.reason ?? '' },
    ...document.comments.flatMap(({ questionId, text, saidBy }, index) => [
      { from: `comments.${index}.saidBy`, text: saidBy },
      ...(shownIds.has(questionId) ? [] : [{ from: `comments.${index}.text`, text }]),
    ]),
    ...document.evidenceFiles.flatMap(({ id, fileName, sha256, description }, index) =>
      textsIn({ id, fileName, sha256, description }, `evidenceFiles.${index}`),
    ),
    ...document.manualFindings.flatMap(({ id, title, detail, firstStep }, index) =>
      textsIn({ id, title, detail, firstStep }, `manualFindings.${index}`),
    ),
    ...document.treatments.flatMap(({ id, action, ownerName, acceptedBy }, index) =>
      textsIn({ id, action, ownerName, acceptedBy }, `treatments.${index}`),
    ),
    ...document.reviews.flatMap(({ reviewerName, reviewerRole, note }, index) =>
      textsIn({ reviewerName, reviewerRole, note }, `reviews.${index}`),
    ),
  ]
}

/** Every text that is taken out of the document. */
export function removedTexts(document: AssessmentDocument, shownIds: ReadonlySet<string>): RemovedText[] {
  const { organization, thirdParty, decision, signer, audit } = document
  return [
    ...document.crownJewels.flatMap(({ id, name, note }, index) => textsIn({ id, name, note }, `crownJewels.${index}`)),
    ...document.answers.flatMap((answer, index) => [
      { from: `answers.${index}.note`, text: answer.note },
      ...(shownIds.has(answer.questionId) && answer.value.kind !== 'not-applicable' ? [] : typedIn(answer, `answers.${index}.value`)),
    ]),
    ...typedBeside(document, shownIds),
    ...textsIn({ activity: organization.activity, contact: organization.contact }, 'organization'),
    { from: 'thirdParty.note', text: thirdParty.note },
    ...textsIn({ rationale: decision.rationale, decidedBy: decision.decidedBy }, 'decision'),
    ...textsIn({ id: signer.id, name: signer.name, role: signer.role, certificateSha256: signer.certificateSha256 }, 'signer'),
    ...textsIn(audit, 'audit'),
    { from: 'result.vector', text: document.result.vector },
  ]
}

function shownValue(answer: Answer, needles: readonly RemovedText[]): ShownAnswer['value'] {
  const { value } = answer
  if (value.kind === 'not-applicable') return { kind: value.kind }
  if (value.kind === 'text') return { ...value, text: masked(value.text, needles) }
  if (value.kind === 'owners') return { ...value, owners: value.owners.map((owner) => ({ ...owner, name: masked(owner.name, needles) })) }
  return value
}

function shownDomain({ domainId, gap, band, residual, state, contributions }: DomainResult) {
  return { domainId, gap, band, residual, state, contributions }
}

/** True for a scored question of step 2 that is not about the organization: what was found on the third party, which it may see and comment on. */
export function isAboutThirdParty(pack: Pack, question: Question): boolean {
  const domain = pack.domains.find((one) => one.id === question.domain)
  return domain?.kind === 'gap' && domain.step === 2 && !question.audience.includes('organization')
}

/**
 * The document for the third party, built from nothing but what is named here. Typed text that stays is masked where it repeats a
 * removed text of four characters or more; the two parties' names and the pack's own words are never masked, but listed in `traces`.
 */
export function redact(document: AssessmentDocument, pack: Pack): Redaction {
  const forThem = pack.questions.filter((question) => isAboutThirdParty(pack, question))
  const shownIds = new Set<string>(forThem.map((question) => question.id))
  const domainIds = new Set<string>(forThem.map((question) => question.domain))
  const needles = needlesOf(removedTexts(document, shownIds))
  const { id, legalName, nativeName, registrationNumber, country, relationships } = document.thirdParty
  const { assessmentId, relationship, profile, asOf, signedAt, result, decision } = document
  const isWhollyTheirs = (domain: DomainResult): boolean =>
    domainIds.has(domain.domainId) && domain.contributions.every((one) => shownIds.has(one.questionId))
  const redacted = RedactedDocument.parse({
    format: 'gatehouse.assessment-redacted',
    formatVersion: 1,
    assessmentId,
    organization: document.organization.name,
    thirdParty: { id, legalName, nativeName, registrationNumber, country, relationships },
    relationship,
    profile,
    pack: document.pack,
    asOf,
    signedAt,
    answers: document.answers
      .filter((answer) => shownIds.has(answer.questionId))
      .map((answer) => ({ questionId: answer.questionId, revision: answer.revision, value: shownValue(answer, needles) })),
    comments: document.comments
      .filter((comment) => shownIds.has(comment.questionId))
      .map(({ questionId, text, saidOn }) => ({ questionId, text: masked(text, needles), saidOn })),
    result: {
      tier: result.tier,
      isUnconfirmed: result.isUnconfirmed,
      confidence: result.confidence,
      badges: result.badges.map((one) => one.badge),
      domains: result.domains.filter(isWhollyTheirs).map(shownDomain),
      flags: result.flags.filter((flag) => flag.questionId !== null && shownIds.has(flag.questionId)),
    },
    decision: { outcome: decision.outcome, conditions: decision.conditions.map((condition) => masked(condition, needles)) },
    leftOut,
    domainsLeftOut: result.domains.filter((domain) => !isWhollyTheirs(domain)).map((domain) => domain.domainId),
  })
  return { document: redacted, traces: tracesIn(redacted, needles) }
}
