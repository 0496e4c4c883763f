// Why a question shows, as data and in words.
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import type { AnswerInput } from '../domain/answer.ts'
import type { Condition } from '../domain/condition.ts'
import { becauseInWords, englishBecause } from './because-words.ts'
import { shownBecause } from './shown-because.ts'

const options = [
  { id: 'code', label: 'Source code' },
  { id: 'site', label: 'Our sites' },
  { id: 'none', label: 'Nothing' },
]
const facts = [
  question('PR-03', { answer: { kind: 'several', options, noneOption: 'none' } }),
  question('PR-04', { answer: { kind: 'choice', options } }),
  question('PR-05', { answer: { kind: 'jewels' } }),
  question('PR-06', { answer: { kind: 'percent' } }),
  question('AA-01'),
  question('AA-02', { shownIf: { question: 'PR-03', anyOf: ['site'] } }),
]
const code = answer('PR-03', { kind: 'several', options: ['code', 'site'] })
const nothing = answer('PR-03', { kind: 'several', options: ['none'] })

/** Why AA-09 shows when it hangs on this condition; null when it does not. */
function why(shownIf: Condition | undefined, answers: readonly AnswerInput[], gate?: string) {
  const pack = buildPack([
    ...facts,
    question('AA-09', { ...(shownIf === undefined ? {} : { shownIf }), ...(gate === undefined ? {} : { gate }) }),
  ])
  const input = { pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels } as const
  const one = shownBecause(input).find(({ questionId }) => questionId === 'AA-09')
  return one === undefined
    ? null
    : { ...one, words: becauseInWords(one, englishBecause, new Map(pack.questions.map((other) => [other.id, other]))) }
}

/** A condition over questions by their plain ids. */
function condition(value: unknown): Condition {
  const pack = buildPack([...facts, question('ZZ-01', { shownIf: Object(value) })])
  const found = pack.questions.at(-1)?.shownIf
  if (found === undefined) throw new Error('The question has a condition.')
  return found
}

describe('a question shows', () => {
  test.each([
    ['always', undefined, [], 'always shown', true],
    [
      'because of a chosen option, not of others',
      { question: 'PR-03', anyOf: ['code'] },
      [code],
      'shown because you answered “Source code” to PR-03',
      true,
    ],
    [
      'because of two chosen options',
      { question: 'PR-03', otherThan: ['none'] },
      [code],
      'shown because you answered “Source code”, “Our sites” to PR-03',
      true,
    ],
    [
      'because of a choice',
      { question: 'PR-04', anyOf: ['code'] },
      [answer('PR-04', { kind: 'choice', option: 'code' })],
      'shown because you answered “Source code” to PR-04',
      true,
    ],
    [
      'because of a list',
      { question: 'PR-05', listed: true },
      [answer('PR-05', { kind: 'jewels', jewelIds: jewels.map((jewel) => jewel.id).slice(0, 1) })],
      'shown because you listed something in PR-05',
      true,
    ],
    [
      'because of an amount',
      { question: 'PR-06', atLeast: 25 },
      [answer('PR-06', { kind: 'percent', shareBp: 2500 })],
      'shown because PR-06 is 25 or more',
      true,
    ],
    ['because of a practice', { bad: 'AA-01' }, [answer('AA-01', practice('no'))], 'shown because you answered “No” to AA-01', true],
    ['because an answer is blank', { bad: 'AA-01' }, [], 'shown because AA-01 is not yet known', false],
    ['because an answer is unknown', { bad: 'AA-01' }, [answer('AA-01', unknown)], 'shown because AA-01 is not yet known', false],
    ['because of the relationship', { relationship: ['supplier'] }, [], 'shown because the third party is a supplier', true],
    ['because of the date', { since: '2026-01-01' }, [], 'shown because the as-of day is 2026-01-01 or later', true],
    ['because the date has not come', { not: { since: '2030-01-01' } }, [], 'shown because the as-of day is before 2030-01-01', true],
    [
      'because an answer does not rule it out',
      { not: { question: 'PR-03', anyOf: ['none'] } },
      [code],
      'shown because your answer to PR-03 does not rule it out',
      true,
    ],
    [
      'because an N/A does not rule it out',
      { not: { question: 'PR-03', anyOf: ['none'] } },
      [answer('PR-03', notApplicable())],
      'shown because your answer to PR-03 does not rule it out',
      true,
    ],
    [
      'with every part that must hold',
      { all: [{ question: 'PR-03', anyOf: ['code'] }, { bad: 'AA-01' }] },
      [code],
      'shown because it may apply: you answered “Source code” to PR-03 and AA-01 is not yet known',
      false,
    ],
    [
      'with the certain part where one is enough',
      { any: [{ question: 'PR-03', anyOf: ['code'] }, { bad: 'AA-01' }] },
      [code],
      'shown because you answered “Source code” to PR-03',
      true,
    ],
    [
      'with the open parts where none is certain',
      { any: [{ question: 'PR-03', anyOf: ['code'] }, { bad: 'AA-01' }] },
      [nothing],
      'shown because AA-01 is not yet known',
      false,
    ],
    ['with each reason once', { all: [{ bad: 'AA-01' }, { any: [{ bad: 'AA-01' }] }] }, [], 'shown because AA-01 is not yet known', false],
    [
      'with the parts of a negation turned round',
      { not: { any: [{ question: 'PR-03', anyOf: ['none'] }, { bad: 'AA-01' }] } },
      [code],
      'shown because it may apply: your answer to PR-03 does not rule it out and AA-01 is not yet known',
      false,
    ],
    [
      'with what is enough to break a negated pair',
      { not: { all: [{ question: 'PR-03', anyOf: ['none'] }, { bad: 'AA-01' }] } },
      [code],
      'shown because your answer to PR-03 does not rule it out',
      true,
    ],
    ['though a question it would ask is hidden', { not: { bad: 'AA-02' } }, [nothing], 'always shown', true],
  ] as const)('%s', (...[, shownIf, answers, words, isCertain]) => {
    const reason = why(shownIf === undefined ? undefined : condition(shownIf), answers)
    expect(reason?.words).toBe(words)
    expect(reason?.isCertain).toBe(isCertain)
  })

  test('not at all when its condition is false', () => {
    expect(why(condition({ question: 'PR-03', anyOf: ['code'] }), [nothing])).toBeNull()
  })

  test('as the child of a gate because the gate is not good, or open', () => {
    expect(why(undefined, [answer('AA-01', practice('partly'))], 'AA-01')?.words).toBe('shown because you answered “Partly” to AA-01')
    expect(why(undefined, [], 'AA-01')?.because).toEqual([{ kind: 'open', questionId: 'AA-01', openness: 'blank' }])
    expect(why(undefined, [answer('AA-01', { kind: 'declined' })], 'AA-01')?.because).toEqual([
      { kind: 'open', questionId: 'AA-01', openness: 'declined' },
    ])
    expect(
      why(undefined, [code, { ...code, questionId: facts.length > 0 ? answer('AA-01', unknown).questionId : code.questionId }], 'AA-01')
        ?.because,
    ).toEqual([{ kind: 'open', questionId: 'AA-01', openness: 'unusable' }])
  })

  test('in the words of another language, with the ids of options that have no label and places that have no value as they are', () => {
    const phrases = { ...englishBecause, shown: 'sichtbar, weil {reasons} {other}', answered: '{question} = {answer}' }
    const one = why(condition({ question: 'PR-03', anyOf: ['code'] }), [code])
    if (one === null) throw new Error('The question shows.')
    expect(becauseInWords(one, phrases, new Map())).toBe('sichtbar, weil PR-03 = code {other}')
  })
})
