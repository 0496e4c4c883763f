import { useTranslation } from 'react-i18next'
import { JewelList } from '#renderer/features/crown-jewels/jewel-list.tsx'
import { JewelSuggestions } from '#renderer/features/crown-jewels/jewel-suggestions.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useNavigation } from '../use-route.ts'

export function CrownJewelsScreen() {
  const { t } = useTranslation('crown-jewels')
  const { go } = useNavigation()
  const actions = (
    <Button isSmall onClick={() => go({ screen: 'exposure' })}>
      {t('openExposure')}
    </Button>
  )
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} actions={actions} />
      <div className="columns">
        <section className="part" aria-label={t('register')}>
          <JewelList />
        </section>
        <JewelSuggestions />
      </div>
    </div>
  )
}
