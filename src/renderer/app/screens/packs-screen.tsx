import { useTranslation } from 'react-i18next'
import { AddPack } from '#renderer/features/packs/add-pack.tsx'
import { PackList } from '#renderer/features/packs/pack-list.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

/** The question packs of this vault, and the way to bring one's own. */
export function PacksScreen() {
  const { t } = useTranslation('packs')
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      <section className="part" aria-labelledby="packs-title">
        <h2 id="packs-title">{t('toStartWith')}</h2>
        <PackList />
      </section>
      <section className="part" aria-labelledby="add-pack-title">
        <h2 id="add-pack-title">{t('addYourOwn')}</h2>
        <p>{t('addLead')}</p>
        <AddPack />
      </section>
    </div>
  )
}
