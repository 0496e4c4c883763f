import { memo, type Ref } from 'react'
import type { ListedThirdParty } from '#shared/domain/third-party-view.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'
import type { RowWords } from './use-row-words.ts'

/** What a row can be told to do; the same from one drawing to the next, so that a row is drawn anew only when it says something else. */
export interface RowActions {
  readonly onOpen: (party: ListedThirdParty) => void
  readonly onToggle: (party: ListedThirdParty) => void
  readonly onFocus: (index: number) => void
}

interface PartyRowProps {
  readonly words: RowWords
  readonly party: ListedThirdParty | undefined
  readonly index: number
  readonly startPx: number
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly ref: Ref<HTMLDivElement>
  readonly actions: RowActions
}

/** One row of the list. The row has the focus, not what is in it: Enter opens, Space chooses. */
export const PartyRow = memo(function PartyRow({ words, party, index, startPx, isActive, isChosen, ref, actions }: PartyRowProps) {
  const open = () => party !== undefined && actions.onOpen(party)
  return (
    <div
      ref={ref}
      role="row"
      // The heading is the first row.
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-busy={party === undefined || undefined}
      tabIndex={isActive ? 0 : -1}
      className={isChosen ? 'party-row party-row-chosen' : 'party-row'}
      style={{ transform: `translateY(${startPx}px)` }}
      onFocus={() => actions.onFocus(index)}
      onDoubleClick={open}
    >
      <div role="gridcell">
        {party === undefined ? null : (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isChosen}
            onChange={() => actions.onToggle(party)}
            aria-label={words.chooseOne(party.legalName)}
          />
        )}
      </div>
      {party === undefined ? <div role="rowheader">{words.reading}</div> : <PartyCells words={words} party={party} onOpen={open} />}
    </div>
  )
})

interface PartyCellsProps {
  readonly words: RowWords
  readonly party: ListedThirdParty
  readonly onOpen: () => void
}

function PartyCells({ words, party, onOpen }: PartyCellsProps) {
  const none = <span className="table-none">{words.none}</span>
  const { driver, tier, dueOn, due } = party
  return (
    <>
      <div role="rowheader" className="party-name">
        <button type="button" tabIndex={-1} className="link" onClick={onOpen}>
          {party.legalName}
        </button>
        {party.nativeName === '' && party.tags.length === 0 ? null : (
          <span className="party-second">
            {party.nativeName}
            {party.tags.map((tag) => (
              <span key={tag} className="party-tag">
                {tag}
              </span>
            ))}
          </span>
        )}
      </div>
      <div role="gridcell" className="party-lines">
        {party.relationships.map((kind) => words.relationships[kind]).join(', ')}
      </div>
      <div role="gridcell" className="party-lines">
        {party.country === '' ? none : countryName(party.country)}
      </div>
      <div role="gridcell">
        {tier === null ? none : <TierBadge tier={tier.worst} isUnconfirmed={party.isUnconfirmed} />}
        {party.stopCount === 0 ? null : <span className="party-stop">{words.stop(party.stopCount)}</span>}
      </div>
      <div role="gridcell" className="party-lines">
        {driver === null ? none : driver.kind === 'flag' ? words.flag(driver.id) : driver.title}
      </div>
      <div role="gridcell">{party.assessedOn === null ? none : dayText(party.assessedOn)}</div>
      <div role="gridcell">
        {dueOn === null ? none : dayText(dueOn)}
        {due !== 'overdue' ? null : <span className="party-overdue">{words.overdue}</span>}
      </div>
      <div role="gridcell">{words.statuses[party.status]}</div>
    </>
  )
}
