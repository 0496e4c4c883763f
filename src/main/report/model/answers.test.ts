// How answers of every kind read on paper, and how each counts.
import { describe, expect, test } from 'vitest'
import { AnswerValue } from '#shared/domain/answer.ts'
import { caseFile, caseFileWith, reportModel } from '#test/golden/report-model-case.ts'
import { answerKind, answerSections, answerText, writtenValue } from './answers.ts'
import type { CaseFile } from './case-file.ts'

const file = caseFile()

function question(id: string, inFile: CaseFile = file) {
  const found = inFile.questions.get(id)
  if (found === undefined) throw new Error(`The pack has no question ${id}.`)
  return found
}

describe('the value of an answer', () => {
  test.each([
    ['CJ-01', { kind: 'practice', choice: 'partly' }, ['Partly']],
    ['CJ-01', { kind: 'unknown' }, ['Unknown']],
    ['CJ-01', { kind: 'declined' }, ['Declined']],
    ['PR-06', { kind: 'choice', option: 'months' }, ['Months']],
    ['PR-06', { kind: 'choice', option: 'gone' }, ['gone']],
    ['CJ-01', { kind: 'choice', option: 'months' }, ['months']],
    ['PR-04', { kind: 'several', options: ['genomic', 'health'] }, ['Human genomic data', 'Health data']],
    [
      'PR-05',
      { kind: 'counts', counts: { health: 12_500, genomic: 2400 } },
      ['Human genomic data: 2,400 U.S. persons or devices', 'Health data: 12,500 U.S. persons or devices'],
    ],
    ['PR-05', { kind: 'counts', counts: {} }, ['None listed']],
    ['CJ-01', { kind: 'counts', counts: { genomic: 1 } }, ['genomic: 1']],
    ['OW-03', { kind: 'percent', shareBp: 1250 }, ['12.5\u00a0%']],
    ['CJ-01', { kind: 'number', count: 1200 }, ['1,200']],
    ['CT-05', { kind: 'date', on: '2027-03-31' }, ['31 March 2027']],
    ['PR-10', { kind: 'text', text: 'One.\nTwo.' }, ['One.', 'Two.']],
    ['PR-10', { kind: 'text', text: ' ' }, ['None listed']],
    [
      'PR-09',
      {
        kind: 'countries',
        countries: [
          { code: 'DE', roles: ['registered', 'gone'] },
          { code: 'ZZ', roles: ['data-stored'] },
        ],
      },
      ['Germany: Registered here · gone', 'ZZ: Holds your data here'],
    ],
    ['CJ-01', { kind: 'countries', countries: [{ code: 'DE', roles: ['registered'] }] }, ['Germany: registered']],
    [
      'OW-02',
      {
        kind: 'owners',
        owners: [
          { name: 'A GmbH', country: 'DE', shareBp: 6200, layer: 1 },
          { name: 'A trust', country: '', shareBp: 1, layer: 2 },
        ],
      },
      ['A GmbH, Germany: 62\u00a0%, layer 1', 'A trust, country not stated: 0.01\u00a0%, layer 2'],
    ],
    [
      'CJ-05',
      { kind: 'jewels', jewelIds: ['20000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-00000000000f'] },
      ['Patient genome archive', '20000000-0000-4000-8000-00000000000f'],
    ],
    ['CJ-05', { kind: 'jewels', jewelIds: [] }, ['None listed']],
    ['IT-05', { kind: 'not-applicable', reason: 'Too small.', countersignedBy: '' }, ['Not applicable: Too small.']],
    [
      'IT-05',
      { kind: 'not-applicable', reason: 'Too small.', countersignedBy: 'B. Chan' },
      ['Not applicable: Too small.', 'Countersigned by B. Chan'],
    ],
  ])('%s with %o reads %o', (id, value, expected) => {
    expect(writtenValue(AnswerValue.parse(value), question(id), file)).toEqual(expected)
  })

  test('carries the unit of a number', () => {
    const number = { ...question('CJ-01'), answer: { kind: 'number', unit: 'sites', max: 10 } } as const
    expect(writtenValue({ kind: 'number', count: 3 }, number, file)).toEqual(['3 sites'])
  })

  test('keeps the option ids of a count whose question is gone', () => {
    const [counts] = [question('PR-05')]
    const without = { ...file, questions: new Map() }
    expect(writtenValue({ kind: 'counts', counts: { genomic: 7 } }, counts, without)).toEqual(['genomic: 7 U.S. persons or devices'])
  })
})

describe('how an answer counts', () => {
  test.each([
    ['CJ-01', 'partly'],
    ['CJ-02', 'good'],
    ['CJ-08', 'bad'],
    ['PI-08', 'bad'],
    ['OW-04', 'good'],
    ['OW-06', 'open'],
    ['AD-11', 'open'],
    ['IT-05', 'aside'],
    ['PR-06', 'fact'],
  ])('%s is %s', (id, expected) => {
    expect(answerKind(question(id), file.answers.get(id), file)).toBe(expected)
  })

  test('a blank answer is open and says so', () => {
    expect(answerKind(question('CJ-01'), undefined, file)).toBe('open')
    expect(answerText(question('CJ-01'), undefined, file)).toEqual(['Not answered'])
  })

  test('an answer that does not fit its question is open and printed with a remark', () => {
    const odd = caseFile({ answers: { 'PR-06': [{ kind: 'choice', option: 'centuries' }, 'A'] } })
    expect(answerKind(question('PR-06', odd), odd.answers.get('PR-06'), odd)).toBe('open')
    expect(answerText(question('PR-06', odd), odd.answers.get('PR-06'), odd)).toEqual([
      'centuries',
      'This answer does not fit the question and was scored as not answered.',
    ])
  })
})

test('every question that was asked is printed once, with its revision', () => {
  const sections = answerSections(file)
  expect(sections.flatMap((section) => section.lines.map((line) => line.questionId))).toEqual(file.asked.map((one) => one.id))
  expect(sections.flatMap((section) => section.lines).find((line) => line.questionId === 'PR-10')).toMatchObject({
    grade: 'A',
    revision: 'rev. 1',
  })
})

test('a blank question has no grade and no revision, and a domain without questions is left out', () => {
  const blank = caseFileWith((document) => ({ answers: [], result: { ...document.result, shown: document.result.shown.slice(0, 1) } }))
  expect(answerSections(blank)).toEqual([
    expect.objectContaining({ domainId: 'PR', lines: [expect.objectContaining({ grade: '', revision: '', kind: 'open' })] }),
  ])
})

test('the model holds no undefined and survives JSON', () => {
  const model = reportModel()
  expect(JSON.parse(JSON.stringify(model))).toEqual(model)
})
