import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedThirdParty } from '#shared/domain/third-party-view.ts'
import { countryName } from '#renderer/ui/countries.ts'
import { dayText } from '#renderer/ui/numbers.ts'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'

interface PartyRowProps {
  readonly party: ListedThirdParty | undefined
  readonly index: number
  readonly startPx: number
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly ref: Ref<HTMLDivElement>
  readonly onOpen: () => void
  readonly onToggle: () => void
  readonly onFocus: () => void
}

/** One row of the list. The row has the focus, not what is in it: Enter opens, Space chooses. */
export function PartyRow({ party, index, startPx, isActive, isChosen, ref, onOpen, onToggle, onFocus }: PartyRowProps) {
  const { t } = useTranslation('third-parties')
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
      onFocus={onFocus}
      onDoubleClick={onOpen}
    >
      <div role="gridcell">
        {party === undefined ? null : (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isChosen}
            onChange={onToggle}
            aria-label={t('grid.chooseOne', { name: party.legalName })}
          />
        )}
      </div>
      {party === undefined ? <div role="rowheader">{t('grid.reading')}</div> : <PartyCells party={party} onOpen={onOpen} />}
    </div>
  )
}

function PartyCells({ party, onOpen }: { readonly party: ListedThirdParty; readonly onOpen: () => void }) {
  const { t } = useTranslation('third-parties')
  const none = <span className="table-none">{t('grid.none')}</span>
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
        {party.relationships.map((kind) => t(`relationships.${kind}`)).join(', ')}
      </div>
      <div role="gridcell" className="party-lines">
        {party.country === '' ? none : countryName(party.country)}
      </div>
      <div role="gridcell">
        {tier === null ? none : <TierBadge tier={tier.worst} isUnconfirmed={party.isUnconfirmed} />}
        {party.stopCount === 0 ? null : <span className="party-stop">{t('grid.stop', { count: party.stopCount })}</span>}
      </div>
      <div role="gridcell" className="party-lines">
        {driver === null ? none : driver.kind === 'flag' ? t('grid.flag', { id: driver.id }) : driver.title}
      </div>
      <div role="gridcell">{party.assessedOn === null ? none : dayText(party.assessedOn)}</div>
      <div role="gridcell">
        {dueOn === null ? none : dayText(dueOn)}
        {due !== 'overdue' ? null : <span className="party-overdue">{t('grid.overdue')}</span>}
      </div>
      <div role="gridcell">{t(`statuses.${party.status}`)}</div>
    </>
  )
}
