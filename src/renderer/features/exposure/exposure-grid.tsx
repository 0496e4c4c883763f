import { useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { RestOfRows } from '#renderer/ui/rest-of-rows.tsx'
import { useRowsAsSeen } from '#renderer/ui/use-rows-as-seen.ts'
import { CellDialog } from './cell-dialog.tsx'
import { moved, type Position, reachOfKey } from './cells.ts'
import { ReachText } from './reach-text.tsx'
import { useCellWords } from './use-cell-words.ts'
import { useCells } from './use-cells.ts'

/** Of a row whose cells take one line. */
const rowHeightPx = 41

interface ExposureGridProps {
  readonly page: OutputOf<'exposure.list'>
  readonly onParty: (id: ThirdPartyId) => void
  readonly onAssessment: (id: AssessmentId) => void
}

/** Third parties by crown jewels. One cell has the focus; keys move it and change what it says. */
export function ExposureGrid({ page: { crownJewels, parties, cells: read }, onParty, onAssessment }: ExposureGridProps) {
  const { t } = useTranslation('exposure')
  const placeOf = ({ row, column }: Position) => {
    const party = parties[row]
    const jewel = crownJewels[column - 1]
    return party === undefined || jewel === undefined ? null : { party, jewel, thirdPartyId: party.id, jewelId: jewel.id }
  }
  const wordsOf = useCellWords()
  const cells = useCells(read)
  const [at, setAt] = useState<Position>({ row: 0, column: 0 })
  // Whose cell it is, not where it stands: the list may be read anew meanwhile.
  const [opened, setOpened] = useState<ReturnType<typeof placeOf>>(null)
  const table = useRef<HTMLTableElement>(null)
  const { shown, end, restPx, drawTo } = useRowsAsSeen(parties.length, rowHeightPx)
  const focusOn = (position: Position) => {
    // A row that was not in sight so far takes the focus once it is drawn.
    flushSync(() => {
      drawTo(position.row)
      setAt(position)
    })
    table.current?.querySelector<HTMLElement>(`[data-cell="${position.row}-${position.column}"]`)?.focus()
  }
  const onKey = (event: KeyboardEvent, position: Position) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = moved(event.key, position, { rows: parties.length, columns: crownJewels.length + 1 })
    const place = placeOf(position)
    const reach = place === null ? undefined : reachOfKey(event.key, cells.cellOf(place)?.reach ?? null)
    if (next === null && reach === undefined) return
    event.preventDefault()
    if (next !== null) focusOn(next)
    if (place !== null && reach !== undefined) cells.set(place, reach)
  }
  // A list that became shorter or narrower keeps one cell that the Tab key comes to.
  const reachable = { row: Math.min(at.row, shown - 1), column: Math.min(at.column, crownJewels.length) }
  const tabIndexOf = ({ row, column }: Position) => (row === reachable.row && column === reachable.column ? 0 : -1)
  return (
    <>
      {cells.fault === null ? null : <Refusal words={wordsFor(cells.fault)} />}
      <div className="matrix-scroll">
        <table className="matrix" aria-label={t('matrix')} aria-describedby="matrix-keys" aria-rowcount={parties.length + 1} ref={table}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('thirdParty')}</th>
              {crownJewels.map((jewel) => (
                <th key={jewel.id} scope="col">
                  {jewel.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parties.slice(0, shown).map((party, row) => (
              <tr key={party.id} aria-rowindex={row + 2}>
                <th scope="row">
                  <button
                    type="button"
                    className="link matrix-party"
                    data-cell={`${row}-0`}
                    tabIndex={tabIndexOf({ row, column: 0 })}
                    onFocus={() => setAt({ row, column: 0 })}
                    onKeyDown={(event) => onKey(event, { row, column: 0 })}
                    onClick={() => onParty(party.id)}
                  >
                    {party.legalName}
                  </button>
                </th>
                {crownJewels.map((jewel, index) => {
                  const position = { row, column: index + 1 }
                  const cell = cells.cellOf({ thirdPartyId: party.id, jewelId: jewel.id })
                  return (
                    <td key={jewel.id}>
                      <button
                        type="button"
                        className="matrix-cell"
                        data-cell={`${row}-${position.column}`}
                        tabIndex={tabIndexOf(position)}
                        aria-label={t('cellName', { party: party.legalName, jewel: jewel.name, reach: wordsOf(cell) })}
                        onFocus={() => setAt(position)}
                        onKeyDown={(event) => onKey(event, position)}
                        onClick={() => setOpened(placeOf(position))}
                      >
                        <ReachText cell={cell} words={wordsOf(cell)} empty={t('empty')} />
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
            <RestOfRows ref={end} restPx={restPx} columns={crownJewels.length + 1} />
          </tbody>
        </table>
      </div>
      {opened === null ? null : (
        <CellDialog
          party={opened.party.legalName}
          jewel={opened.jewel.name}
          cell={cells.cellOf(opened)}
          onSet={(reach) => cells.set(opened, reach)}
          onClose={() => setOpened(null)}
          onAssessment={onAssessment}
        />
      )}
    </>
  )
}
