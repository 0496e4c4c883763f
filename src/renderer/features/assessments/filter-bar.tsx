import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceBar } from '#renderer/ui/choice-bar.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { filterWords, questionFilters } from './question-filter.ts'
import type { FilteredSections } from './use-question-filter.ts'

/** Which questions to look at, with how many there are of each. */
export function FilterBar({ filtered }: { readonly filtered: FilteredSections }) {
  const { t } = useTranslation('questionnaire')
  const { filter, counts, staying, choose } = filtered
  return (
    <div className="filters">
      <ChoiceBar
        label={t('filter.label')}
        choices={questionFilters.map((id) => ({ id, label: `${filterWords[id]} ${counts[id]}` }))}
        chosen={filter}
        onChoose={(id) => {
          const chosen = questionFilters.find((one) => one === id)
          if (chosen !== undefined) choose(chosen)
        }}
      />
      {staying === 0 ? null : (
        <Button look="quiet" isSmall onClick={() => choose(filter)}>
          {t('filter.takeOut', { count: staying })}
        </Button>
      )}
    </div>
  )
}

/** In place of the questions, where the filter lets none through. */
export function NothingMatches({ filtered }: { readonly filtered: FilteredSections }) {
  const { t } = useTranslation('questionnaire')
  return (
    <div className="questions">
      <FilterBar filtered={filtered} />
      <EmptyState
        title={t('filter.none', { name: filterWords[filtered.filter] })}
        action={<Button onClick={() => filtered.choose('all')}>{t('filter.showAll')}</Button>}
      >
        {t('filter.noneLeft')}
      </EmptyState>
    </div>
  )
}
