import { HistoryView } from '#renderer/features/history/history-view.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'

/** What was done in this vault, and whether the record of it holds. */
export function HistoryScreen() {
  return (
    <div className="page page-narrow">
      <PageHead
        title="History"
        lead="Every change leaves an entry that follows from the one before it, so that nothing can be changed or left out unnoticed."
      />
      <HistoryView />
    </div>
  )
}
