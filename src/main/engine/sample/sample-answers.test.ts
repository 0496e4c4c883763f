import { expect, test } from 'vitest'
import { JewelId } from '#shared/domain/ids.ts'
import { answersOf, named } from './sample-answers.ts'
import { createSampleClock, createSampleIds } from './sample-clock.ts'
import { SampleAnswers } from './sample-data.ts'

const jewel = JewelId.parse('11111111-1111-4111-8111-111111111111')
const jewels = new Map([['design', jewel]])

test('a sample file says in short what an answer is', () => {
  const answers = SampleAnswers.parse({
    yes: ['AD-01'],
    unknown: ['AD-02'],
    facts: { 'CJ-05': { kind: 'jewels', jewels: ['design'] }, 'OW-03': { kind: 'percent', shareBp: 250 } },
    notes: { 'AD-01': 'Seen.' },
    evidence: { A: ['AD-01'] },
    evidenceUntil: { 'AD-01': '2027-01-31' },
  })
  const bare = { note: '', evidenceGrade: 'U', evidenceExpiresOn: null }
  expect(answersOf(answers, jewels)).toEqual([
    { ...bare, questionId: 'CJ-05', value: { kind: 'jewels', jewelIds: [jewel] } },
    { ...bare, questionId: 'OW-03', value: { kind: 'percent', shareBp: 250 } },
    {
      questionId: 'AD-01',
      value: { kind: 'practice', choice: 'yes' },
      note: 'Seen.',
      evidenceGrade: 'A',
      evidenceExpiresOn: '2027-01-31',
    },
    { ...bare, questionId: 'AD-02', value: { kind: 'unknown' } },
  ])
})

test('what a file names must be there, and a fact must say what it is', () => {
  expect(() => named(jewels, 'ghost')).toThrow('names "ghost"')
  expect(() => answersOf(SampleAnswers.parse({ facts: { 'AD-01': 'yes' } }), jewels)).toThrow('must be an object')
})

test('the clock goes on a second at each look and never back, and the ids are the same each time', () => {
  const clock = createSampleClock('2026-01-01')
  expect(clock.now()).toBe('2026-01-01T09:00:01.000Z')
  clock.goTo('2026-02-01')
  clock.goTo('2026-01-15')
  expect(clock.now()).toBe('2026-02-01T09:00:01.000Z')
  const ids = [createSampleIds(), createSampleIds()].map((newId) => [newId(), newId()])
  expect(ids[0]).toEqual(ids[1])
  expect(new Set(ids[0]).size).toBe(2)
  expect(JewelId.safeParse(ids[0]?.[0]).success).toBe(true)
})
