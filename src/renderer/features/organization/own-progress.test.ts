import { expect, test } from 'vitest'
import { OrganizationAnswer } from '#shared/domain/organization-answer.ts'
import { Domain } from '#shared/domain/pack.ts'
import { Question } from '#shared/domain/question.ts'
import { calendarDayOf } from '#shared/domain/calendar-day.ts'
import { isStale, ownSections } from './own-progress.ts'

const domain = (id: string) => Domain.parse({ id, step: 1, kind: 'gap', title: `Domain ${id}`, purpose: 'To test.' })
const own = (id: string) => ({
  question: Question.parse({
    id,
    meaning: 1,
    domain: id.slice(0, 2),
    audience: ['organization'],
    isLite: true,
    text: 'Is it so?',
    help: { why: 'w', good: 'g', proof: 'p', firstStep: 'f' },
    answer: { kind: 'practice', badAnswer: 'no' },
    weight: 1,
    mappings: { csf20: [], sp80053r5: [] },
    sources: ['N21'],
  }),
  dependsOnParty: false,
})
const answer = (questionId: string, answeredOn: string) =>
  OrganizationAnswer.parse({
    questionId,
    value: { kind: 'practice', choice: 'yes' },
    note: '',
    evidenceGrade: 'U',
    revision: 1,
    meaning: 1,
    answeredOn,
    savedAt: `${answeredOn}T09:00:00.000Z`,
  })

test('an answer is old the day after twelve months, not before', () => {
  expect(isStale(answer('CJ-01', '2025-11-21'), '2026-11-22')).toBe(true)
  expect(isStale(answer('CJ-01', '2025-11-22'), '2026-11-22')).toBe(false)
})

test('each domain has its own questions, answers, old answers and oldest day', () => {
  const given = {
    domains: [domain('CJ'), domain('IT')],
    questions: [own('CJ-01'), own('CJ-02'), own('IT-01')],
    answers: [answer('CJ-02', '2026-10-05'), answer('CJ-01', '2025-01-31'), answer('ZZ-01', '2020-01-01')],
  }
  const [jewels, insiders] = ownSections(given, '2026-11-22')
  expect(jewels?.questions.map(({ question }) => question.id)).toEqual(['CJ-01', 'CJ-02'])
  expect([...(jewels?.answers.keys() ?? [])]).toEqual(['CJ-01', 'CJ-02'])
  expect(jewels?.stale.map((old) => old.questionId)).toEqual(['CJ-01'])
  expect(jewels?.oldestOn).toBe('2025-01-31')
  expect(insiders).toMatchObject({ stale: [], oldestOn: null })
})

test('today is the day of this computer’s calendar', () => {
  expect(calendarDayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
