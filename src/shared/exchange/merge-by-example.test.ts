// Two assessors by example: on what they agree, what counts when they do, and how a contradiction is settled.
import { describe, expect, test } from 'vitest'
import { answer, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import type { AnswerValue } from '../domain/answer.ts'
import { answersToScore, differencesOf, merge, type Merged, settle, statementsOf } from './merge.ts'

function values(questionId: string, ...all: readonly AnswerValue[]): Merged {
  return merge(...all.map((value, index) => statementsOf(`Assessor ${index}`, [answer(questionId, value)])))
}

describe('two assessors', () => {
  test.each<[string, AnswerValue, AnswerValue]>([
    ['kinds', { kind: 'several', options: ['a', 'b'] }, { kind: 'several', options: ['b', 'a'] }],
    ['jewels', { kind: 'jewels', jewelIds: [] }, { kind: 'jewels', jewelIds: [] }],
    ['owners', { kind: 'owners', owners: [owner('A'), owner('B')] }, { kind: 'owners', owners: [owner('B'), owner('A')] }],
    [
      'countries',
      { kind: 'countries', countries: [{ code: 'DE', roles: ['x', 'y'] }] },
      { kind: 'countries', countries: [{ code: 'DE', roles: ['y', 'x'] }] },
    ],
    ['N/A with other words', notApplicable('Somebody'), notApplicable('Somebody else')],
  ])('who name the same %s in another order agree', (_, one, two) => {
    const merged = values('AA-01', one, two)
    expect(differencesOf(merged)).toEqual([])
    expect(answersToScore(merged)).toHaveLength(1)
  })

  test.each<[string, AnswerValue, AnswerValue]>([
    ['Yes and No', practice('yes'), practice('no')],
    ['Yes and Unknown', practice('yes'), unknown],
    ['Yes and N/A', practice('yes'), notApplicable()],
    ['one owner and two of the same', { kind: 'owners', owners: [owner('A')] }, { kind: 'owners', owners: [owner('A'), owner('A')] }],
    ['different kinds', { kind: 'several', options: ['a'] }, { kind: 'several', options: ['a', 'b'] }],
  ])('contradict each other with %s', (_, one, two) => {
    const merged = values('AA-01', one, two)
    expect(differencesOf(merged).map(({ questionId, differsIn }) => ({ questionId, differsIn }))).toEqual([
      { questionId: 'AA-01', differsIn: ['value'] },
    ])
    expect(answersToScore(merged)).toHaveLength(2)
  })

  test('who agree in the answer count with the weaker evidence, the earlier expiry and no borrowed countersignature', () => {
    const strong = { ...answer('AA-01', practice('yes'), 'A'), note: 'Seen.', evidenceExpiresOn: '2027-05-01' }
    const weak = { ...answer('AA-01', practice('yes'), 'C'), evidenceExpiresOn: '2027-01-01' }
    const merged = merge(statementsOf('One', [strong]), statementsOf('Two', [weak]))
    expect(differencesOf(merged)[0]?.differsIn).toEqual(['evidence', 'note'])
    expect(answersToScore(merged)).toEqual([{ ...weak, note: '' }])
    const late = { ...weak, evidenceExpiresOn: '2028-01-01' }
    const [graded] = answersToScore(merge(statementsOf('One', [strong]), statementsOf('Two', [late])))
    expect(graded).toEqual({ ...late, evidenceExpiresOn: '2027-05-01' })
    const [unsigned] = answersToScore(values('AA-01', notApplicable('Second Person'), notApplicable('')))
    expect(unsigned?.value).toEqual(notApplicable(''))
  })

  test('settle a contradiction by choosing a statement, and no other question changes', () => {
    const merged = merge(values('AA-01', practice('yes'), practice('no')), values('AA-02', practice('yes'), practice('no')))
    const chosen = merged[0]?.statements[0]
    if (chosen === undefined) throw new Error('there are two statements')
    const settled = settle(merged, chosen)
    expect(differencesOf(settled).map((one) => one.questionId)).toEqual(['AA-02'])
    expect(settled[0]?.statements).toEqual([chosen])
    expect(settle(merged, { ...chosen, by: 'Nobody' })).toEqual(merged)
  })
})

function owner(name: string) {
  return { name, country: 'DE', shareBp: 1_000, layer: 1 }
}
