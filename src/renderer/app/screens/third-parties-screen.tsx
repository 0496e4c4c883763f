import { useTranslation } from 'react-i18next'
import { ThirdPartyTable } from '#renderer/features/third-parties/third-party-table.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useNavigation } from '../use-route.ts'

export function ThirdPartiesScreen() {
  const { t } = useTranslation('third-parties')
  const { go } = useNavigation()
  const add = () => go({ screen: 'new-third-party' })
  const actions = (
    <Button isSmall onClick={add}>
      <Icon name="plus" /> {t('add')}
    </Button>
  )
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} actions={actions} />
      <section className="part" aria-label={t('title')}>
        <ThirdPartyTable isFirstStep onOpen={(id) => go({ screen: 'third-party', id })} onAdd={add} />
      </section>
    </div>
  )
}
