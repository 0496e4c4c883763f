import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/contract.ts'
import { RelationshipKind } from '#shared/domain/relationship.ts'
import { PartyDue, PartyStatus, ThirdPartyFilter } from '#shared/domain/third-party-view.ts'
import { wordsIn } from '#renderer/i18n/words.ts'
import { countryName } from '#renderer/ui/countries.ts'

const tierChoices = ['critical', 'high', 'moderate', 'low', 'none'] as const

interface PartyFiltersProps {
  readonly filter: ThirdPartyFilter
  readonly facets: OutputOf<'thirdParties.facets'>
  readonly archivedCount: number
  readonly onChange: (filter: ThirdPartyFilter) => void
}

/** Narrows the list as one types and chooses. */
export function PartyFilters({ filter, facets, archivedCount, onChange }: PartyFiltersProps) {
  const { t } = useTranslation('third-parties')
  const searchId = useId()
  const { countries, tags } = facets
  /** What is not a value of the part, such as the empty choice, leaves it open. */
  const change = (name: keyof ThirdPartyFilter, value: string | boolean) => {
    const { [name]: _, ...rest } = filter
    const read = ThirdPartyFilter.safeParse({ ...rest, [name]: value })
    onChange(read.success && value !== '' && value !== false ? read.data : rest)
  }
  const choice = (name: 'relationship' | 'tier' | 'status' | 'country' | 'due' | 'tag', options: ReactNode) => (
    <FilterChoice label={t(`filters.${name}`)} all={t('filters.all')} value={filter[name]} onChange={(value) => change(name, value)}>
      {options}
    </FilterChoice>
  )
  return (
    <form className="party-filters" role="search" aria-label={t('filters.label')} onSubmit={(event) => event.preventDefault()}>
      <div className="field party-search">
        <label htmlFor={searchId} className="field-label">
          {t('filters.search')}
        </label>
        <input
          id={searchId}
          type="search"
          className="input"
          placeholder={t('filters.searchHint')}
          maxLength={200}
          spellCheck={false}
          value={filter.search ?? ''}
          onChange={(event) => change('search', event.target.value)}
        />
      </div>
      {choice(
        'relationship',
        options(RelationshipKind.options, (kind) => t(`relationships.${kind}`)),
      )}
      {choice(
        'tier',
        options(tierChoices, (tier) => t(`tiers.${tier}`)),
      )}
      {choice(
        'status',
        options(PartyStatus.options, (status) => t(`statuses.${status}`)),
      )}
      {choice(
        'due',
        options(PartyDue.options, (due) => t(`dues.${due}`)),
      )}
      {choice('country', counted(countries, countryName))}
      {tags.length === 0
        ? null
        : choice(
            'tag',
            counted(tags, (tag) => tag),
          )}
      {archivedCount === 0 && filter.isArchived !== true ? null : (
        <label className="check party-archived">
          <input type="checkbox" checked={filter.isArchived === true} onChange={(event) => change('isArchived', event.target.checked)} />
          <span>{t('filters.archived', { count: archivedCount })}</span>
        </label>
      )}
    </form>
  )
}

function options<Value extends string>(values: readonly Value[], word: (value: Value) => string): ReactNode {
  return values.map((value) => (
    <option key={value} value={value}>
      {word(value)}
    </option>
  ))
}

function counted(facets: readonly { readonly value: string; readonly count: number }[], word: (value: string) => string): ReactNode {
  const t = wordsIn('third-parties')
  return facets.map(({ value, count }) => (
    <option key={value} value={value}>
      {t('withCount', { value: word(value), count })}
    </option>
  ))
}

interface FilterChoiceProps {
  readonly label: string
  readonly all: string
  readonly value: string | undefined
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function FilterChoice({ label, all, value, onChange, children }: FilterChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  )
}
