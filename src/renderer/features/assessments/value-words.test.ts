import { describe, expect, test } from 'vitest'
import type { AnswerValue } from '#shared/domain/answer.ts'
import { JewelId } from '#shared/domain/ids.ts'
import { testPack } from './test-pack.ts'
import { countedBy, valueWords } from './value-words.ts'

const jewel = JewelId.parse('0b0e7d6e-51a7-4d0c-9a0e-0f3c7c1c2f01')
const names = { question: testPack.questions.find((question) => question.id === 'PR-03'), jewels: { [jewel]: 'Assay design' } }

describe('an answer in words', () => {
  test('counts by the labels of the options that are counted, where there are any', () => {
    const counted = testPack.questions.find((question) => question.id === 'PR-03')
    expect(valueWords({ kind: 'counts', counts: { code: 1_200, gone: 2 } }, { ...names, counted })).toBe('Source code: 1,200; gone: 2')
    const byId = new Map(testPack.questions.map((question) => [question.id, question]))
    if (counted === undefined) throw new Error('The test pack has no PR-03.')
    expect(countedBy({ ...counted, answer: { kind: 'counts', of: counted.id, unit: 'persons' } }, byId)).toBe(counted)
    expect(countedBy(counted, byId)).toBeUndefined()
  })

  const cases: readonly (readonly [AnswerValue, string])[] = [
    [{ kind: 'practice', choice: 'partly' }, 'Partly'],
    [{ kind: 'choice', option: 'code' }, 'Source code'],
    [{ kind: 'several', options: ['code', 'gone'] }, 'Source code, gone'],
    [{ kind: 'counts', counts: { genomic: 1_200 } }, 'genomic: 1,200'],
    [{ kind: 'percent', shareBp: 6_250 }, '62.50 %'],
    [{ kind: 'number', count: 12_000 }, '12,000'],
    [{ kind: 'date', on: '2026-10-01' }, '1 Oct 2026'],
    [{ kind: 'text', text: 'As typed' }, 'As typed'],
    [{ kind: 'countries', countries: [{ code: 'DE', roles: ['operating'] }] }, 'Germany (operating)'],
    [{ kind: 'owners', owners: [{ name: 'A', country: '', shareBp: 5_000, layer: 2 }] }, 'A, 50.00 %, layer 2'],
    [{ kind: 'owners', owners: [] }, 'None'],
    [{ kind: 'jewels', jewelIds: [jewel] }, 'Assay design'],
    [{ kind: 'not-applicable', reason: 'No data', countersignedBy: '' }, 'N/A: No data'],
    [{ kind: 'declined' }, 'Declined'],
  ]
  test.each(cases)('%o', (value, words) => {
    expect(valueWords(value, names)).toBe(words)
  })
  test('a crown jewel that is gone is said to be gone', () => {
    expect(valueWords({ kind: 'jewels', jewelIds: [jewel] }, { ...names, jewels: {} })).toContain('no longer listed')
  })
})
