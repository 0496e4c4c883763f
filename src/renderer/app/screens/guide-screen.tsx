import { useTranslation } from 'react-i18next'
import { GuideAtAnyTime, GuidePart } from '#renderer/features/guide/guide-list.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { placeOfStep } from '../guide-place.ts'
import { useNavigation } from '../use-route.ts'

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
