// Requests and answer files as their tests write and expect them.
import { type Expected, type GivenAnswer, writeAnswers } from '#shared/exchange/answer-file.ts'
import { questionsToAsk, readRequest, type Request, writeRequest } from '#shared/exchange/request.ts'
import type { ScoreInput } from '#shared/scoring/input.ts'
import { noon, requestDetails, sha256 } from './exchange.ts'

export const details = { answeredBy: { name: 'Anna', role: 'Quality', organization: 'Lens SARL' }, answeredAt: noon }

export function requestOf(input: ScoreInput): Request {
  const read = readRequest(writeRequest(requestDetails(input), questionsToAsk(input), sha256), sha256)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

export function answerText(request: Request, answers: readonly GivenAnswer[]): string {
  const written = writeAnswers(request, { details, answers }, sha256)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  return written.value
}

export function given(answers: ScoreInput['answers']): GivenAnswer[] {
  return answers.map(({ questionId, value, note }) => ({ questionId, value, note }))
}

export function expected(request: Request): Expected {
  return { request, assessmentId: request.assessmentId, packSha256: request.pack.sha256 }
}
