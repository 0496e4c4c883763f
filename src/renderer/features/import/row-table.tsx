import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/contract.ts'
import { type ImportRow, type ListField, MatchChoice, type OpenedList } from '#shared/contract/import.ts'
import { pageLocale } from '#renderer/i18n/page-language.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'
import type { Choices } from './import-stage.ts'
import { choicesOf } from './match-choices.ts'

const pageLength = 25

interface RowTableProps {
  readonly list: OpenedList
  readonly fields: readonly (ListField | null)[]
  readonly show: InputOf<'imports.rows'>['show']
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
}

/** The rows of a list, a page at a time, with what is wrong in each cell and whom a row may be. */
export function RowTable({ list, fields, show, choices, onChoices }: RowTableProps) {
  const { t } = useTranslation('import')
  const [offset, setOffset] = useState(0)
  const query = useQuery('imports.rows', { importId: list.importId, show, offset, limit: pageLength })
  if (query.state === 'loading') return <Waiting what={t('rows.reading')} />
  if (query.state === 'failed')
    return <Refusal words={wordsFor(query.fault)} actions={<Button onClick={query.reload}>{t('tryAgain')}</Button>} />
  const { rows, total } = query.value
  const columns = list.columns.flatMap(({ name }, at) => (fields[at] === null || fields[at] === undefined ? [] : [{ name, at }]))
  if (total === 0) return <p className="entries-empty">{t(`rows.none.${show}`)}</p>
  return (
    <>
      <table className="table import-rows">
        <caption className="visually-hidden">{t('rows.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('rows.line')}</th>
            <th scope="col">{t('rows.cells')}</th>
            <th scope="col">{t('rows.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} className={row.isRefused ? 'row-refused' : undefined}>
              <th scope="row">{row.number}</th>
              <td>
                <dl className="row-cells">
                  {columns.map(({ name, at }) => (
                    <Cell key={at} row={row} column={at} name={name} />
                  ))}
                </dl>
              </td>
              <td className="row-outcome">
                <Outcome row={row} choices={choices} onChoices={onChoices} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total <= pageLength ? null : (
        <div className="form-actions">
          {/* At either end a button stays where the focus is: a disabled one would lose it. */}
          <Button isSmall aria-disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - pageLength))}>
            {t('rows.before')}
          </Button>
          <span className="field-hint" role="status">
            {t('rows.page', { from: offset + 1, to: Math.min(offset + pageLength, total), total: total.toLocaleString(pageLocale) })}
          </span>
          <Button
            isSmall
            aria-disabled={offset + pageLength >= total}
            onClick={() => setOffset(offset + pageLength >= total ? offset : offset + pageLength)}
          >
            {t('rows.after')}
          </Button>
        </div>
      )}
    </>
  )
}

function Cell({ row, column, name }: { readonly row: ImportRow; readonly column: number; readonly name: string }) {
  const { t } = useTranslation('import')
  const problem = row.problems.find((one) => one.column === column)?.problem
  const text = row.cells[column] ?? ''
  if (text === '' && problem === undefined) return null
  return (
    <div className={problem === undefined ? undefined : 'cell-odd'}>
      <dt>{name}</dt>
      <dd>
        {text}
        {problem === undefined ? null : (
          <span className="cell-problem">
            <Icon name="warning" size={14} /> {t(`problems.${problem}`)}
          </span>
        )}
      </dd>
    </div>
  )
}

type OutcomeProps = Pick<RowTableProps, 'choices' | 'onChoices'> & { readonly row: ImportRow }

/** What will be done with the row; a choice where it is there already. */
function Outcome({ row, choices, onChoices }: OutcomeProps) {
  const { t } = useTranslation('import')
  if (row.isRefused) return <span className="table-none">{t('outcomes.refused')}</span>
  const { match } = row
  if (match === null) return <>{t('outcomes.add')}</>
  const chosen = choices.byRow.get(row.number) ?? choices.byKind[match.kind]
  const who = match.rowNumber === null ? match.name : t('outcomes.line', { name: match.name, number: match.rowNumber })
  return (
    <>
      <span className="table-second">{t(`outcomes.${match.kind}`, { who, alike: Math.floor(match.scoreMille / 10) })}</span>
      <select
        className="input"
        aria-label={t('rows.choice', { number: row.number })}
        value={chosen}
        onChange={(event) => {
          const byRow = new Map(choices.byRow).set(row.number, MatchChoice.catch('skip').parse(event.target.value))
          onChoices({ ...choices, byRow })
        }}
      >
        {choicesOf(match.kind).map((id) => (
          <option key={id} value={id}>
            {t(`choices.${id}`)}
          </option>
        ))}
      </select>
    </>
  )
}
