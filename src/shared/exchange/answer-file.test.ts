// A supplier's answers: they belong to one request, every byte counts, and nothing in them is dropped.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerText, expected, given, requestOf } from '#test/generators/answer-files.ts'
import { unknown } from '#test/generators/answers.ts'
import { answersTo, sha256, withSentQuestions } from '#test/generators/exchange.ts'
import { quickRun } from '#test/generators/quick-runs.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import type { AnswerInput } from '../domain/answer.ts'
import { AssessmentId, QuestionId } from '../domain/ids.ts'
import { readAnswer } from '../scoring/reading.ts'
import { AnswerFile, readAnswers } from './answer-file.ts'
import { questionsToAsk, type Request } from './request.ts'
import { sealText } from './sealed-file.ts'

/** Ten thousand for the invariant, shared by its four tests. */
const cases = { numRuns: 2_500 }
const long = 300_000

const anyRun = fc.oneof({ weight: 150, arbitrary: quickRun.map(withSentQuestions) }, { weight: 1, arbitrary: shippedRun })
const exchange = anyRun
  .filter((input) => questionsToAsk(input).length > 0)
  .map((input) => {
    const request = requestOf(input)
    const isUsable = (one: AnswerInput) =>
      input.pack.questions.some((asked) => asked.id === one.questionId && typeof readAnswer(asked, one) !== 'string')
    const answers = given(answersTo(request.questions, input).filter(isUsable))
    return { input, request, answers, text: answerText(request, answers) }
  })

const tampering = fc.constantFrom<(file: Omit<AnswerFile, 'sha256'>, request: Request) => [Omit<AnswerFile, 'sha256'>, string, string]>(
  (file) => [{ ...file, pack: { ...file.pack, sha256: sha256('other') } }, 'other-pack', 'pack.sha256'],
  (file) => [{ ...file, assessmentId: AssessmentId.parse('99999999-9999-4999-8999-999999999999') }, 'other-assessment', 'assessmentId'],
  (file) => [{ ...file, requestSha256: sha256('other') }, 'other-request', 'requestSha256'],
  (file) => [
    { ...file, answers: [...file.answers, { questionId: QuestionId.parse('ZZ-99'), value: unknown, note: '' }] },
    'unknown-question',
    `answers.${file.answers.length}.questionId`,
  ],
  (file, request) => {
    const answers = request.questions.slice(0, 1).flatMap(({ id }) => [1, 2].map(() => ({ questionId: id, value: unknown, note: '' })))
    return [{ ...file, answers }, 'answered-twice', 'answers.1.questionId']
  },
)

describe('invariant 23: an answer file', () => {
  test(
    'comes back with every answer it was given, as a supplier’s statement',
    () => {
      fc.assert(
        fc.property(exchange, ({ request, answers, text }) => {
          const read = readAnswers(text, expected(request), sha256)
          if (!read.ok) throw new Error(JSON.stringify(read.problems))
          expect(given(read.value.answers)).toEqual(answers)
          for (const { value, evidenceGrade } of read.value.answers)
            expect(evidenceGrade).toBe(['unknown', 'declined', 'not-applicable'].includes(value.kind) ? 'U' : 'C')
          const ids = [...answers.map((one) => one.questionId), ...read.value.unanswered]
          expect(new Set(ids)).toEqual(new Set(request.questions.map((one) => one.id)))
        }),
        cases,
      )
    },
    long,
  )

  test(
    'of another assessment, pack or request, with a stray or a double answer is refused with a path and a code',
    () => {
      fc.assert(
        fc.property(exchange, tampering, ({ request, text }, tamper) => {
          const { sha256: _, ...file } = AnswerFile.parse(JSON.parse(text))
          const [changed, code, path] = tamper(file, request)
          const read = readAnswers(sealText(changed, sha256), expected(request), sha256)
          expect(read).toMatchObject({ ok: false, problems: expect.arrayContaining([expect.objectContaining({ code, path })]) })
        }),
        cases,
      )
    },
    long,
  )

  test(
    'with one character changed, added or lost is refused',
    () => {
      fc.assert(
        fc.property(exchange, fc.nat(), fc.string({ maxLength: 1 }), ({ request, text }, place, character) => {
          const at = place % text.length
          const edited = text.slice(0, at) + character + text.slice(at + 1)
          if (edited !== text) expect(readAnswers(edited, expected(request), sha256).ok).toBe(false)
        }),
        cases,
      )
    },
    long,
  )

  test(
    'asks nothing about the organization and holds nothing of what it answered itself',
    () => {
      fc.assert(
        fc.property(exchange, ({ input, request }) => {
          for (const asked of request.questions) {
            const found = input.pack.questions.find((one) => one.id === asked.id)
            if (found === undefined) throw new Error('the pack has the question')
            expect(found.answeredBy).toBe('third-party')
            expect(found.audience).not.toContain('organization')
            expect(JSON.stringify(asked.answer)).not.toContain('"rank')
          }
          // What the organization knows or assumes shows in nothing: only the scoping facts that both sides know decide what is asked.
          const scoping = new Set<string>(input.pack.domains.filter((one) => one.step === 0).map((one) => one.id))
          const isShared = (id: string) => input.pack.questions.some((one) => one.id === id && scoping.has(one.domain))
          const answers = input.answers.filter((one) => isShared(one.questionId))
          expect(questionsToAsk({ ...input, answers, jewels: [] })).toEqual(request.questions)
        }),
        cases,
      )
    },
    long,
  )
})
