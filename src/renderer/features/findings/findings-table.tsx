import { useTranslation } from 'react-i18next'
import type { ListedFinding } from '#shared/contract/findings.ts'
import type { AssessmentId } from '#shared/domain/ids.ts'
import type { Day } from '#shared/domain/time.ts'
import { findingId, shortName } from './finding-place.ts'
import { FindingTitle } from './finding-title.tsx'
import { PlanButton } from './plan-button.tsx'
import { OwnerAndDay, PlanStateChip } from './plan-state.tsx'

interface FindingsTableProps {
  readonly findings: readonly ListedFinding[]
  readonly today: Day
  /** Names of rows, as `rowId` gives them. */
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
  readonly onOpen: (id: AssessmentId) => void
}

/** A name of its own for each row. */
export function rowId({ assessmentId, finding }: ListedFinding): string {
  return `${assessmentId} ${findingId(finding)}`
}

export function FindingsTable({ findings, today, selected, onSelect, onOpen }: FindingsTableProps) {
  const { t } = useTranslation('findings')
  const chosen = findings.filter((row) => selected.has(rowId(row)))
  const areAll = findings.length > 0 && chosen.length === findings.length
  return (
    <table className="table findings-table" aria-label={t('table.label')}>
      <thead>
        <tr>
          <th scope="col" className="table-check">
            <input
              type="checkbox"
              aria-label={t('table.selectAll')}
              checked={areAll}
              ref={(box) => {
                if (box !== null) box.indeterminate = chosen.length > 0 && !areAll
              }}
              onChange={() => onSelect(new Set(areAll ? [] : findings.map(rowId)))}
            />
          </th>
          <th scope="col">{t('table.finding')}</th>
          <th scope="col">{t('table.party')}</th>
          <th scope="col">{t('table.state')}</th>
          <th scope="col">{t('table.owner')}</th>
          <th scope="col" className="table-action">
            <span className="visually-hidden">{t('table.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((row) => (
          <FindingRow
            key={rowId(row)}
            row={row}
            today={today}
            isSelected={selected.has(rowId(row))}
            onToggle={() => {
              const next = new Set(selected)
              if (!next.delete(rowId(row))) next.add(rowId(row))
              onSelect(next)
            }}
            onOpen={() => onOpen(row.assessmentId)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface FindingRowProps {
  readonly row: ListedFinding
  readonly today: Day
  readonly isSelected: boolean
  readonly onToggle: () => void
  readonly onOpen: () => void
}

function FindingRow({ row, today, isSelected, onToggle, onOpen }: FindingRowProps) {
  const { t } = useTranslation('findings')
  return (
    <tr className={isSelected ? 'is-selected' : undefined}>
      <td className="table-check">
        <input
          type="checkbox"
          aria-label={t('table.selectOne', { finding: shortName(row), party: row.thirdPartyName })}
          checked={isSelected}
          onChange={onToggle}
        />
      </td>
      <th scope="row">
        <FindingTitle line={row} />
      </th>
      <td>
        <button type="button" className="link" aria-label={t('table.open', { party: row.thirdPartyName })} onClick={onOpen}>
          {row.thirdPartyName}
        </button>
        <span className="table-second">
          {t(`relationships.${row.relationship}`)}
          {row.isSigned ? '' : `, ${t('table.draft')}`}
        </span>
      </td>
      <td>
        <PlanStateChip state={row.state} />
        {row.treatment === null ? null : <span className="table-second">{t(`responses.${row.treatment.response}.name`)}</span>}
      </td>
      <td>
        <OwnerAndDay line={row} today={today} />
      </td>
      <td className="table-action">
        <PlanButton assessmentId={row.assessmentId} line={row} />
      </td>
    </tr>
  )
}
