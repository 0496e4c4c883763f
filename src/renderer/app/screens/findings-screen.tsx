import { useTranslation } from 'react-i18next'
import { FindingsView } from '#renderer/features/findings/findings-view.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useNavigation } from '../use-route.ts'

export function FindingsScreen() {
  const { t } = useTranslation('findings')
  const { go } = useNavigation()
  return (
    <div className="page page-wide">
      <PageHead title={t('title')} lead={t('lead')} />
      <FindingsView onOpen={(id) => go({ screen: 'assessment', id })} onStart={() => go({ screen: 'third-parties' })} />
    </div>
  )
}
