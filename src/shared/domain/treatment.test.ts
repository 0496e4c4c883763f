// How findings with a treatment stand on a day, and what names them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayDueOf, findingKey, findingOf, planStateOf, TreatedFinding, TreatmentDetails, TreatmentStatus } from './treatment.ts'

const work = { response: 'mitigate', status: 'open', dueOn: '2027-01-31', acceptedUntil: '2020-01-01' } as const
const accepted = { ...work, response: 'accept', acceptedUntil: '2026-11-22' } as const

describe('how a finding stands', () => {
  test('without a treatment, and with work on it, whatever else was typed', () => {
    expect(planStateOf(null, '2026-11-22')).toBe('untreated')
    for (const status of TreatmentStatus.options) expect(planStateOf({ ...work, status }, '2026-11-22')).toBe(status)
  })

  test('a risk is accepted through its last day, and lapsed from the next', () => {
    expect(planStateOf(accepted, '2026-11-22')).toBe('accepted')
    expect(planStateOf(accepted, '2026-11-23')).toBe('lapsed')
    expect(planStateOf({ ...accepted, acceptedUntil: null }, '2026-11-23')).toBe('accepted')
  })

  test('it is due on the day of the work until that is done, or on the last day of its acceptance', () => {
    expect(dayDueOf(work)).toBe('2027-01-31')
    expect(dayDueOf({ ...work, status: 'done' })).toBeNull()
    expect(dayDueOf({ ...accepted, status: 'done' })).toBe('2026-11-22')
  })
})

describe('what a treatment may say', () => {
  const details = { action: '', ownerName: '', finding: { kind: 'rule', ruleId: 'C-01' }, acceptedBy: '' }

  test.each([
    [{ ...details, ...accepted, acceptedBy: ' ' }, 'acceptedBy'],
    [{ ...details, ...accepted, acceptedBy: 'Dana', acceptedUntil: null }, 'acceptedUntil'],
    [{ ...details, ...work, dueOn: '31 January' }, 'dueOn'],
  ])('refuses %j', (input, path) => {
    expect(TreatmentDetails.safeParse(input).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })

  test('takes a risk that somebody accepts until a day', () => {
    expect(TreatmentDetails.safeParse({ ...details, ...accepted, acceptedBy: 'Dana' }).success).toBe(true)
  })
})

describe('what is treated', () => {
  const finding = fc.oneof(
    fc.constant({ kind: 'question', questionId: 'AD-02' }),
    fc.record({ kind: fc.constant('rule'), ruleId: fc.constantFrom('C-01', 'screening') }),
    fc.record({ kind: fc.constant('manual'), findingId: fc.uuid() }),
    fc.record({
      kind: fc.constant('condition'),
      condition: fc.string({ minLength: 1, maxLength: 500 }).filter((text) => text.trim() !== ''),
    }),
  )

  test('is the same after it was kept by its kind and key', () => {
    fc.assert(
      fc.property(finding, (input) => {
        const read = TreatedFinding.safeParse(input)
        fc.pre(read.success)
        expect(findingOf(input.kind, findingKey(TreatedFinding.parse(input)))).toEqual(read.data)
      }),
      { numRuns: 500 },
    )
  })

  test('is nothing of another kind', () => {
    expect(() => findingOf('guess', 'AD-02')).toThrow()
    expect(() => findingOf('question', 'not an id')).toThrow()
  })
})
