// What each kind of answer says, and when it cannot be used.
import { describe, expect, test } from 'vitest'
import { answer, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { Question, type AnswerType } from '../domain/question.ts'
import type { AnswerValue } from '../domain/answer.ts'
import { readAnswer, severityOf } from './reading.ts'

const options = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
  { id: 'none', label: 'None' },
]
const roles = [{ id: 'home', label: 'Home' }]
const several: AnswerType = { kind: 'several', noneOption: 'none', options }
const choice: AnswerType = { kind: 'choice', options }
const number: AnswerType = { kind: 'number', unit: 'people', max: 10 }
const countries: AnswerType = { kind: 'countries', roles }

function read(type: AnswerType, value: AnswerValue) {
  const asked = Question.parse(question('AA-01', { answer: type }))
  const reading = readAnswer(asked, answer('AA-01', value))
  return typeof reading === 'string' ? reading : reading.state
}

/** Two owners, each with a share and a layer. */
function owners(...[firstBp, firstLayer, secondBp, secondLayer]: readonly [number, number, number, number]): AnswerValue {
  const one = { name: 'Founders', country: 'IE', shareBp: firstBp, layer: firstLayer }
  return { kind: 'owners', owners: [one, { ...one, name: 'Fund', shareBp: secondBp, layer: secondLayer }] }
}

test('a percentage that no schema has read and that is over a hundred cannot be used', () => {
  const asked = Question.parse(question('AA-01', { answer: { kind: 'percent' } }))
  const given = { ...answer('AA-01', { kind: 'percent', shareBp: 10_000 }), value: { kind: 'percent', shareBp: 10_001 } as const }
  expect(readAnswer(asked, given)).toBe('out-of-range')
})

describe('an answer', () => {
  test.each<[string, AnswerType, AnswerValue, string]>([
    ['of its own kind is known', { kind: 'text' }, { kind: 'text', text: '' }, 'known'],
    ['of another kind cannot be used', { kind: 'text' }, practice('yes'), 'wrong-kind'],
    ['of Unknown is open', { kind: 'text' }, unknown, 'open'],
    ['of Declined is open', { kind: 'text' }, { kind: 'declined' }, 'open'],
    ['of N/A with a reason does not apply', choice, notApplicable(), 'not-applicable'],
    ['that picks an option is known', choice, { kind: 'choice', option: 'two' }, 'known'],
    ['that picks no option of the question cannot be used', choice, { kind: 'choice', option: 'three' }, 'unknown-option'],
    ['that picks several is known', several, { kind: 'several', options: ['one', 'two'] }, 'known'],
    ['that picks none alone is known', several, { kind: 'several', options: ['none'] }, 'known'],
    ['that picks none beside another cannot be used', several, { kind: 'several', options: ['none', 'one'] }, 'unknown-option'],
    ['that picks one good and one odd option cannot be used', several, { kind: 'several', options: ['one', 'three'] }, 'unknown-option'],
    ['at the largest number is known', number, { kind: 'number', count: 10 }, 'known'],
    ['above the largest number cannot be used', number, { kind: 'number', count: 11 }, 'out-of-range'],
    ['of a whole hundred percent is known', { kind: 'percent' }, { kind: 'percent', shareBp: 10_000 }, 'known'],
    ['of owners who hold a whole layer each is known', { kind: 'owners' }, owners(6000, 1, 10_000, 2), 'known'],
    ['of owners who hold more than a layer cannot be used', { kind: 'owners' }, owners(6000, 1, 4001, 1), 'shares-over-whole'],
    ['with a role of the question is known', countries, { kind: 'countries', countries: [{ code: 'US', roles: ['home'] }] }, 'known'],
    [
      'with an odd role cannot be used',
      countries,
      { kind: 'countries', countries: [{ code: 'US', roles: ['home', 'away'] }] },
      'unknown-option',
    ],
  ])('%s', (...[, type, value, expected]) => {
    expect(read(type, value)).toBe(expected)
  })

  test('that picks nothing cannot be used, though no form can send it', () => {
    const asked = Question.parse(question('AA-01', { answer: several }))
    expect(readAnswer(asked, { ...answer('AA-01', unknown), value: { kind: 'several', options: [] } })).toBe('unknown-option')
  })
})

describe('the severity of a practice', () => {
  const [asked] = buildPack([question('AA-01', { answer: { kind: 'practice', badAnswer: 'yes' } })]).questions

  test.each<[AnswerValue, number | null]>([
    [practice('no'), 0],
    [practice('partly'), 1],
    [practice('yes'), 2],
    [unknown, null],
    [notApplicable(), null],
  ])('of %j is %s', (value, expected) => {
    const reading = asked === undefined ? 'wrong-kind' : readAnswer(asked, answer('AA-01', value))
    expect(asked === undefined || typeof reading === 'string' ? 'unread' : severityOf(asked.answer, reading)).toBe(expected)
  })
})
