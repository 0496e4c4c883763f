// The request file: the questions that a third party is asked to fill in, and nothing of what the organization knows or thinks.
import { z } from 'zod'
import { AssessmentId, Sha256Hex } from '../domain/ids.ts'
import { PackReference } from '../domain/pack.ts'
import { Question } from '../domain/question.ts'
import type { AnswerType } from '../domain/question.ts'
import { Profile, RelationshipKind } from '../domain/relationship.ts'
import { requiredLine } from '../domain/text.ts'
import { Instant } from '../domain/time.ts'
import type { ScoreInput } from '../scoring/input.ts'
import { score } from '../scoring/score.ts'
import type { FileReading } from './problem.ts'
import { openSealed, sealText, type Sha256 } from './sealed-file.ts'

/** A question as the third party sees it: no weight, no rank, no flag. */
export const AskedQuestion = Question.pick({ id: true, meaning: true, domain: true, text: true, help: true, answer: true })
export type AskedQuestion = z.infer<typeof AskedQuestion>

const format = 'gatehouse.request'

export const Request = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(1),
  assessmentId: AssessmentId,
  pack: PackReference,
  relationship: RelationshipKind,
  profile: Profile,
  /** Who asks, as the third party knows them. */
  askedBy: requiredLine(200),
  /** Who is asked. */
  askedOf: requiredLine(300),
  madeAt: Instant,
  questions: z.array(AskedQuestion).min(1).max(1_000),
  sha256: Sha256Hex,
})
export type Request = z.infer<typeof Request>

/** A request before it has its hash. */
export type RequestDetails = Pick<Request, 'assessmentId' | 'pack' | 'relationship' | 'profile' | 'askedBy' | 'askedOf' | 'madeAt'>

/**
 * What the organization knows that the third party knows too: the scoping facts of the relationship, such as what it delivers.
 * Everything else is left out before visibility is worked out, so that what is asked tells nothing about crown jewels, about the
 * organization itself, or about what it assumes of the third party.
 */
function sharedKnowledge({ pack, answers }: ScoreInput): ScoreInput['answers'] {
  const scoping = new Set(pack.domains.filter((domain) => domain.step === 0).map((domain) => domain.id))
  const shared = new Set<string>(
    pack.questions
      .filter((one) => scoping.has(one.domain) && one.answeredBy === undefined && !one.audience.includes('organization'))
      .map((one) => one.id),
  )
  return answers.filter((answer) => shared.has(answer.questionId))
}

/** The answer's type without the ranks that say what each option costs. */
function withoutRanks(type: AnswerType): AnswerType {
  if (type.kind === 'choice') return { kind: type.kind, options: type.options.map(({ id, label }) => ({ id, label })) }
  if (type.kind === 'several') {
    const { kind, options, noneOption } = type
    return { kind, options: options.map(({ id, label }) => ({ id, label })), ...(noneOption === undefined ? {} : { noneOption }) }
  }
  return type
}

/** The questions to ask, in pack order: those the pack marks as the third party's to answer that may show, given what both sides know. */
export function questionsToAsk(input: ScoreInput): AskedQuestion[] {
  const { shown } = score({ ...input, answers: sharedKnowledge(input), screening: null, jewels: [] })
  const shownIds = new Set<string>(shown)
  return input.pack.questions
    .filter((question) => question.answeredBy === 'third-party' && shownIds.has(question.id))
    .map(({ id, meaning, domain, text, help, answer }) => ({ id, meaning, domain, text, help, answer: withoutRanks(answer) }))
}

/** The text of the request file. Throws when there is nothing to ask or a detail is invalid: the caller has checked both. */
export function writeRequest(details: RequestDetails, questions: readonly AskedQuestion[], sha256: Sha256): string {
  const body = Request.omit({ sha256: true }).parse({ format, formatVersion: 1, ...details, questions })
  return sealText(body, sha256)
}

const maxLength = 10_000_000

/** Reads a request file, or says what is wrong with it. */
export function readRequest(text: string, sha256: Sha256): FileReading<Request> {
  return openSealed(text, { format, formatVersion: 1, maxLength, schema: Request }, sha256)
}
