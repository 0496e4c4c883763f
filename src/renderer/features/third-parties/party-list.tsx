import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { SavedView, ThirdPartyView } from '#shared/domain/third-party-view.ts'
import { refresh } from '#renderer/bridge/refresh.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ExportList } from './export-list.tsx'
import { PartyFilters } from './party-filters.tsx'
import { PartyGrid } from './party-grid.tsx'
import { everything, PartyViews } from './party-views.tsx'
import type { PartyList as List } from './party-pages.ts'
import { usePartyList } from './use-party-list.ts'
import { useSelection } from './use-selection.ts'

interface PartyListProps {
  readonly view: ThirdPartyView
  readonly onView: (view: ThirdPartyView) => void
  readonly onOpen: (id: ThirdPartyId) => void
  readonly onAdd: () => void
}

const noFacets = { countries: [], tags: [] }
const noViews: readonly SavedView[] = []

/** Everybody the organization deals with and has written down: searched, filtered, sorted, changed many at once. */
export function PartyList({ view, onView, onOpen, onAdd }: PartyListProps) {
  const { t } = useTranslation('third-parties')
  const { list, fault, need } = usePartyList(view)
  // Asked for together with the first rows, so that the list is whole at once.
  const facets = useQuery('thirdParties.facets', { isArchived: view.filter.isArchived === true })
  const views = useQuery('thirdParties.views', {})
  if (fault !== null)
    return <Refusal words={wordsFor(fault)} actions={<Button onClick={() => refresh('thirdParties.list')}>{t('tryAgain')}</Button>} />
  if (list === null) return <Waiting what={t('reading')} />
  const { allCount, archivedCount } = list.counts
  if (allCount + archivedCount === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        action={
          <Button changes look="primary" onClick={onAdd}>
            <Icon name="plus" /> {t('add')}
          </Button>
        }
      >
        {t('empty.text')}
      </EmptyState>
    )
  }
  return (
    <div className="parties">
      <PartyFilters
        filter={view.filter}
        facets={facets.state === 'ready' ? facets.value : noFacets}
        archivedCount={archivedCount}
        onChange={(filter) => onView({ ...view, filter })}
      />
      <CountLine list={list} view={view} views={views.state === 'ready' ? views.value.views : noViews} onView={onView} />
      <ChosenRows list={list} view={view} onView={onView} onNeed={need} onOpen={onOpen} />
    </div>
  )
}

interface CountLineProps extends Pick<PartyListProps, 'view' | 'onView'> {
  readonly list: List
  readonly views: readonly SavedView[]
}

function CountLine({ list, view, views, onView }: CountLineProps) {
  const { t } = useTranslation('third-parties')
  const { matchCount, allCount, archivedCount, staleCount } = list.counts
  const count = view.filter.isArchived === true ? archivedCount : allCount
  const all = t('counts', { count })
  return (
    <div className="party-counts">
      <p role="status">
        {matchCount === count ? all : t('countsOf', { matches: matchCount, all })}
        {staleCount === 0 ? null : <span className="party-stale">{t('stale', { count: staleCount })}</span>}
      </p>
      <div className="party-views">
        {Object.keys(view.filter).length === 0 ? null : (
          <Button look="quiet" isSmall onClick={() => onView({ ...view, filter: {} })}>
            {t('filters.clear')}
          </Button>
        )}
        <PartyViews view={view} views={views} onChoose={onView} />
        <ExportList view={view} />
      </div>
    </div>
  )
}

interface ChosenRowsProps extends Pick<PartyListProps, 'view' | 'onView' | 'onOpen'> {
  readonly list: List
  readonly onNeed: (first: number, last: number) => void
}

function ChosenRows({ list, view, onView, onNeed, onOpen }: ChosenRowsProps) {
  const { t } = useTranslation('third-parties')
  const selection = useSelection(view.filter)
  return (
    <>
      <BulkBar selection={selection} isArchive={view.filter.isArchived === true} />
      {list.counts.matchCount === 0 ? (
        <EmptyState title={t('nothing.title')} action={<Button onClick={() => onView(everything)}>{t('nothing.clear')}</Button>}>
          {t('nothing.text')}
        </EmptyState>
      ) : (
        <PartyGrid
          list={list}
          sort={view.sort}
          selection={selection}
          onSort={(sort) => onView({ ...view, sort })}
          onNeed={onNeed}
          onOpen={onOpen}
        />
      )}
    </>
  )
}
