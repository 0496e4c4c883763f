import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell } from '#shared/contract/portfolio.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { Tier, tiers } from '#shared/domain/tier.ts'
import { Button } from '#renderer/ui/button.tsx'

/** What part of the portfolio is looked at; a part that is absent leaves open. */
export interface PortfolioFilter {
  readonly cell?: Cell
  readonly tier?: Tier
  readonly relationship?: RelationshipKind
  readonly status?: 'draft' | 'signed'
  readonly search?: string
}

interface PortfolioFiltersProps {
  readonly filter: PortfolioFilter
  readonly onChange: (filter: PortfolioFilter) => void
}

/** `filter` with another value of one part, or without it. */
function withPart<Name extends keyof PortfolioFilter>(filter: PortfolioFilter, name: Name, value: PortfolioFilter[Name]): PortfolioFilter {
  const { [name]: _, ...rest } = filter
  return value === undefined ? rest : { ...rest, [name]: value }
}

export function withCell(filter: PortfolioFilter, cell: Cell | null): PortfolioFilter {
  return withPart(filter, 'cell', cell ?? undefined)
}

const statuses = ['draft', 'signed'] as const

export function PortfolioFilters({ filter, onChange }: PortfolioFiltersProps) {
  const { t } = useTranslation('portfolio')
  const searchId = useId()
  const { cell } = filter
  return (
    <div className="portfolio-filters" role="group" aria-label={t('filters.label')}>
      <div className="field">
        <label htmlFor={searchId} className="field-label">
          {t('filters.search')}
        </label>
        <input
          id={searchId}
          type="search"
          className="input"
          maxLength={200}
          value={filter.search ?? ''}
          onChange={(event) => onChange(withPart(filter, 'search', event.target.value === '' ? undefined : event.target.value))}
        />
      </div>
      <Choice
        label={t('filters.tier')}
        value={filter.tier}
        onChange={(value) => onChange(withPart(filter, 'tier', Tier.safeParse(value).data))}
      >
        {tiers.toReversed().map((tier) => (
          <option key={tier} value={tier}>
            {t(`tiers.${tier}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('filters.relationship')}
        value={filter.relationship}
        onChange={(value) => onChange(withPart(filter, 'relationship', RelationshipKind.safeParse(value).data))}
      >
        {RelationshipKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {t(`relationships.${kind}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('filters.status')}
        value={filter.status}
        onChange={(value) =>
          onChange(
            withPart(
              filter,
              'status',
              statuses.find((one) => one === value),
            ),
          )
        }
      >
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`filters.${status}`)}
          </option>
        ))}
      </Choice>
      {cell === undefined ? null : (
        <p className="portfolio-cell">
          {t('filters.cell', {
            tier: t(`tiers.${cell.inherent}`),
            band: cell.band === 1 || cell.band === 2 || cell.band === 3 || cell.band === 4 ? t(`map.bands.${cell.band}`) : t('map.noGap'),
          })}
          <Button isSmall onClick={() => onChange(withCell(filter, null))}>
            {t('filters.dropCell')}
          </Button>
        </p>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const { t } = useTranslation('portfolio')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('filters.any')}</option>
        {children}
      </select>
    </div>
  )
}
