import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type FindingFilter, FindingOrder } from '#shared/contract/findings.ts'
import { PlanState, TreatmentResponse } from '#shared/domain/treatment.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

interface FilterBarProps {
  readonly filter: FindingFilter
  readonly order: FindingOrder
  readonly onFilter: (filter: FindingFilter) => void
  readonly onOrder: (order: FindingOrder) => void
}

export const noFilter: FindingFilter = {
  search: '',
  thirdPartyId: null,
  domainId: null,
  response: null,
  ownerName: '',
  state: null,
  due: null,
}

const dues = ['overdue', 'soon', 'any'] as const

/** Which findings are listed, and in which order. */
export function FilterBar({ filter, order, onFilter, onOrder }: FilterBarProps) {
  const { t } = useTranslation('findings')
  const choices = useQuery('findings.choices', {})
  const known = choices.state === 'ready' ? choices.value : { domains: [], ownerNames: [] }
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  return (
    <form className="findings-filter" role="search" aria-label={t('filter.label')} onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('filter.search')}
        type="search"
        placeholder={t('filter.searchHint')}
        maxLength={200}
        value={filter.search}
        onChange={(event) => onFilter({ ...filter, search: event.target.value })}
      />
      <Chooser
        label={t('filter.state')}
        chosen={filter.state ?? ''}
        options={PlanState.options.map((id) => ({ id, name: t(`states.${id}`) }))}
        onChoose={(id) => onFilter({ ...filter, state: PlanState.safeParse(id).data ?? null })}
      />
      <Chooser
        label={t('filter.due')}
        chosen={filter.due ?? ''}
        options={dues.map((id) => ({ id, name: t(`filter.dues.${id}`) }))}
        onChoose={(id) => onFilter({ ...filter, due: dues.find((one) => one === id) ?? null })}
      />
      <Chooser
        label={t('filter.owner')}
        chosen={filter.ownerName}
        options={known.ownerNames.map((name) => ({ id: name, name }))}
        onChoose={(ownerName) => onFilter({ ...filter, ownerName })}
      />
      <Chooser
        label={t('filter.response')}
        chosen={filter.response ?? ''}
        options={TreatmentResponse.options.map((id) => ({ id, name: t(`responses.${id}.name`) }))}
        onChoose={(id) => onFilter({ ...filter, response: TreatmentResponse.safeParse(id).data ?? null })}
      />
      <Chooser
        label={t('filter.domain')}
        chosen={filter.domainId ?? ''}
        options={known.domains.map(({ id, title }) => ({ id, name: title }))}
        onChoose={(id) => onFilter({ ...filter, domainId: known.domains.find((one) => one.id === id)?.id ?? null })}
      />
      <Chooser
        label={t('filter.order')}
        chosen={order}
        isRequired
        options={FindingOrder.options.map((id) => ({ id, name: t(`filter.orders.${id}`) }))}
        onChoose={(id) => onOrder(FindingOrder.safeParse(id).data ?? 'pressing')}
      />
      {isFiltered ? (
        <Button look="quiet" isSmall onClick={() => onFilter(noFilter)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </form>
  )
}

interface ChooserProps {
  readonly label: string
  readonly chosen: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly isRequired?: boolean
  readonly onChoose: (id: string) => void
}

function Chooser({ label, chosen, options, isRequired = false, onChoose }: ChooserProps) {
  const { t } = useTranslation('findings')
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {isRequired ? null : <option value="">{t('filter.any')}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
