import { useTranslation } from 'react-i18next'
import type { PortfolioRow } from '#shared/contract/portfolio.ts'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { RestOfRows } from '#renderer/ui/rest-of-rows.tsx'
import { TierRangeBadge } from '#renderer/ui/tier-badge.tsx'
import { useRowsAsSeen } from '#renderer/ui/use-rows-as-seen.ts'

type Words = ReturnType<typeof useTranslation<'portfolio'>>['t']

/** Of a row with two lines. */
const rowHeightPx = 57

interface PortfolioTableProps {
  readonly rows: readonly PortfolioRow[]
  readonly chosen: readonly AssessmentId[]
  readonly onChoose: (id: AssessmentId) => void
  readonly onParty: (id: ThirdPartyId) => void
  readonly onOpen: (id: AssessmentId) => void
}

export function PortfolioTable({ rows, ...rest }: PortfolioTableProps) {
  const { t } = useTranslation('portfolio')
  const { shown, end, restPx } = useRowsAsSeen(rows.length, rowHeightPx)
  return (
    <table className="table portfolio-table" aria-rowcount={rows.length + 1}>
      <caption className="visually-hidden">{t('list.caption')}</caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{t('list.party')}</th>
          <th scope="col">{t('list.tier')}</th>
          <th scope="col">{t('list.driver')}</th>
          <th scope="col">{t('list.place')}</th>
          <th scope="col">{t('list.status')}</th>
          <th scope="col">{t('list.select')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('list.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, shown).map((row, index) => (
          <Row key={row.assessmentId} t={t} row={row} rowIndex={index + 2} {...rest} />
        ))}
        <RestOfRows ref={end} restPx={restPx} columns={7} />
      </tbody>
    </table>
  )
}

/** What sets the tier, in words: the domain by its title, a flag by its rule. */
function driverWords(t: Words, { driver, driverTitle }: PortfolioRow): string {
  if (driver === null) return t('list.nothing')
  if (driver.kind === 'flag') return t('list.flag', { id: driver.id })
  return driverTitle ?? driver.id
}

interface RowProps extends Omit<PortfolioTableProps, 'rows'> {
  readonly t: Words
  readonly row: PortfolioRow
  readonly rowIndex: number
}

function Row({ t, row, rowIndex, chosen, onChoose, onParty, onOpen }: RowProps) {
  const driver = driverWords(t, row)
  const { assessmentId, band } = row
  const names = { name: row.legalName, relationship: t(`relationships.${row.relationship}`) }
  const isChosen = chosen.includes(assessmentId)
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row">
        <button type="button" className="link" onClick={() => onParty(row.thirdPartyId)}>
          {row.legalName}
        </button>
        <span className="table-second">{names.relationship}</span>
      </th>
      <td>
        <TierRangeBadge range={row.tier} isUnconfirmed={row.isUnconfirmed} />
        {row.stopCount === 0 ? null : <span className="table-second portfolio-stop">{t('list.stops', { count: row.stopCount })}</span>}
      </td>
      <td>{driver}</td>
      <td>
        {t(`tiers.${row.inherent}`)}
        <span className="table-second">
          {band === 1 || band === 2 || band === 3 || band === 4 ? t(`map.bands.${band}`) : t('map.noGap')}
        </span>
      </td>
      <td>{row.dueOn === null ? t('list.draft') : t(row.isOverdue ? 'list.overdue' : 'list.signed', { day: dayText(row.dueOn) })}</td>
      <td>
        <input
          type="checkbox"
          aria-label={t('list.selectOne', names)}
          checked={isChosen}
          disabled={!isChosen && chosen.length === 2}
          onChange={() => onChoose(assessmentId)}
        />
      </td>
      <td className="table-action">
        <Button isSmall aria-label={t('list.openOne', names)} onClick={() => onOpen(assessmentId)}>
          {t('list.open')}
        </Button>
      </td>
    </tr>
  )
}
