// What is worth a look before signing.
import { describe, expect, test } from 'vitest'
import { contract, type OutputOf } from '#shared/contract/contract.ts'
import { adviceOn } from './advice.ts'

type Case = OutputOf<'decision.readCase'>
const { findings: Findings, reviews: Reviews } = contract['decision.readCase'].output.shape

const line = (changes: object): Case['findings'][number] => {
  const plain = {
    title: 'T',
    firstStep: '',
    domainId: null,
    floor: null,
    isFloorOpen: false,
    tier: 'high',
    state: 'untreated',
    treatment: null,
  }
  return Findings.element.parse({ finding: { kind: 'rule', ruleId: 'C-01' }, ...plain, ...changes })
}
const review = (changes: object): Case['reviews'][number] => {
  const plain = {
    reviewerName: 'Rita',
    reviewerRole: '',
    verdict: 'agrees',
    note: '',
    reviewedAt: '2026-11-22T09:00:00.000Z',
    isOutdated: false,
  }
  return Reviews.element.parse({ ...plain, ...changes })
}
const treatment = {
  id: '88888888-8888-4888-8888-888888888888',
  response: 'mitigate',
  action: '',
  ownerName: 'Ola',
  dueOn: '2027-01-01',
  status: 'open',
  acceptedBy: '',
  acceptedUntil: null,
  changedAt: '2026-11-22T09:00:00.000Z',
}
const condition = { kind: 'condition', condition: 'Name the owner' }

describe('before signing', () => {
  test('nothing is worth a look when everything has a plan and somebody agrees', () => {
    const findings = [line({ state: 'open' }), line({ finding: condition, state: 'open', treatment: { ...treatment, finding: condition } })]
    expect(adviceOn({ findings, reviews: [review({})] }, 'Dana')).toEqual([])
  })

  test('findings without a plan, STOPs first, lapsed risks, and conditions without owner or day are named', () => {
    const findings = [
      line({ floor: 'stop' }),
      line({}),
      line({}),
      line({ state: 'lapsed' }),
      line({ finding: condition }),
      line({ finding: condition, state: 'open', treatment: { ...treatment, finding: condition, dueOn: null } }),
      line({ finding: condition, state: 'open', treatment: { ...treatment, finding: condition, ownerName: '' } }),
    ]
    expect(adviceOn({ findings, reviews: [] }, '')).toEqual([
      { code: 'untreatedStop', count: 1 },
      { code: 'lapsed', count: 1 },
      { code: 'conditionNoOwner', count: 3 },
      { code: 'untreated', count: 2 },
      { code: 'noReview' },
    ])
  })

  test('a condition that is done, or accepted by somebody until a day, needs no other owner and no other day', () => {
    const carried = [
      { ...treatment, ownerName: '', dueOn: null, status: 'done' },
      { ...treatment, ownerName: '', dueOn: null, response: 'accept', acceptedBy: 'Dana', acceptedUntil: '2027-01-01' },
    ]
    const findings = carried.map((one) => line({ finding: condition, state: 'open', treatment: { ...one, finding: condition } }))
    expect(adviceOn({ findings, reviews: [review({})] }, 'Dana')).toEqual([])
  })

  test('the last word of a reviewer counts, and a change after it is named', () => {
    const asked = review({ verdict: 'asks-for-changes' })
    expect(adviceOn({ findings: [], reviews: [asked, review({ reviewerName: ' rita' })] }, 'Dana')).toEqual([])
    expect(adviceOn({ findings: [], reviews: [asked, review({ reviewerName: 'Max', isOutdated: true })] }, 'Dana')).toEqual([
      { code: 'changesAsked', name: 'Rita' },
      { code: 'outdated' },
    ])
  })

  test('a review by nobody but whoever decides is named, also when the decision came after it', () => {
    const known = { findings: [], reviews: [review({})] }
    expect(adviceOn(known, 'Rita, Counsel')).toEqual([{ code: 'ownReview' }])
    expect(adviceOn({ ...known, reviews: [review({}), review({ reviewerName: 'Max' })] }, 'Rita')).toEqual([])
  })
})
