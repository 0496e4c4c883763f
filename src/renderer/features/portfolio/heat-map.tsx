import { useTranslation } from 'react-i18next'
import type { Cell } from '#shared/contract/portfolio.ts'
import { type Tier, tiers } from '#shared/domain/tier.ts'
import { residualTier } from '#shared/scoring/tables.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { TierBadge } from '#renderer/ui/tier-badge.tsx'

interface HeatMapProps {
  readonly cells: readonly (Cell & { readonly count: number })[]
  readonly chosen: Cell | null
  readonly onChoose: (cell: Cell | null) => void
}

const bands = [1, 2, 3, 4] as const
type Band = (typeof bands)[number] | null

const isSameCell = (a: Cell | null, b: Cell) => a !== null && a.inherent === b.inherent && a.band === b.band

/** A table of counts, so that it reads as one; the colours only repeat the tier that the method gives in each cell. */
export function HeatMap({ cells, chosen, onChoose }: HeatMapProps) {
  const { t } = useTranslation('portfolio')
  const hasGapless = cells.some(({ band }) => band === null)
  const columns: readonly Band[] = hasGapless ? [null, ...bands] : bands
  return (
    <div className="heat-scroll">
      <table className="heat">
        <caption className="visually-hidden">{t('map.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="heat-corner">
              {t('map.corner')}
            </th>
            <th scope="colgroup" colSpan={columns.length} className="heat-axis">
              {t('map.gap')}
            </th>
          </tr>
          <tr>
            {columns.map((band) => (
              <th key={band} scope="col">
                {band === null ? t('map.noGap') : t(`map.bands.${band}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiers.toReversed().map((inherent) => (
            <tr key={inherent}>
              <th scope="row">{t(`tiers.${inherent}`)}</th>
              {columns.map((band) => {
                const count = cells.find((cell) => isSameCell(cell, { inherent, band }))?.count ?? 0
                return (
                  <HeatCell
                    key={band}
                    cell={{ inherent, band }}
                    count={count}
                    isChosen={isSameCell(chosen, { inherent, band })}
                    onChoose={onChoose}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="heat-key">
        {t('map.key')}
        {tiers.toReversed().map((tier) => (
          <TierBadge key={tier} tier={tier} />
        ))}
      </p>
    </div>
  )
}

interface HeatCellProps {
  readonly cell: { readonly inherent: Tier; readonly band: Band }
  readonly count: number
  readonly isChosen: boolean
  readonly onChoose: (cell: Cell | null) => void
}

function HeatCell({ cell, count, isChosen, onChoose }: HeatCellProps) {
  const { t } = useTranslation('portfolio')
  const { inherent, band } = cell
  const look = `heat-cell heat-${band === null ? inherent : residualTier(inherent, band)}`
  if (count === 0) return <td className={`${look} heat-empty`}>0</td>
  const label = t('map.cell', { tier: t(`tiers.${inherent}`), band: band === null ? t('map.noGap') : t(`map.bands.${band}`), count })
  return (
    <td className={look}>
      <button
        type="button"
        className="heat-button"
        aria-pressed={isChosen}
        aria-label={label}
        onClick={() => onChoose(isChosen ? null : cell)}
      >
        {count.toLocaleString(pageLocale)}
      </button>
    </td>
  )
}
