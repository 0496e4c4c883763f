// A result as the first version stated it.
import { expect, test } from 'vitest'
import { answer, jewels, practice } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { ResultVersion1 } from '../domain/assessment-result-version-1.ts'
import { asVersion1 } from './result-version-1.ts'
import { score } from './score.ts'

test('keeps the names of badges, calls issues as they were called, and leaves out what was not listed', () => {
  const pack = buildPack([
    question('AA-01'),
    question('AA-02'),
    question('AA-03'),
    question('FA-01', { answer: { kind: 'number', unit: 'people', max: 5 } }),
  ])
  const unreasoned = { ...answer('AA-03', practice('yes')), value: { kind: 'not-applicable', reason: ' ', countersignedBy: '' } as const }
  const answers = [
    answer('AA-01', practice('yes')),
    answer('AA-01', practice('no')),
    answer('AA-02', { kind: 'text', text: 'fine' }),
    unreasoned,
    answer('FA-01', { kind: 'number', count: 6 }),
    answer('ZZ-01', practice('yes')),
  ]
  const result = asVersion1(score({ pack, relationship: 'supplier', profile: 'full', asOf: '2026-11-22', answers, jewels }))
  expect(ResultVersion1.parse(result)).toEqual(result)
  expect(result.badges).toEqual(['provisional'])
  expect(result.issues).toEqual([
    { questionId: 'AA-01', code: 'wrong-kind' },
    { questionId: 'AA-02', code: 'wrong-kind' },
    { questionId: 'FA-01', code: 'unknown-option' },
    { questionId: 'ZZ-01', code: 'unknown-question' },
  ])
  expect(Object.keys(result)).not.toContain('findings')
})
