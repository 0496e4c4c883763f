import { useTranslation } from 'react-i18next'
import { ImportDesk } from '#renderer/features/import/import-desk.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useNavigation } from '../use-route.ts'

export function ImportScreen() {
  const { t } = useTranslation('import')
  const { go } = useNavigation()
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      <ImportDesk onOpenParties={() => go({ screen: 'third-parties' })} />
    </div>
  )
}
