// A supplier's answers: they belong to one request, every byte counts, and nothing in them is dropped.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answer, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { answersTo, assessmentId, noon, requestDetails, sha256, withSentQuestions } from '#test/generators/exchange.ts'
import { quickRun } from '#test/generators/quick-runs.ts'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import { shippedRun } from '#test/generators/shipped-run.ts'
import type { AnswerInput } from '../domain/answer.ts'
import { AssessmentId, QuestionId } from '../domain/ids.ts'
import type { Pack } from '../domain/pack.ts'
import type { ScoreInput } from '../scoring/input.ts'
import { readAnswer } from '../scoring/reading.ts'
import { AnswerFile, type Expected, type GivenAnswer, readAnswers, writeAnswers } from './answer-file.ts'
import { questionsToAsk, readRequest, type Request, writeRequest } from './request.ts'
import { sealText } from './sealed-file.ts'

const details = { answeredBy: { name: 'Anna', role: 'Quality', organization: 'Lens SARL' }, answeredAt: noon }
/** Ten thousand for the invariant, shared by its four tests. */
const cases = { numRuns: 2_500 }
const long = 300_000

function requestOf(input: ScoreInput): Request {
  const read = readRequest(writeRequest(requestDetails(input), questionsToAsk(input), sha256), sha256)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

function answerText(request: Request, answers: readonly GivenAnswer[]): string {
  const written = writeAnswers(request, { details, answers }, sha256)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  return written.value
}

function given(answers: ScoreInput['answers']): GivenAnswer[] {
  return answers.map(({ questionId, value, note }) => ({ questionId, value, note }))
}

function expected(request: Request): Expected {
  return { request, assessmentId: request.assessmentId, packSha256: request.pack.sha256 }
}

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

const options = [
  { id: 'one', label: 'One', rank: 1 },
  { id: 'two', label: 'Two', rank: 2 },
]
const sent = { answeredBy: 'third-party' as const }
const pack: Pack = buildPack([
  question('CJ-01', { audience: ['organization'] }),
  question('OW-01', { ...sent, answer: { kind: 'choice', axis: 'exposure', options } }),
  question('OW-02', { ...sent, answer: { kind: 'several', axis: 'exposure', noneOption: 'one', breadthBonusFrom: 2, options } }),
  question('OW-03', { ...sent, answer: { kind: 'several', options } }),
  question('OW-04', sent),
  question('OW-05', { ...sent, shownIf: { relationship: ['investor'] } }),
])
const input: ScoreInput = { pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers: [], jewels: [] }
const request = requestOf(input)

describe('a request', () => {
  test('asks what shows, without ranks and without what is about the organization', () => {
    expect(request.questions.map((asked) => asked.id)).toEqual(['OW-01', 'OW-02', 'OW-03', 'OW-04'])
    const plain = options.map(({ id, label }) => ({ id, label }))
    expect(request.questions.map((asked) => asked.answer)).toEqual([
      { kind: 'choice', options: plain },
      { kind: 'several', options: plain, noneOption: 'one' },
      { kind: 'several', options: plain },
      { kind: 'practice', badAnswer: 'no' },
    ])
  })

  test('cannot be empty', () => {
    expect(() => writeRequest(requestDetails(input), [], sha256)).toThrow('questions')
  })

  test('leaves what the pack does not mark to the assessor', () => {
    expect(questionsToAsk({ ...input, pack: buildPack([question('OW-04')]) })).toEqual([])
  })

  test('rests on what both sides know, and not on a scoping fact about the organization', () => {
    const options = ['none', 'some'].map((id) => ({ id, label: id }))
    const onFact = (id: string) => ({ ...sent, shownIf: { question: QuestionId.parse(id), anyOf: ['some'] } })
    const scoped = buildPack(
      [
        question('PR-01', { answer: { kind: 'choice', options } }),
        question('PR-02', { answer: { kind: 'choice', options }, audience: ['organization'] }),
        question('OW-01', onFact('PR-01')),
        question('OW-02', onFact('PR-02')),
      ],
      {
        domains: [
          { id: 'PR', step: 0, kind: 'facts', title: 'Scope', purpose: 'For tests.' },
          { id: 'OW', step: 2, kind: 'gap', title: 'Owners', purpose: 'For tests.' },
        ],
      },
    )
    const none = ['PR-01', 'PR-02'].map((id) => answer(id, { kind: 'choice', option: 'none' }))
    expect(questionsToAsk({ ...input, pack: scoped, answers: none }).map((one) => one.id)).toEqual(['OW-02'])
  })

  test('of the shipped pack is the same for the assessor who has a crown jewel in reach and for the one who has none', () => {
    const own = ['CJ-05', 'OW-09', 'PR-07'].map((id) => answer(id, unknown))
    const asked = questionsToAsk({ ...input, pack: shippedPack() })
    expect(asked.length).toBeGreaterThan(20)
    expect(questionsToAsk({ ...input, pack: shippedPack(), answers: own })).toEqual(asked)
    expect(asked.map((one) => one.id)).not.toContain('CT-09')
  })
})

describe('answers to a request', () => {
  test.each<[string, GivenAnswer[], string[]]>([
    ['a question that was not asked', given([answer('CJ-01', practice('yes'))]), ['unknown-question answers.0.questionId']],
    ['another kind of answer', given([answer('OW-04', { kind: 'choice', option: 'one' })]), ['wrong-kind answers.0.value']],
    ['an option that is not offered', given([answer('OW-01', { kind: 'choice', option: 'six' })]), ['unknown-option answers.0.value']],
    ['two answers', given([answer('OW-04', practice('yes')), answer('OW-04', practice('no'))]), ['answered-twice answers.1.questionId']],
  ])('are not written with %s', (_, answers, problems) => {
    const written = writeAnswers(request, { details, answers }, sha256)
    expect(written.ok ? [] : written.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(problems)
  })

  test('are refused when the assessment or its pack has changed since the request', () => {
    const text = answerText(request, given([answer('OW-04', practice('yes'))]))
    const other = { assessmentId: AssessmentId.parse('99999999-9999-4999-8999-999999999999'), packSha256: sha256('newer') }
    expect(readAnswers(text, { ...expected(request), ...other }, sha256)).toMatchObject({
      ok: false,
      problems: [{ code: 'other-assessment' }, { code: 'other-pack' }],
    })
    expect(readAnswers('{}', expected(request), sha256)).toMatchObject({ ok: false, problems: [{ code: 'wrong-format' }] })
    expect(request.assessmentId).toBe(assessmentId)
  })
})
