import { useTranslation } from 'react-i18next'
import type { OpenedList } from '#shared/contract/import.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'

interface ListFactsProps {
  readonly list: OpenedList
  readonly onRearrange: (sheet: number, headerRow: number | null) => void
}

/** Which file it is and how it was read; another sheet, or another line with the names of the columns. */
export function ListFacts({ list, onRearrange }: ListFactsProps) {
  const { t } = useTranslation('import')
  const { fileName, text, sheets, sheet, headerRow, rowCount, badLines, firstRows } = list
  const rowText = ({ number, cells }: OpenedList['firstRows'][number]) =>
    t('columns.headerLine', {
      number,
      cells: cells
        .filter((cell) => cell !== '')
        .join(' · ')
        .slice(0, 80),
    })
  return (
    <>
      <p>
        <strong>{fileName}</strong>: {t('columns.rows', { count: rowCount })}
        {text === null ? null : ` ${t('columns.text', text)}`}
      </p>
      <div className="form-row">
        {sheets.length < 2 ? null : (
          <SelectField
            label={t('columns.sheet')}
            value={String(sheet)}
            onChange={(event) => onRearrange(Number(event.target.value), null)}
            choices={sheets.map(({ name, isHidden }, at) => ({ id: String(at), label: isHidden ? t('columns.hidden', { name }) : name }))}
          />
        )}
        <SelectField
          label={t('columns.header')}
          value={String(headerRow ?? 0)}
          onChange={(event) => onRearrange(sheet, Number(event.target.value))}
          choices={[
            { id: '0', label: t('columns.noHeader') },
            ...firstRows.map((row) => ({ id: String(row.number), label: rowText(row) })),
          ]}
        />
      </div>
      {badLines.length === 0 ? null : (
        <Notice tone="warning" title={t('columns.bad', { count: badLines.length })}>
          {t('columns.badText', { lines: badLines.slice(0, 20).join(', ') })}
        </Notice>
      )}
    </>
  )
}
