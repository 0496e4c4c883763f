import { useTranslation } from 'react-i18next'
import type { GuideStep } from '#shared/contract/guide.ts'
import { GuideAtAnyTime, GuidePart, type GuideState } from '#renderer/features/guide/guide-list.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { Route } from '../route.ts'
import { useNavigation } from '../use-route.ts'

/** Where a step is done; steps about an assessment lead to a draft, else to the third party to start one for. */
export function placeOfStep(step: GuideStep, { draftId, partyId }: Pick<GuideState, 'draftId' | 'partyId'>): Route {
  if (step === 'describe' || step === 'answer') return { screen: 'organization' }
  if (step === 'jewels') return { screen: 'crown-jewels' }
  if (step === 'party' || (draftId === null && partyId === null)) return { screen: 'new-third-party' }
  if (draftId !== null) return { screen: step === 'assess' ? 'assessment' : 'decision', id: draftId }
  return partyId === null ? { screen: 'third-parties' } : { screen: 'third-party', id: partyId }
}

/** The first steps as a part of Home. */
export function GuideOnHome() {
  const { go } = useNavigation()
  return <GuidePart onStep={(step, state) => go(placeOfStep(step, state))} />
}

export function GuideScreen() {
  const { t } = useTranslation('guide')
  const { go } = useNavigation()
  return (
    <div className="page page-narrow">
      <PageHead title={t('title')} lead={t('lead')} />
      <section className="part" aria-label={t('title')}>
        <GuideAtAnyTime onStep={(step, state) => go(placeOfStep(step, state))} />
      </section>
    </div>
  )
}
