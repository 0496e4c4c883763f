import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AboutView } from '#renderer/features/about/about-view.tsx'
import { HelpView } from '#renderer/features/help/help-view.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { useNavigation } from '../use-route.ts'

interface HelpPlace {
  readonly page?: string | undefined
  readonly heading?: string | undefined
}

/** The page and the heading, where there is one. */
function placeOf(page: string, heading: string | null) {
  return heading === null ? { page } : { page, heading }
}

export function HelpScreen({ page, heading }: HelpPlace) {
  const { t } = useTranslation('help')
  const { go } = useNavigation()
  return (
    <div className="page">
      <HelpView page={page} heading={heading} onGo={(next, at) => go({ screen: 'help', ...placeOf(next, at) })} />
      <p className="manual-foot">
        <Button look="quiet" onClick={() => go({ screen: 'guide' })}>
          {t('guideSteps')}
        </Button>
        <Button look="quiet" onClick={() => go({ screen: 'about' })}>
          {t('about')}
        </Button>
      </p>
    </div>
  )
}

/** The manual for somebody who has not opened a vault. */
export function HelpWithoutVault({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('help')
  const [place, setPlace] = useState<HelpPlace>({})
  return (
    <main className="page">
      <Button look="quiet" className="page-back" onClick={onBack}>
        <Icon name="back" /> {t('back')}
      </Button>
      <HelpView page={place.page} heading={place.heading} onGo={(next, at) => setPlace(placeOf(next, at))} />
    </main>
  )
}

export function AboutScreen() {
  return (
    <div className="page page-narrow">
      <AboutView />
    </div>
  )
}
