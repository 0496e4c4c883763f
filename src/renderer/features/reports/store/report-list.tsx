import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '#shared/contract/reports.ts'
import type { ReportId } from '#shared/domain/ids.ts'
import { type ReportKind, reportKinds } from '#shared/domain/report-kind.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { ReportTable } from './report-table.tsx'

const pageLength = 50

interface Wanted {
  readonly search: string
  readonly kind: ReportKind | ''
  readonly offset: number
}

function isKind(text: string): text is ReportKind {
  return reportKinds.some((kind) => kind === text)
}

/** Every signed report, the newest first, a page at a time. */
export function ReportList({ onOpen }: { readonly onOpen: (id: ReportId) => void }) {
  const { t } = useTranslation('reports')
  const [wanted, setWanted] = useState<Wanted>({ search: '', kind: '', offset: 0 })
  const { search, kind, offset } = wanted
  const query = useQuery('reports.list', { search, offset, limit: pageLength, ...(kind === '' ? {} : { kind }) })
  return (
    <>
      <div className="report-filter" role="search" aria-label={t('filter.label')}>
        <TextField
          label={t('filter.search')}
          type="search"
          maxLength={200}
          placeholder={t('filter.searchHint')}
          value={search}
          onChange={(event) => setWanted({ ...wanted, search: event.target.value, offset: 0 })}
        />
        <SelectField
          label={t('filter.kind')}
          value={kind}
          choices={[{ id: '', label: t('filter.all') }, ...reportKinds.map((id) => ({ id, label: t(`kinds.${id}`) }))]}
          onChange={({ target: { value } }) => setWanted({ ...wanted, kind: isKind(value) ? value : '', offset: 0 })}
        />
      </div>
      {query.state === 'loading' ? <Waiting what={t('reading')} /> : null}
      {query.state === 'failed' ? (
        <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
      ) : null}
      {query.state === 'ready' ? (
        <Page reports={query.value.reports} total={query.value.total} wanted={wanted} onWant={setWanted} onOpen={onOpen} />
      ) : null}
    </>
  )
}

interface PageProps {
  readonly reports: readonly Report[]
  readonly total: number
  readonly wanted: Wanted
  readonly onWant: (wanted: Wanted) => void
  readonly onOpen: (id: ReportId) => void
}

function Page({ reports, total, wanted, onWant, onOpen }: PageProps) {
  const { t } = useTranslation('reports')
  const { offset, search, kind } = wanted
  const isAll = search === '' && kind === ''
  const isNewest = offset === 0
  const isOldest = offset + reports.length >= total
  const goTo = (next: number) => onWant({ ...wanted, offset: next })
  if (reports.length === 0)
    return <EmptyState title={t(isAll ? 'none.title' : 'none.foundTitle')}>{t(isAll ? 'none.text' : 'none.foundText')}</EmptyState>
  return (
    <>
      <ReportTable reports={reports} onOpen={onOpen} />
      <div className="form-actions">
        {isNewest && isOldest ? null : (
          <>
            {/* A button at its end keeps the focus that it has. */}
            <Button aria-disabled={isNewest || undefined} onClick={() => isNewest || goTo(Math.max(0, offset - pageLength))}>
              {t('pages.newer')}
            </Button>
            <Button aria-disabled={isOldest || undefined} onClick={() => isOldest || goTo(offset + pageLength)}>
              {t('pages.older')}
            </Button>
          </>
        )}
        <span className="field-hint" role="status">
          {t('pages.shown', { from: offset + 1, to: offset + reports.length, count: total })}
        </span>
      </div>
    </>
  )
}
