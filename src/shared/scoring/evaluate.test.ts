// Conditions over every kind of answer, known, open, not applicable, hidden and only possibly shown.
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import type { AnswerValue } from '../domain/answer.ts'
import type { Condition } from '../domain/condition.ts'
import { QuestionId } from '../domain/ids.ts'
import type { AnswerType } from '../domain/question.ts'
import { evaluate, type ConditionContext } from './evaluate.ts'
import { open, readAnswer } from './reading.ts'
import { maybe, no, not, yes, type Truth } from './truth.ts'

const options = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
]
const id = QuestionId.parse('AA-01')
const types: Record<string, AnswerType> = {
  practice: { kind: 'practice', badAnswer: 'yes' },
  choice: { kind: 'choice', options },
  several: { kind: 'several', options },
  counts: { kind: 'counts', of: QuestionId.parse('AA-02'), unit: 'people' },
  percent: { kind: 'percent' },
  number: { kind: 'number', unit: 'people', max: 100 },
  text: { kind: 'text' },
  countries: { kind: 'countries', roles: [{ id: 'home', label: 'Home' }] },
  owners: { kind: 'owners' },
  jewels: { kind: 'jewels' },
}

function contextOf(kind: string, value: AnswerValue | null, visibility: Truth = yes): ConditionContext {
  const [asked] = buildPack([question('AA-01', { answer: types[kind] ?? { kind: 'text' } })]).questions
  if (asked === undefined) throw new Error('one question')
  const reading = value === null ? open : readAnswer(asked, answer(id, value))
  if (typeof reading === 'string') throw new Error(reading)
  return {
    relationship: 'partner',
    asOf: '2026-11-22',
    find: (wanted) => (wanted === id ? { question: asked, reading, visibility } : undefined),
  }
}

const picksOne: Condition = { question: id, anyOf: ['one'] }
const picksOther: Condition = { question: id, otherThan: ['one'] }
const listed: Condition = { question: id, listed: true }
const atLeastTen: Condition = { question: id, atLeast: 10 }
const owner = { name: 'A', country: 'US', shareBp: 1, layer: 1 }

describe('a condition over a known answer', () => {
  const cases: [string, Condition, string, AnswerValue, boolean][] = [
    ['bad, answered Yes', { bad: id }, 'practice', practice('yes'), true],
    ['bad, answered Partly', { bad: id }, 'practice', practice('partly'), false],
    ['not good, answered Partly', { notGood: id }, 'practice', practice('partly'), true],
    ['not good, answered No', { notGood: id }, 'practice', practice('no'), false],
    ['not good over a question that is not a practice', { notGood: id }, 'choice', { kind: 'choice', option: 'one' }, false],
    ['any of, over a choice', picksOne, 'choice', { kind: 'choice', option: 'one' }, true],
    ['any of, over another choice', picksOne, 'choice', { kind: 'choice', option: 'two' }, false],
    ['any of, over several', picksOne, 'several', { kind: 'several', options: ['two', 'one'] }, true],
    ['any of, over a text', picksOne, 'text', { kind: 'text', text: 'one' }, false],
    ['other than, over a choice', picksOther, 'choice', { kind: 'choice', option: 'two' }, true],
    ['other than, over several', picksOther, 'several', { kind: 'several', options: ['one'] }, false],
    ['listed, over countries', listed, 'countries', { kind: 'countries', countries: [{ code: 'US', roles: ['home'] }] }, true],
    ['listed, over no countries', listed, 'countries', { kind: 'countries', countries: [] }, false],
    ['listed, over owners', listed, 'owners', { kind: 'owners', owners: [owner] }, true],
    ['listed, over no owners', listed, 'owners', { kind: 'owners', owners: [] }, false],
    ['listed, over jewels', listed, 'jewels', { kind: 'jewels', jewelIds: jewels.map((jewel) => jewel.id) }, true],
    ['listed, over no jewels', listed, 'jewels', { kind: 'jewels', jewelIds: [] }, false],
    ['listed, over a text', listed, 'text', { kind: 'text', text: 'x' }, false],
    ['at least ten, over nine', atLeastTen, 'number', { kind: 'number', count: 9 }, false],
    ['at least ten, over ten', atLeastTen, 'number', { kind: 'number', count: 10 }, true],
    ['at least ten, over 9.99 %', atLeastTen, 'percent', { kind: 'percent', shareBp: 999 }, false],
    ['at least ten, over 10 %', atLeastTen, 'percent', { kind: 'percent', shareBp: 1000 }, true],
    ['at least ten, over counts', atLeastTen, 'counts', { kind: 'counts', counts: { a: 1, b: 10 } }, true],
    ['at least ten, over small counts', atLeastTen, 'counts', { kind: 'counts', counts: { a: 1, b: 9 } }, false],
    ['at least ten, over a text', atLeastTen, 'text', { kind: 'text', text: '10' }, false],
  ]
  test.each(cases)('%s', (...[, condition, kind, value, expected]) => {
    expect(evaluate(condition, contextOf(kind, value))).toBe(expected ? yes : no)
    expect(evaluate({ not: condition }, contextOf(kind, value))).toBe(expected ? no : yes)
    expect(evaluate(condition, contextOf(kind, value, maybe))).toBe(expected ? maybe : no)
  })

  test.each([{ bad: id }, { notGood: id }, picksOne, picksOther, listed, atLeastTen] satisfies Condition[])(
    '%j is maybe over an open answer and no where the question is not applicable or hidden',
    (condition) => {
      expect(evaluate(condition, contextOf('practice', null))).toBe(maybe)
      expect(evaluate(condition, contextOf('practice', unknown))).toBe(maybe)
      expect(evaluate(condition, contextOf('practice', notApplicable()))).toBe(no)
      expect(evaluate(condition, { ...contextOf('practice', null), find: () => undefined })).toBe(no)
    },
  )
})

describe('a condition of several parts', () => {
  const context = contextOf('practice', practice('yes'))
  const open = contextOf('practice', null)
  const bad: Condition = { bad: id }
  const never: Condition = { any: [] }

  test('all of nothing is true and any of nothing is false', () => {
    expect(evaluate({ all: [] }, context)).toBe(yes)
    expect(evaluate(never, context)).toBe(no)
  })

  test('one false part settles all, one true part settles any, and an open part settles neither', () => {
    expect(evaluate({ all: [bad, never] }, open)).toBe(no)
    expect(evaluate({ all: [bad, { all: [] }] }, open)).toBe(maybe)
    expect(evaluate({ any: [bad, { all: [] }] }, open)).toBe(yes)
    expect(evaluate({ any: [bad, never] }, open)).toBe(maybe)
  })

  test('the relationship is known', () => {
    expect(evaluate({ relationship: ['supplier', 'partner'] }, context)).toBe(yes)
    expect(evaluate({ relationship: ['investor'] }, context)).toBe(no)
  })

  test('invariant 21: a dated rule holds from its own day on', () => {
    expect(['2026-11-21', '2026-11-22', '2026-11-23'].map((since) => evaluate({ since }, context))).toEqual([yes, yes, no])
  })

  test('not turns a truth round and leaves maybe alone', () => {
    expect([no, maybe, yes].map(not)).toEqual([yes, maybe, no])
  })
})
