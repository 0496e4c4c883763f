import { useTranslation } from 'react-i18next'
import { ExposureMatrix } from '#renderer/features/exposure/exposure-matrix.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useNavigation } from '../use-route.ts'

export function ExposureScreen() {
  const { t } = useTranslation('exposure')
  const { go } = useNavigation()
  const toJewels = () => go({ screen: 'crown-jewels' })
  const actions = (
    <Button look="quiet" isSmall onClick={toJewels}>
      <Icon name="back" /> {t('back')}
    </Button>
  )
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} actions={actions} />
      <section className="part" aria-label={t('matrix')}>
        <ExposureMatrix
          onParty={(id) => go({ screen: 'third-party', id })}
          onAssessment={(id) => go({ screen: 'assessment', id })}
          onJewels={toJewels}
        />
      </section>
    </div>
  )
}
