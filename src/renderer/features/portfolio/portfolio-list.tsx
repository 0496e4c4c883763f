import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import type { Query } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import { PortfolioTable } from './portfolio-table.tsx'

interface PortfolioListProps {
  readonly query: Query<'portfolio.list'>
  /** How many come before those that `query` reads. */
  readonly offset: number
  readonly onOffset: (offset: number) => void
  readonly onClear: () => void
  readonly onParty: (id: ThirdPartyId) => void
  readonly onOpen: (id: AssessmentId) => void
  readonly onCompare: (id: AssessmentId, otherId: AssessmentId) => void
}

/** How many are read at a time. */
export const pageSize = 50

/** The assessments that fit, a page at a time, and two of them side by side. */
export function PortfolioList({ query, offset, onOffset, onClear, onParty, onOpen, onCompare }: PortfolioListProps) {
  const { t } = useTranslation('portfolio')
  // What was chosen stays when the filter changes, so that two can be found one after the other.
  const [chosen, setChosen] = useState<readonly AssessmentId[]>([])
  const [first, second] = chosen
  if (query.state === 'loading') return <Waiting what={t('reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { rows, matchCount } = query.value
  if (matchCount === 0)
    return (
      <EmptyState title={t('list.empty')} action={<Button onClick={onClear}>{t('list.clear')}</Button>}>
        {t('list.emptyDetail')}
      </EmptyState>
    )
  const choose = (id: AssessmentId) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return (
    <>
      <div className="portfolio-compare">
        <p>{second === undefined ? t(first === undefined ? 'compare.hint' : 'compare.one') : ''}</p>
        {first === undefined || second === undefined ? null : (
          <Button look="primary" isSmall onClick={() => onCompare(first, second)}>
            {t('compare.go')}
          </Button>
        )}
        {first === undefined ? null : (
          <Button look="quiet" isSmall onClick={() => setChosen([])}>
            {t('compare.clear')}
          </Button>
        )}
      </div>
      <PortfolioTable rows={rows} chosen={chosen} onChoose={choose} onParty={onParty} onOpen={onOpen} />
      <Pages offset={offset} shown={rows.length} count={matchCount} onOffset={onOffset} />
    </>
  )
}

interface PagesProps {
  readonly offset: number
  readonly shown: number
  readonly count: number
  readonly onOffset: (offset: number) => void
}

function Pages({ offset, shown, count, onOffset }: PagesProps) {
  const { t } = useTranslation('portfolio')
  const isFirst = offset === 0
  const isLast = offset + pageSize >= count
  const text = count <= pageSize ? t('list.count', { count }) : t('list.range', { from: offset + 1, to: offset + shown, count })
  return (
    <div className="portfolio-pages">
      <p role="status">{text}</p>
      {count <= pageSize ? null : (
        <>
          {/* A button at its end keeps the focus that it has. */}
          <Button isSmall aria-disabled={isFirst || undefined} onClick={() => isFirst || onOffset(Math.max(0, offset - pageSize))}>
            {t('list.previous')}
          </Button>
          <Button isSmall aria-disabled={isLast || undefined} onClick={() => isLast || onOffset(offset + pageSize)}>
            {t('list.next')}
          </Button>
        </>
      )}
    </div>
  )
}
