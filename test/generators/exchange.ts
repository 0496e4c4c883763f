// Random files to exchange: bundles, requests with answers, assessors' answers and documents to redact.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { Answer, type AnswerInput } from '#shared/domain/answer.ts'
import { AssessmentDocument } from '#shared/domain/assessment-document.ts'
import { AssessmentId } from '#shared/domain/ids.ts'
import type { Pack, PackReference } from '#shared/domain/pack.ts'
import { Bundle, type BundleContent } from '#shared/exchange/bundle.ts'
import type { AskedQuestion, RequestDetails } from '#shared/exchange/request.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { score } from '#shared/scoring/score.ts'
import { jewels } from './answers.ts'

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const hashes = new WeakMap<Pack, string>()

function packReferenceOf(pack: Pack): PackReference {
  const known = hashes.get(pack) ?? sha256(String(canonicalize(pack)))
  hashes.set(pack, known)
  return { id: pack.id, version: pack.version, sha256: known }
}

const marked = new WeakMap<Pack, Pack>()

function withMarks(pack: Pack): Pack {
  const step2 = new Set<string>(pack.domains.filter((domain) => domain.step === 2).map((domain) => domain.id))
  const questions = pack.questions.map((question, index) => {
    const isSent = index % 2 === 0 && step2.has(question.domain) && !question.audience.includes('organization')
    return isSent ? { ...question, answeredBy: 'third-party' as const } : question
  })
  return { ...pack, questions }
}

/** A run whose pack marks every other question of step 2 for the third party to answer; one marked pack for each pack. */
export function withSentQuestions(input: ScoreInput): ScoreInput {
  const pack = marked.get(input.pack) ?? withMarks(input.pack)
  marked.set(input.pack, pack)
  return { ...input, pack }
}

export const assessmentId = AssessmentId.parse('11111111-1111-4111-8111-111111111111')
export const noon = '2026-11-22T12:00:00.000Z'
const later = '2026-11-22T12:30:00.000Z'

/** Text as people type it, odd characters and line breaks of other tongues included. */
export const typed = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Cs}/gu, ''))
  .filter((text) => text.trim() !== '')

/** The answers of a run as a vault stores them, with notes. */
function stored(answers: readonly AnswerInput[], note: (index: number) => string): Answer[] {
  return answers.map((answer, index) => Answer.parse({ ...answer, note: note(index), revision: index + 1, savedAt: noon }))
}

function partiesOf(input: ScoreInput, names: { readonly organization: string; readonly thirdParty: string }) {
  return {
    organization: { name: names.organization, country: 'DE', activity: 'Builds sensors', contact: 'Front desk' },
    crownJewels: jewels,
    thirdParty: {
      id: '22222222-2222-4222-8222-222222222222',
      legalName: names.thirdParty,
      nativeName: '',
      registrationNumber: 'HRB 1',
      country: 'FR',
      relationships: [input.relationship],
      note: '',
    },
  }
}

/** The content of a bundle over a run of a pack. */
export function bundleOf(input: ScoreInput, words: { readonly name: string; readonly note: string }): BundleContent {
  const parties = partiesOf(input, { organization: 'Sensor Works', thirdParty: words.name })
  const {
    format: _format,
    formatVersion: _version,
    ...content
  } = Bundle.omit({ sha256: true }).parse({
    format: 'gatehouse.bundle',
    formatVersion: 1,
    exportedAt: later,
    ...parties,
    assessment: {
      id: assessmentId,
      thirdPartyId: parties.thirdParty.id,
      relationship: input.relationship,
      profile: input.profile,
      pack: packReferenceOf(input.pack),
      asOf: input.asOf,
      status: 'draft',
      startedAt: noon,
      signedAt: null,
    },
    pack: input.pack,
    answers: stored(input.answers, () => words.note),
    screening: null,
    decision: null,
  })
  return content
}

export function requestDetails(input: ScoreInput): RequestDetails {
  const { relationship, profile, pack } = input
  return { assessmentId, pack: packReferenceOf(pack), relationship, profile, askedBy: 'Sensor Works', askedOf: 'Lens SARL', madeAt: noon }
}

/** Answers of the run to questions that were asked. */
export function answersTo(asked: readonly AskedQuestion[], input: ScoreInput): AnswerInput[] {
  const ids = new Set(asked.map((question) => question.id))
  return input.answers.filter((answer) => ids.has(answer.questionId))
}

/** What a person typed into the parts of a document that redaction takes out, and into those it keeps. */
export interface DocumentWords {
  readonly notes: readonly string[]
  readonly jewelNames: readonly string[]
  readonly rationale: string
  readonly conditions: readonly string[]
  readonly thirdParty: string
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').slice(0, 250)

/** What stands beside the answers of a document, with the words of its notes wherever somebody typed. */
function besideAnswers(input: ScoreInput, note: (index: number) => string) {
  const [questionId] = input.pack.questions.map((question) => question.id)
  const findingId = '55555555-5555-4555-8555-555555555555'
  const plan = { response: 'mitigate', dueOn: '2027-01-31', status: 'open', acceptedBy: '', acceptedUntil: null, changedAt: noon }
  return {
    supersedes: { assessmentId: '66666666-6666-4666-8666-666666666666', reason: note(0) },
    carriedOver: [{ questionId, source: 'previous-assessment', answeredOn: '2025-11-22' }],
    comments: [{ questionId, text: 'We see it otherwise.', saidBy: 'Carl Commenter', saidOn: '2026-11-01' }],
    evidenceFiles: [
      {
        id: '77777777-7777-4777-8777-777777777777',
        questionId,
        fileName: 'proof of 2026.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 9,
        sha256: sha256('proof'),
        grade: 'A',
        description: onOneLine(note(1)),
        addedAt: noon,
      },
    ],
    manualFindings: [
      {
        id: findingId,
        title: `Seen: ${onOneLine(note(0))}`,
        detail: note(2),
        severity: 'high',
        domainId: null,
        firstStep: note(1),
        addedAt: noon,
      },
    ],
    treatments: [
      {
        ...plan,
        id: '88888888-8888-4888-8888-888888888888',
        finding: { kind: 'question', questionId },
        action: note(0),
        ownerName: 'Olga Owner',
      },
      { ...plan, id: '99999999-9999-4999-8999-999999999999', finding: { kind: 'manual', findingId }, action: note(1), ownerName: '' },
    ],
    reviews: [{ reviewerName: 'Rita Reviewer', reviewerRole: 'Counsel at large', verdict: 'agrees', note: note(0), reviewedAt: noon }],
  }
}

/** A signed document over a run. */
export function documentOf(input: ScoreInput, words: DocumentWords): AssessmentDocument {
  const { relationship, profile, pack, asOf } = input
  const word = (list: readonly string[], index: number): string => list[index % list.length] ?? ''
  const { crownJewels, ...parties } = partiesOf(input, { organization: 'Sensor Works', thirdParty: words.thirdParty })
  return AssessmentDocument.parse({
    format: 'gatehouse.assessment',
    formatVersion: 3,
    assessmentId,
    ...parties,
    thirdParty: { ...parties.thirdParty, note: word(words.notes, 0) },
    relationship,
    profile,
    pack: packReferenceOf(pack),
    asOf,
    startedAt: noon,
    signedAt: later,
    crownJewels: crownJewels.map((jewel, index) => ({ ...jewel, name: word(words.jewelNames, index), note: word(words.notes, index) })),
    answers: stored(input.answers, (index) => word(words.notes, index)),
    ...besideAnswers(input, (index) => word(words.notes, index)),
    screening: null,
    result: score(input),
    decision: { outcome: 'proceed', rationale: words.rationale, conditions: words.conditions, decidedBy: 'Dora Decider' },
    signer: {
      id: '33333333-3333-4333-8333-333333333333',
      name: 'Sina Signer',
      role: 'Head of security',
      organization: 'Sensor Works',
      certificateSerial: '7f',
      certificateSha256: sha256('certificate'),
      validFrom: noon,
      validTo: later,
    },
    audit: { vaultId: '44444444-4444-4444-8444-444444444444', sequence: 9, head: sha256('head') },
    application: { name: 'Gatehouse', version: '0.1.0' },
  })
}
