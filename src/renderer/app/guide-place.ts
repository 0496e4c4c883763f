// Where each of the first steps is done.
import type { OutputOf } from '#shared/contract/contract.ts'
import type { GuideStep } from '#shared/contract/guide.ts'
import type { Route } from './route.ts'

/** Steps about an assessment lead to a draft, else to the third party to start one for. */
export function placeOfStep(step: GuideStep, { draftId, partyId }: Pick<OutputOf<'guide.read'>, 'draftId' | 'partyId'>): Route {
  if (step === 'describe' || step === 'answer') return { screen: 'organization' }
  if (step === 'jewels') return { screen: 'crown-jewels' }
  if (step === 'party' || partyId === null) return { screen: 'new-third-party' }
  if (draftId === null) return { screen: 'third-party', id: partyId }
  return { screen: step === 'assess' ? 'assessment' : 'decision', id: draftId }
}
