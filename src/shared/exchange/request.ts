// The request file: the questions that a third party is asked to fill in, and nothing of what the organization knows or thinks.
import { z } from 'zod'
import { AssessmentId, Sha256Hex } from '../domain/ids.ts'
import { type Pack, PackReference } from '../domain/pack.ts'
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
 * True for a question that a third party can answer about itself: one of step 2's scored domains, and not about the organization.
 * Scoping facts, crown jewels, screening and the insider programme are the organization's own to answer.
 */
export function isForThirdParty(pack: Pack, question: Question): boolean {
  const domain = pack.domains.find((one) => one.id === question.domain)
  return domain?.kind === 'gap' && domain.step === 2 && !question.audience.includes('organization')
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

/**
 * The questions to ask, in pack order: those for the third party that may show, given what the organization knows about the
 * relationship. Its own answers to the third party's questions hide nothing, so that the request does not tell what it assumes.
 */
export function questionsToAsk(input: ScoreInput): AskedQuestion[] {
  const forThem = input.pack.questions.filter((question) => isForThirdParty(input.pack, question))
  const ids = new Set<string>(forThem.map((question) => question.id))
  const { shown } = score({ ...input, answers: input.answers.filter((answer) => !ids.has(answer.questionId)) })
  const shownIds = new Set<string>(shown)
  return forThem
    .filter((question) => shownIds.has(question.id))
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
