import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { ThirdPartyId } from '#shared/domain/ids.ts'
import type { ThirdPartySort } from '#shared/domain/third-party-view.ts'
import { rowAfterKey } from './grid-keys.ts'
import { columnCount, PartyGridHead } from './party-grid-head.tsx'
import { type PartyList, rowAt } from './party-pages.ts'
import { PartyRow, type RowActions } from './party-row.tsx'
import { useRowWords } from './use-row-words.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'
import type { Selection } from './use-selection.ts'

/** As in the style sheet. */
const heightPx = 46
/** Rows drawn above and below those in sight, so that scrolling shows no gap. */
const spare = 2

interface PartyGridProps {
  readonly list: PartyList
  readonly sort: ThirdPartySort
  readonly selection: Selection
  readonly onSort: (sort: ThirdPartySort) => void
  readonly onNeed: (first: number, last: number) => void
  readonly onOpen: (id: ThirdPartyId) => void
}

/** Any number of third parties, of which only those in sight are drawn; moved through with the keyboard as one grid. */
export function PartyGrid({ list, sort, selection, onSort, onNeed, onOpen }: PartyGridProps) {
  const { t } = useTranslation('third-parties')
  const words = useRowWords()
  const helpId = useId()
  const count = list.counts.matchCount
  const box = useRef<HTMLDivElement>(null)
  const activeRow = useRef<HTMLDivElement>(null)
  const [wantedActive, setActive] = useState(0)
  const active = Math.max(0, Math.min(wantedActive, count - 1))
  const { first, last, scrollTo, scrollToTop } = useRowsInSight({ box, count, heightPx })
  useEffect(() => onNeed(first, last), [first, last, onNeed])
  const actions = useRowActions({ onOpen, onToggle: selection.toggle, onFocus: setActive })
  const { view } = list
  const shown = useRef(view)
  // Another view begins at its top.
  useEffect(() => {
    if (shown.current === view) return
    shown.current = view
    scrollToTop()
    setActive(0)
  }, [view, scrollToTop])

  const move = (row: number) => {
    scrollTo(row)
    // The active row is always drawn, so it can take the focus at once.
    flushSync(() => setActive(row))
    activeRow.current?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('.party-rows') === null) return
    const party = rowAt(list, active)
    const next = rowAfterKey(event.key, { index: active, count, pageRows: last - first })
    if (next !== null) {
      if (event.shiftKey) selection.add(idsBetween(list, active, next))
      move(next)
    } else if (event.key === 'Enter' && party !== undefined) onOpen(party.id)
    else if (event.key === ' ' && party !== undefined) selection.toggle(party.id)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.addAll()
    else return
    event.preventDefault()
  }
  return (
    <div ref={box} className="party-box">
      <p id={helpId} className="visually-hidden">
        {t('grid.help')}
      </p>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={t('grid.label')}
        aria-describedby={helpId}
        aria-rowcount={count + 1}
        aria-colcount={columnCount}
        aria-multiselectable
        className="party-grid"
        onKeyDown={onKeyDown}
      >
        <PartyGridHead
          sort={sort}
          onSort={onSort}
          matchCount={count}
          isAllChosen={count > 0 && selection.ids.size === count}
          onChooseAll={selection.addAll}
          onChooseNone={selection.clear}
        />
        <div role="rowgroup" className="party-rows" style={{ height: `${count * heightPx}px` }}>
          {rowsToDraw({ first, last, active, count }).map((index) => {
            const party = rowAt(list, index)
            return (
              <PartyRow
                key={index}
                words={words}
                ref={index === active ? activeRow : null}
                party={party}
                index={index}
                startPx={index * heightPx}
                isActive={index === active}
                isChosen={party !== undefined && selection.ids.has(party.id)}
                actions={actions}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

interface Acts {
  readonly onOpen: (id: ThirdPartyId) => void
  readonly onToggle: (id: ThirdPartyId) => void
  readonly onFocus: (index: number) => void
}

/** One object for all rows that does what was meant at the last drawing. */
function useRowActions(acts: Acts): RowActions {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  const [actions] = useState<RowActions>(() => ({
    onOpen: ({ id }) => latest.current.onOpen(id),
    onToggle: ({ id }) => latest.current.onToggle(id),
    onFocus: (index) => latest.current.onFocus(index),
  }))
  return actions
}

/** Those in sight and a few more; the active one always, so that the focus never falls off a row that was scrolled away. */
function rowsToDraw({ first, last, active, count }: Record<'first' | 'last' | 'active' | 'count', number>): number[] {
  const from = Math.max(0, first - spare)
  const rows = Array.from({ length: Math.max(0, Math.min(count - 1, last + spare) - from + 1) }, (_, offset) => from + offset)
  if (count === 0 || rows.includes(active)) return rows
  return active < from ? [active, ...rows] : [...rows, active]
}

/** The third parties from one row to another, both included, as far as they are read. */
function idsBetween(list: PartyList, one: number, other: number): ThirdPartyId[] {
  const from = Math.min(one, other)
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, offset) => rowAt(list, from + offset)?.id).filter((id) => id !== undefined)
}
