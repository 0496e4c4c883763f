import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { clockText, dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { HistoryFilterBar } from './history-filter.tsx'
import { entryText } from './history-words.ts'
import { noFilter, useHistory } from './use-history.ts'
import { VerifyHistory } from './verify-history.tsx'

/** Every entry in words, newest first, a hundred at a time. */
export function HistoryView() {
  const { t } = useTranslation('history')
  const [filter, setFilter] = useState(noFilter)
  const { shown, fault, isReading, readOlder } = useHistory(filter)
  if (shown === null) return fault === null ? <Waiting what={t('reading')} /> : <Refusal words={wordsFor(fault)} />
  const { entries, hasMore, total, oldEntries } = shown
  return (
    <>
      <VerifyHistory />
      <HistoryFilterBar filter={filter} onChange={setFilter} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {entries.length === 0 ? (
        <EmptyState title={t('noneFits')}>{t('noneFitsText', { count: total })}</EmptyState>
      ) : (
        <HistoryTable entries={entries} />
      )}
      <div className="form-actions">
        {hasMore ? (
          <Button isBusy={isReading} onClick={readOlder}>
            {t('older')}
          </Button>
        ) : null}
        <span className="field-hint" role="status">
          {t('shown', { shown: entries.length, count: total })}
          {oldEntries === 0 ? '' : ` ${t('oldEntries', { count: oldEntries })}`}
        </span>
      </div>
    </>
  )
}

function HistoryTable({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { t } = useTranslation('history')
  return (
    <table className="table history-table">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.number')}</th>
          <th scope="col">{t('table.when')}</th>
          <th scope="col">{t('table.what')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const { what, about } = entryText(entry)
          return (
            <tr key={entry.sequence}>
              <td className="history-number">{entry.sequence}</td>
              <td>{t('moment', { day: dayText(entry.at), time: clockText(entry.at) })}</td>
              <th scope="row">
                {what}
                {about === '' ? null : <span className="table-second">{about}</span>}
              </th>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
