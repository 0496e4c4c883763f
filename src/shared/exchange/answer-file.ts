// The answer file: what a third party says about itself, tied to one request, one assessment and one pack.
import { z } from 'zod'
import { AnswerInput } from '../domain/answer.ts'
import { AssessmentId, type QuestionId, Sha256Hex } from '../domain/ids.ts'
import { PackReference } from '../domain/pack.ts'
import type { Question } from '../domain/question.ts'
import { line, requiredLine } from '../domain/text.ts'
import { Instant } from '../domain/time.ts'
import { readAnswer } from '../scoring/reading.ts'
import { type ExchangeProblem, type FileReading, refused } from './problem.ts'
import type { AskedQuestion, Request } from './request.ts'
import { openSealed, sealText, type Sha256 } from './sealed-file.ts'

const format = 'gatehouse.answers'

/** What the third party says; it cannot grade its own evidence. */
export const GivenAnswer = AnswerInput.omit({ evidenceGrade: true })
export type GivenAnswer = z.infer<typeof GivenAnswer>

export const AnswerFile = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(1),
  assessmentId: AssessmentId,
  pack: PackReference,
  /** The hash inside the request that is answered. */
  requestSha256: Sha256Hex,
  answeredBy: z.strictObject({ name: requiredLine(200), role: line(200), organization: requiredLine(300) }),
  answeredAt: Instant,
  answers: z.array(GivenAnswer).max(1_000),
  sha256: Sha256Hex,
})
export type AnswerFile = z.infer<typeof AnswerFile>

/** What an answer file must belong to: the request as it was sent, and the assessment as it is now. */
export interface Expected {
  readonly request: Request
  readonly assessmentId: AssessmentId
  readonly packSha256: string
}

/** Answers ready to be merged: a supplier's statement is evidence of grade C, and none where it does not know or will not say. */
export interface ReceivedAnswers {
  readonly file: AnswerFile
  readonly answers: readonly AnswerInput[]
  /** Asked and not answered, in the request's order. */
  readonly unanswered: readonly QuestionId[]
}

function asQuestion(asked: AskedQuestion): Question {
  const rules = {
    audience: ['supplier' as const],
    isLite: false,
    flags: [],
    ranks: [],
    mappings: { csf20: [], sp80053r5: [] },
    sources: [],
  }
  return { ...asked, ...rules }
}

const sentences = {
  'unknown-question': 'is not a question of this request. Ask for a file that answers the request you sent',
  'answered-twice': 'is answered a second time. Ask which answer is meant',
  'wrong-kind': 'is not the kind of answer this question takes. Ask for the answer again',
  'unknown-option': 'names something this question does not offer. Ask for the answer again',
  'out-of-range': 'is more than this question allows. Ask for the answer again',
  'shares-over-whole': 'adds up to more than the whole. Ask for the answer again',
  'not-applicable-without-reason': 'does not say why it does not apply. Ask for the reason',
} as const

function answerProblems(request: Request, answers: readonly GivenAnswer[]): ExchangeProblem[] {
  const asked = new Map(request.questions.map((question) => [question.id, question]))
  const seen = new Set<string>()
  return answers.flatMap((given, index) => {
    const at = (code: keyof typeof sentences, field: string): ExchangeProblem[] => [
      { code, path: `answers.${index}.${field}`, message: `${given.questionId} ${sentences[code]}` },
    ]
    const question = asked.get(given.questionId)
    if (question === undefined) return at('unknown-question', 'questionId')
    if (seen.has(given.questionId)) return at('answered-twice', 'questionId')
    seen.add(given.questionId)
    const reading = readAnswer(asQuestion(question), { ...given, evidenceGrade: 'C' })
    return typeof reading === 'string' ? at(reading, 'value') : []
  })
}

function belongingProblems(file: AnswerFile, expected: Expected): ExchangeProblem[] {
  const { request } = expected
  const checks: readonly (readonly [boolean, ExchangeProblem])[] = [
    [
      file.assessmentId === expected.assessmentId && file.assessmentId === request.assessmentId,
      { code: 'other-assessment', path: 'assessmentId', message: 'belongs to another assessment; open that one, or choose another file' },
    ],
    [
      file.pack.sha256 === expected.packSha256 && file.pack.sha256 === request.pack.sha256,
      { code: 'other-pack', path: 'pack.sha256', message: 'answers another question pack or version; send a new request' },
    ],
    [
      file.requestSha256 === request.sha256,
      { code: 'other-request', path: 'requestSha256', message: 'answers another request; choose the file that answers this one' },
    ],
  ]
  return checks.filter(([isRight]) => !isRight).map(([, problem]) => problem)
}

/** What is being answered, and by whom. */
export type AnswerFileDetails = Pick<AnswerFile, 'answeredBy' | 'answeredAt'>

/** The text of the answer file to a request, or what is wrong with the answers. Throws when `details` are invalid: the caller has checked them. */
export function writeAnswers(
  request: Request,
  given: { readonly details: AnswerFileDetails; readonly answers: readonly GivenAnswer[] },
  sha256: Sha256,
): FileReading<string> {
  const problems = answerProblems(request, given.answers)
  if (problems.length > 0) return refused(problems)
  const body = AnswerFile.omit({ sha256: true }).parse({
    format,
    formatVersion: 1,
    assessmentId: request.assessmentId,
    pack: request.pack,
    requestSha256: request.sha256,
    ...given.details,
    answers: given.answers,
  })
  return { ok: true, value: sealText(body, sha256) }
}

const maxLength = 20_000_000
const provesNothing: ReadonlySet<string> = new Set(['unknown', 'declined', 'not-applicable'])

/** Reads an answer file against the request it answers, or says everything that is wrong with it. Nothing is dropped: one stray answer refuses the file. */
export function readAnswers(text: string, expected: Expected, sha256: Sha256): FileReading<ReceivedAnswers> {
  const opened = openSealed(text, { format, formatVersion: 1, maxLength, schema: AnswerFile }, sha256)
  if (!opened.ok) return opened
  const file = opened.value
  const problems = [...belongingProblems(file, expected), ...answerProblems(expected.request, file.answers)]
  if (problems.length > 0) return refused(problems)
  const answered = new Set<string>(file.answers.map((answer) => answer.questionId))
  const value: ReceivedAnswers = {
    file,
    answers: file.answers.map((answer) => ({ ...answer, evidenceGrade: provesNothing.has(answer.value.kind) ? 'U' : 'C' })),
    unanswered: expected.request.questions.map((question) => question.id).filter((id) => !answered.has(id)),
  }
  return { ok: true, value }
}
