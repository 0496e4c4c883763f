import { useState } from 'react'
import type { HistoryEntry } from '#shared/contract/history.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { clockText, countText, dayText } from '#renderer/ui/numbers.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { HistoryFilterBar } from './history-filter.tsx'
import { entryText } from './history-words.ts'
import { noFilter, useHistory } from './use-history.ts'
import { VerifyHistory } from './verify-history.tsx'

/** Every entry in words, newest first, a hundred at a time. */
export function HistoryView() {
  const [filter, setFilter] = useState(noFilter)
  const { shown, fault, isReading, readOlder } = useHistory(filter)
  if (shown === null) return fault === null ? <Waiting what="Reading the history…" /> : <Refusal words={wordsFor(fault)} />
  const { entries, hasMore, total, oldEntries } = shown
  return (
    <>
      <VerifyHistory />
      <HistoryFilterBar filter={filter} onChange={setFilter} />
      {fault === null ? null : <Refusal words={wordsFor(fault)} />}
      {entries.length === 0 ? (
        <EmptyState title="No entry fits">
          Choose another kind, third party or day. The vault has {countText(total, 'entry', 'entries')}.
        </EmptyState>
      ) : (
        <HistoryTable entries={entries} />
      )}
      <div className="form-actions">
        {hasMore ? (
          <Button isBusy={isReading} onClick={readOlder}>
            Show older entries
          </Button>
        ) : null}
        <span className="field-hint" role="status">
          {entries.length.toLocaleString('en-GB')} shown of {countText(total, 'entry', 'entries')}.
          {oldEntries === 0
            ? ''
            : ` ${countText(oldEntries, 'entry', 'entries')} from before a salvage are kept as evidence, in the export.`}
        </span>
      </div>
    </>
  )
}

function HistoryTable({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <table className="table history-table">
      <caption className="visually-hidden">History</caption>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">When</th>
          <th scope="col">What</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const { what, about } = entryText(entry)
          return (
            <tr key={entry.sequence}>
              <td className="history-number">{entry.sequence}</td>
              <td>
                {dayText(entry.at)}, {clockText(entry.at)}
              </td>
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
