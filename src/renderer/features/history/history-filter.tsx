import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HistoryKind, historyKinds } from '#shared/contract/history.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { type HistoryFilter, noFilter } from './use-history.ts'

interface HistoryFilterBarProps {
  readonly filter: HistoryFilter
  readonly onChange: (filter: HistoryFilter) => void
}

const isKind = (value: string): value is HistoryKind => historyKinds.some((kind) => kind === value)

/** Narrows the history by kind, third party and day. */
export function HistoryFilterBar({ filter, onChange }: HistoryFilterBarProps) {
  const { t } = useTranslation('history')
  const id = useId()
  const [search, setSearch] = useState('')
  const objects = useQuery('history.objects', search === '' ? {} : { search })
  const { objects: parties, hasMore } = objects.state === 'ready' ? objects.value : { objects: [], hasMore: false }
  const isFiltered = filter.kind !== null || filter.objectId !== null || filter.day !== ''
  return (
    <form className="history-filter" role="search" aria-label={t('filter.label')} onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-kind`}>
          {t('filter.kind')}
        </label>
        <select
          id={`${id}-kind`}
          className="input"
          value={filter.kind ?? ''}
          onChange={(event) => onChange({ ...filter, kind: isKind(event.target.value) ? event.target.value : null })}
        >
          <option value="">{t('filter.everything')}</option>
          {historyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-party`}>
          {t('filter.party')}
        </label>
        <select
          id={`${id}-party`}
          className="input"
          value={filter.objectId ?? ''}
          onChange={(event) => onChange({ ...filter, objectId: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">{t('filter.all')}</option>
          {filter.objectId === null || parties.some(({ id: one }) => one === filter.objectId) ? null : (
            <option value={filter.objectId}>{t('filter.chosen')}</option>
          )}
          {parties.map((party) => (
            <option key={party.id} value={party.id}>
              {party.name}
            </option>
          ))}
        </select>
      </div>
      {hasMore || search !== '' ? (
        <TextField
          label={t('filter.find')}
          type="search"
          maxLength={200}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      <DateField label={t('filter.day')} day={filter.day} onDay={(day) => onChange({ ...filter, day: day ?? '' })} />
      {isFiltered ? (
        <Button look="quiet" onClick={() => onChange(noFilter)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </form>
  )
}
