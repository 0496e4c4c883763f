import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListField, listFields, type OpenedList } from '#shared/contract/import.ts'
import { RelationshipKind, relationshipKinds } from '#shared/domain/relationship.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckList } from '#renderer/ui/check-list.tsx'
import { CountryField } from '#renderer/ui/country-field.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import type { PlanInput } from './import-stage.ts'
import { ListFacts } from './list-facts.tsx'
import { StageHead } from './stage-head.tsx'

interface ColumnsFormProps {
  readonly list: OpenedList
  readonly input: PlanInput
  readonly isBusy: boolean
  readonly onRearrange: (sheet: number, headerRow: number | null) => void
  readonly onLook: (input: PlanInput) => void
  readonly onBack: () => void
}

/** What each column of a list holds. Guesses stand there already. */
export function ColumnsForm({ list, input: given, isBusy, onRearrange, onLook, onBack }: ColumnsFormProps) {
  const { t } = useTranslation('import')
  // Another sheet or another row of names is another list, with guesses of its own.
  const [chosen, setChosen] = useState({ list, input: given })
  const input = chosen.list === list ? chosen.input : given
  const setInput = (next: PlanInput) => setChosen({ list, input: next })
  const hasName = input.fields.includes('legalName')
  const hasRelationship = input.relationships.length > 0
  return (
    <section className="part" aria-labelledby="columns-title">
      <StageHead id="columns-title">{t('columns.title')}</StageHead>
      <ListFacts list={list} onRearrange={onRearrange} />
      <table className="table columns-table">
        <caption className="visually-hidden">{t('columns.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.column')}</th>
            <th scope="col">{t('columns.examples')}</th>
            <th scope="col">{t('columns.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {list.columns.map(({ name, examples }, at) => (
            // A column's place is its identity.
            <tr key={at}>
              <th scope="row">{name}</th>
              <td className="columns-examples">
                {examples.length === 0 ? <span className="table-none">{t('columns.empty')}</span> : examples.join(' · ')}
              </td>
              <td>
                <FieldChoice
                  label={t('columns.holdsOf', { name })}
                  field={input.fields[at] ?? null}
                  onField={(field) => setInput({ ...input, fields: input.fields.with(at, field) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-row">
        <CheckList
          label={t('columns.relationships')}
          items={relationshipKinds.map((id) => ({ id, label: t(`relationships.${id}`) }))}
          checked={input.relationships}
          onChange={(checked) => setInput({ ...input, relationships: RelationshipKind.options.filter((kind) => checked.includes(kind)) })}
          error={hasRelationship ? undefined : t('columns.noRelationship')}
        />
        <CountryField
          label={t('columns.country')}
          isOptional
          code={input.country}
          onChange={(country) => setInput({ ...input, country })}
        />
      </div>
      {hasName ? null : (
        <Notice tone="warning" title={t('columns.noName')}>
          {t('columns.noNameText')}
        </Notice>
      )}
      <div className="form-actions">
        <Button look="primary" isBusy={isBusy} disabled={!hasName || !hasRelationship} onClick={() => onLook(input)}>
          {t('columns.look')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('columns.other')}
        </Button>
      </div>
    </section>
  )
}

interface FieldChoiceProps {
  readonly label: string
  readonly field: ListField | null
  readonly onField: (field: ListField | null) => void
}

function FieldChoice({ label, field, onField }: FieldChoiceProps) {
  const { t } = useTranslation('import')
  return (
    <select
      className="input"
      aria-label={label}
      value={field ?? ''}
      onChange={(event) => onField(ListField.safeParse(event.target.value).data ?? null)}
    >
      <option value="">{t('fields.none')}</option>
      {listFields.map((id) => (
        <option key={id} value={id}>
          {t(`fields.${id}`)}
        </option>
      ))}
    </select>
  )
}
