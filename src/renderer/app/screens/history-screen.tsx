import { useTranslation } from 'react-i18next'
import { HistoryView } from '#renderer/features/history/history-view.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

/** What was done in this vault, and whether the record of it holds. */
export function HistoryScreen() {
  const { t } = useTranslation('history')
  return (
    <div className="page page-narrow">
      <PageHead title={t('title')} lead={t('lead')} />
      <HistoryView />
    </div>
  )
}
