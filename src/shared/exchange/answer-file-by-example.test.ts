// Requests and answers by example: what is asked, and which answers are neither written nor read.
import { describe, expect, test } from 'vitest'
import { answerText, details, expected, given, requestOf } from '#test/generators/answer-files.ts'
import { answer, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { assessmentId, requestDetails, sha256 } from '#test/generators/exchange.ts'
import { shippedPack } from '#test/generators/shipped-pack.ts'
import { AssessmentId, QuestionId } from '../domain/ids.ts'
import type { Pack } from '../domain/pack.ts'
import type { ScoreInput } from '../scoring/input.ts'
import { type GivenAnswer, readAnswers, writeAnswers } from './answer-file.ts'
import { questionsToAsk, writeRequest } from './request.ts'

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

  test('come back as given, an unknown one proved by nothing, and the questions without an answer are named', () => {
    const read = readAnswers(
      answerText(request, given([answer('OW-04', practice('yes')), answer('OW-01', unknown)])),
      expected(request),
      sha256,
    )
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(read.value.answers.map(({ questionId, evidenceGrade }) => [questionId, evidenceGrade])).toEqual([
      ['OW-04', 'C'],
      ['OW-01', 'U'],
    ])
    expect(read.value.unanswered).toEqual(['OW-02', 'OW-03'])
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
