import { expect, test } from 'vitest'
import { guideSteps } from '#shared/contract/guide.ts'
import { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { placeOfStep } from './guide-place.ts'

const draftId = AssessmentId.parse('11111111-1111-4111-8111-111111111111')
const partyId = ThirdPartyId.parse('22222222-2222-4222-8222-222222222222')
const screens = (at: Parameters<typeof placeOfStep>[1]) => guideSteps.map((step) => placeOfStep(step, at).screen)

test('in an empty vault every step leads somewhere one can begin', () => {
  expect(screens({ draftId: null, partyId: null })).toEqual([
    'organization',
    'organization',
    'crown-jewels',
    'new-third-party',
    'new-third-party',
    'new-third-party',
    'new-third-party',
  ])
})

test('with a third party but no draft, its screen is where an assessment starts', () => {
  expect(placeOfStep('assess', { draftId: null, partyId })).toEqual({ screen: 'third-party', id: partyId })
})

test('with a draft, assessing leads to its questions, deciding and signing to its decision', () => {
  expect(placeOfStep('assess', { draftId, partyId })).toEqual({ screen: 'assessment', id: draftId })
  expect(placeOfStep('sign', { draftId, partyId })).toEqual({ screen: 'decision', id: draftId })
})
