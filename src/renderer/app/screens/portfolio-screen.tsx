import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HeatMap } from '#renderer/features/portfolio/heat-map.tsx'
import { type PortfolioFilter, PortfolioFilters, withCell } from '#renderer/features/portfolio/portfolio-filters.tsx'
import { pageSize, PortfolioList } from '#renderer/features/portfolio/portfolio-list.tsx'
import { useOutcomeRefresh } from '#renderer/bridge/use-outcome-refresh.ts'
import { type Query, useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { useNavigation } from '../use-route.ts'

const listsOfPortfolio = ['portfolio.read', 'portfolio.list'] as const

/** All assessments that count, as a map and as a list. */
export function PortfolioScreen() {
  const { t } = useTranslation('portfolio')
  const [filter, setFilter] = useState<PortfolioFilter>({})
  const { relationship, status } = filter
  const query = useQuery('portfolio.read', {
    ...(relationship === undefined ? {} : { relationship }),
    ...(status === undefined ? {} : { status }),
  })
  // Asked for together with the map, so that the screen is whole at once. Another filter begins at its first page.
  const filterKey = JSON.stringify(filter)
  const [page, setPage] = useState({ filterKey, offset: 0 })
  const offset = page.filterKey === filterKey ? page.offset : 0
  const list = useQuery('portfolio.list', { filter, offset, limit: pageSize })
  useOutcomeRefresh(query.state === 'ready' ? query.value.staleCount : 0, listsOfPortfolio)
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      {query.state === 'loading' ? <Waiting what={t('reading')} /> : null}
      {query.state === 'failed' ? (
        <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
      ) : null}
      {query.state === 'ready' ? (
        <PortfolioParts
          filter={filter}
          map={query.value}
          list={list}
          offset={offset}
          onFilter={setFilter}
          onOffset={(next) => setPage({ filterKey, offset: next })}
        />
      ) : null}
    </div>
  )
}

interface PortfolioPartsProps {
  readonly filter: PortfolioFilter
  readonly map: {
    readonly cells: Parameters<typeof HeatMap>[0]['cells']
    readonly assessedCount: number
    readonly unassessedCount: number
  }
  readonly list: Query<'portfolio.list'>
  readonly offset: number
  readonly onFilter: (filter: PortfolioFilter) => void
  readonly onOffset: (offset: number) => void
}

function PortfolioParts({ filter, map, list, offset, onFilter, onOffset }: PortfolioPartsProps) {
  const { t } = useTranslation('portfolio')
  const { go } = useNavigation()
  if (map.assessedCount === 0 && Object.keys(filter).length === 0)
    return (
      <EmptyState title={t('empty.title')} action={<Button onClick={() => go({ screen: 'third-parties' })}>{t('empty.action')}</Button>}>
        {t('empty.detail')}
      </EmptyState>
    )
  return (
    <>
      <section className="part" aria-labelledby="map-title">
        <h2 id="map-title">{t('map.title')}</h2>
        <p className="part-lead">{t('map.lead')}</p>
        <HeatMap cells={map.cells} chosen={filter.cell ?? null} onChoose={(cell) => onFilter(withCell(filter, cell))} />
        {map.unassessedCount === 0 ? null : <p className="part-lead">{t('map.unassessed', { count: map.unassessedCount })}</p>}
      </section>
      <section className="part" aria-labelledby="list-title">
        <h2 id="list-title">{t('list.title')}</h2>
        <PortfolioFilters filter={filter} onChange={onFilter} />
        <PortfolioList
          query={list}
          offset={offset}
          onOffset={onOffset}
          onClear={() => onFilter({})}
          onParty={(id) => go({ screen: 'third-party', id })}
          onOpen={(id) => go({ screen: 'assessment', id })}
          onCompare={(id, otherId) => go({ screen: 'compare', id, otherId })}
        />
      </section>
    </>
  )
}
