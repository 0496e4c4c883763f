import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FindingFilter, type FindingOrder, mostFindingsAtOnce } from '#shared/contract/findings.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ExportButton } from './export-button.tsx'
import { FilterBar, noFilter } from './filter-bar.tsx'
import { FindingsTable, rowId } from './findings-table.tsx'

const longestCount = 1_000
const pageLength = 50
const nothing: ReadonlySet<string> = new Set()

const narrows = (filter: FindingFilter) => JSON.stringify(filter) !== JSON.stringify(noFilter)

interface FindingsViewProps {
  readonly onOpen: (id: AssessmentId) => void
  /** Goes to where an assessment is started. */
  readonly onStart: () => void
}

/** The findings of all assessments that count: filtered, changed many at a time, exported. */
export function FindingsView({ onOpen, onStart }: FindingsViewProps) {
  const { t } = useTranslation('findings')
  const [filter, setFilter] = useState(noFilter)
  const [order, setOrder] = useState<FindingOrder>('pressing')
  const [selected, setSelected] = useState(nothing)
  const [length, setLength] = useState(pageLength)
  const query = useQuery('findings.list', { filter, order, limit: length, cursor: null })
  const shown = query.state === 'ready' ? query.value : null
  const findings = shown?.findings ?? []
  // What is shown may still answer the filter before this one: the bar, with the focus in it, stays until it does not.
  const isFiltered = [filter, query.state === 'ready' ? query.answered.filter : noFilter].some(narrows)
  if (shown?.count === 0 && shown.staleCount === 0 && !isFiltered)
    return <Nothing isFiltered={false} onClear={() => undefined} onStart={onStart} />
  return (
    <>
      <FilterBar
        filter={filter}
        order={order}
        onFilter={(next) => {
          setSelected(nothing)
          setLength(pageLength)
          setFilter(next)
        }}
        onOrder={setOrder}
      />
      {query.state === 'failed' ? (
        <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('again')}</Button>} />
      ) : null}
      {shown === null ? (
        query.state === 'loading' ? (
          <Waiting what={t('reading')} />
        ) : null
      ) : (
        <>
          <div className="findings-head">
            <p role="status" className="findings-count">
              {shown.count >= longestCount ? t('countMost', { count: longestCount }) : t('count', { count: shown.count })}
              {shown.staleCount === 0 ? '' : ` ${t('stale', { count: shown.staleCount })}`}
            </p>
            {findings.length === 0 ? null : <ExportButton filter={filter} order={order} />}
          </div>
          <BulkBar chosen={findings.filter((row) => selected.has(rowId(row)))} onDone={() => setSelected(nothing)} />
          {findings.length === 0 ? (
            <Nothing isFiltered={isFiltered} onClear={() => setFilter(noFilter)} onStart={onStart} />
          ) : (
            <FindingsTable findings={findings} today={shown.today} selected={selected} onSelect={setSelected} onOpen={onOpen} />
          )}
          {shown.nextCursor === null ? null : (
            <div className="form-actions">
              {length < mostFindingsAtOnce ? (
                <Button onClick={() => setLength(Math.min(mostFindingsAtOnce, length + pageLength))}>{t('more')}</Button>
              ) : (
                <span className="form-saved">{t('tooMany', { count: mostFindingsAtOnce })}</span>
              )}
            </div>
          )}
        </>
      )}
    </>
  )
}

interface NothingProps {
  readonly isFiltered: boolean
  readonly onClear: () => void
  readonly onStart: () => void
}

function Nothing({ isFiltered, onClear, onStart }: NothingProps) {
  const { t } = useTranslation('findings')
  if (!isFiltered)
    return (
      <EmptyState title={t('empty.title')} action={<Button onClick={onStart}>{t('empty.start')}</Button>}>
        {t('empty.text')}
      </EmptyState>
    )
  return (
    <EmptyState title={t('empty.filteredTitle')} action={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
      {t('empty.filteredText')}
    </EmptyState>
  )
}
