import { useTranslation } from 'react-i18next'
import type { PortfolioRow } from '#shared/contract/portfolio.ts'
import type { AssessmentId, ThirdPartyId } from '#shared/domain/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { dayText } from '#renderer/ui/numbers.ts'
import { TierRangeBadge } from '#renderer/ui/tier-badge.tsx'

interface PortfolioTableProps {
  readonly rows: readonly PortfolioRow[]
  readonly chosen: readonly AssessmentId[]
  readonly onChoose: (id: AssessmentId) => void
  readonly onParty: (id: ThirdPartyId) => void
  readonly onOpen: (id: AssessmentId) => void
}

export function PortfolioTable({ rows, ...rest }: PortfolioTableProps) {
  const { t } = useTranslation('portfolio')
  return (
    <table className="table portfolio-table">
      <caption className="visually-hidden">{t('list.caption')}</caption>
      <thead>
        <tr>
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
        {rows.map((row) => (
          <Row key={row.assessmentId} row={row} {...rest} />
        ))}
      </tbody>
    </table>
  )
}

/** What sets the tier, in words: the domain by its title, a flag by its rule. */
function useDriverWords({ driver, driverTitle }: PortfolioRow): string {
  const { t } = useTranslation('portfolio')
  if (driver === null) return t('list.nothing')
  if (driver.kind === 'flag') return t('list.flag', { id: driver.id })
  return driverTitle ?? driver.id
}

function Row({ row, chosen, onChoose, onParty, onOpen }: Omit<PortfolioTableProps, 'rows'> & { readonly row: PortfolioRow }) {
  const { t } = useTranslation('portfolio')
  const driver = useDriverWords(row)
  const { assessmentId, band } = row
  const names = { name: row.legalName, relationship: t(`relationships.${row.relationship}`) }
  const isChosen = chosen.includes(assessmentId)
  return (
    <tr>
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
      <td>{row.dueOn === null ? t('list.draft') : t('list.signed', { day: dayText(row.dueOn) })}</td>
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
