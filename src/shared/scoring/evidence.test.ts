// Evidence that expires, screening and the day to look again, by hand.
import { describe, expect, test } from 'vitest'
import { answer, jewels, notApplicable, practice, unknown } from '#test/generators/answers.ts'
import { buildPack, question } from '#test/generators/build-pack.ts'
import { AnswerInput, type EvidenceGrade } from '../domain/answer.ts'
import { Screening } from '../domain/assessment-screening.ts'
import type { ScoreInput } from './input.ts'
import { effectiveGrade, hasExpired } from './evidence.ts'
import { reassessmentMonths } from './reassessment.ts'
import { score } from './score.ts'

const asOf = '2026-11-22'
const pack = buildPack([
  question('AA-01', { flags: [{ level: 'high', reason: 'It is bad.', sources: ['S1'] }] }),
  question('CT-05', { answer: { kind: 'date' } }),
])

function run(answers: readonly AnswerInput[], changes: Partial<ScoreInput> = {}) {
  return score({ pack, relationship: 'supplier', profile: 'full', asOf, answers, jewels, ...changes })
}

function proved(evidenceGrade: EvidenceGrade, evidenceExpiresOn: string | null): AnswerInput {
  return { ...answer('AA-01', practice('yes'), evidenceGrade), evidenceExpiresOn }
}

describe('evidence', () => {
  test.each([
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'D'],
    ['D', 'U'],
    ['U', 'U'],
  ] as const)('of grade %s counts as %s once it has expired', (grade, expected) => {
    expect(effectiveGrade(proved(grade, '2026-11-21'), asOf)).toBe(expected)
    expect(effectiveGrade(proved(grade, '2026-11-22'), asOf)).toBe(grade)
    expect(effectiveGrade(proved(grade, null), asOf)).toBe(grade)
    expect(effectiveGrade(answer('AA-01', practice('yes'), grade), asOf)).toBe(grade)
  })

  test('that is none cannot expire', () => {
    expect(hasExpired(proved('U', '2020-01-01'), asOf)).toBe(false)
    expect(run([proved('U', '2020-01-01')]).badges).toEqual([])
  })

  test('that has expired lowers confidence, makes the result stale and names the question', () => {
    const holds = run([proved('C', '2026-11-22')])
    const expired = run([proved('C', '2026-11-21')])
    expect([holds.confidence, holds.badges]).toEqual(['medium', []])
    expect([expired.confidence, expired.isUnconfirmed]).toEqual(['low', true])
    expect(expired.badges).toEqual([{ badge: 'stale', reasons: [{ code: 'evidence-expired', ids: ['AA-01'] }] }])
    expect(expired.tier).toEqual(holds.tier)
  })

  test.each([unknown, notApplicable()])('beside an answer that it cannot prove does not expire', (value) => {
    const { badges } = run([{ ...answer('AA-01', value, 'A'), evidenceExpiresOn: '2020-01-01' }])
    expect(badges.filter(({ badge }) => badge === 'stale')).toEqual([])
  })

  test('is read from an answer that was stored before evidence could expire', () => {
    const old = { questionId: 'AA-01', value: { kind: 'practice', choice: 'yes' }, note: '', evidenceGrade: 'A' }
    expect(AnswerInput.parse(old)).toEqual(old)
  })
})

const lists = [
  { listId: 'us-csl', editionOn: '2026-10-23' },
  { listId: 'eu', editionOn: '2026-10-22' },
]
const screening = (outcome: Screening['outcome']): Screening => Screening.parse({ screenedOn: '2026-11-20', lists, outcome })

describe('screening', () => {
  const good = [proved('A', null)]

  test.each([
    ['match', 'fired', { best: 'critical', worst: 'critical' }, /was found .* Stop, counsel review needed\.$/],
    ['possible-match', 'unresolved', { best: 'low', worst: 'critical' }, /may be .* Stop, counsel review needed\.$/],
    ['could-not-screen', 'unresolved', { best: 'low', worst: 'critical' }, /could not be screened .* Stop and screen them first\.$/],
  ] as const)('with the outcome %s is a STOP that is %s', (...[outcome, state, tier, reason]) => {
    const result = run(good, { screening: screening(outcome) })
    expect(result.flags).toEqual([{ ruleId: 'screening', questionId: null, level: 'stop', state, reason: expect.stringMatching(reason) }])
    expect(result.tier).toEqual(tier)
    expect(result.driver).toEqual({ kind: 'flag', id: 'screening' })
    expect(result.findings.find((finding) => finding.id === 'screening')).toEqual({
      id: 'screening',
      questionId: null,
      domainId: null,
      answer: 'none',
      evidenceGrade: null,
      loBp: 0,
      hiBp: 0,
      flags: [{ ruleId: 'screening', level: 'stop', state }],
      helpIds: [],
    })
    expect(result.vector).toContain(`F:screeningS${state === 'fired' ? '!' : '?'}`)
  })

  test('without a match, or none at all, sets no floor', () => {
    expect(run(good, { screening: screening('no-match') }).flags).toEqual([])
    expect(run(good, { screening: null })).toEqual(run(good))
  })

  test('of an edition more than 30 days old makes the result stale, and names the list', () => {
    expect(run(good, { screening: screening('no-match') }).badges).toEqual([
      { badge: 'stale', reasons: [{ code: 'list-old', ids: ['eu'] }] },
    ])
    expect(run(good, { screening: screening('no-match'), asOf: '2026-11-21' }).badges).toEqual([])
    expect(run(good, { screening: screening('no-match'), asOf: '2026-12-01' }).badges[0]?.reasons[0]?.ids).toEqual(['eu', 'us-csl'])
  })

  test.each([
    ['with no list, unless nothing could be screened', { screenedOn: '2026-11-20', lists: [], outcome: 'no-match' }],
    ['with an edition younger than the screening', { screenedOn: '2026-10-22', lists, outcome: 'no-match' }],
    ['with a list twice', { screenedOn: '2026-11-20', lists: [...lists, ...lists], outcome: 'match' }],
    ['with an odd list id', { screenedOn: '2026-11-20', lists: [{ listId: '../x', editionOn: '2026-11-01' }], outcome: 'match' }],
    ['on a day that is in no calendar', { screenedOn: '2026-02-30', lists, outcome: 'match' }],
  ])('%s is refused', (_, value) => {
    expect(Screening.safeParse(value).success).toBe(false)
    expect(Screening.safeParse({ screenedOn: '2026-11-20', lists: [], outcome: 'could-not-screen' }).success).toBe(true)
  })
})

describe('the next reassessment', () => {
  const planned = (on: string) => answer('CT-05', { kind: 'date', on })

  test('comes after 6, 12, 24 or 36 months by the worst tier; a Low that is not confirmed counts as Moderate', () => {
    expect(reassessmentMonths).toEqual({ critical: 6, high: 12, moderate: 24, low: 36 })
    expect(run([proved('A', null)]).nextReassessment).toEqual({ on: '2029-11-22', reason: { code: 'tier', months: 36 } })
    expect(run([proved('U', null)]).nextReassessment).toEqual({ on: '2028-11-22', reason: { code: 'tier', months: 24 } })
    expect(run([answer('AA-01', practice('no'))]).nextReassessment).toEqual({ on: '2027-11-22', reason: { code: 'tier', months: 12 } })
    const stopped = run([proved('A', null)], { screening: screening('match') })
    expect(stopped.nextReassessment).toEqual({ on: '2027-05-22', reason: { code: 'tier', months: 6 } })
  })

  test('comes on the planned day when that is earlier, even if it has passed, and not when it is later, open or no date', () => {
    const next = (...answers: AnswerInput[]) => run([proved('A', null), ...answers]).nextReassessment
    expect(next(planned('2027-03-01'))).toEqual({ on: '2027-03-01', reason: { code: 'planned', questionId: 'CT-05' } })
    expect(next(planned('2026-01-01')).on).toBe('2026-01-01')
    expect(next(planned('2029-11-22'))).toEqual({ on: '2029-11-22', reason: { code: 'tier', months: 36 } })
    expect(next(planned('2031-01-01')).on).toBe('2029-11-22')
    expect(next(answer('CT-05', unknown)).on).toBe('2029-11-22')
    const other = buildPack([question('AA-01'), question('CT-05')])
    expect(run([proved('A', null), answer('CT-05', practice('yes'))], { pack: other }).nextReassessment.on).toBe('2029-11-22')
  })
})
