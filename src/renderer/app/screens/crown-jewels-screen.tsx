import { useTranslation } from 'react-i18next'
import { JewelList } from '#renderer/features/crown-jewels/jewel-list.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

export function CrownJewelsScreen() {
  const { t } = useTranslation('crown-jewels')
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      <section className="part" aria-label={t('title')}>
        <JewelList />
      </section>
    </div>
  )
}
