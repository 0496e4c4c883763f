import { useTranslation } from 'react-i18next'
import type { ThirdPartySort, ThirdPartySortKey } from '#shared/domain/third-party-view.ts'

const columns: readonly {
  readonly name: 'name' | 'relationships' | 'country' | 'tier' | 'driver' | 'assessed' | 'due' | 'status'
  readonly by?: ThirdPartySortKey
}[] = [
  { name: 'name', by: 'name' },
  { name: 'relationships' },
  { name: 'country', by: 'country' },
  { name: 'tier', by: 'tier' },
  { name: 'driver' },
  { name: 'assessed', by: 'assessed' },
  { name: 'due', by: 'due' },
  { name: 'status', by: 'status' },
]
export const columnCount = columns.length + 1

/** The worst and the newest stand first when a column is sorted by for the first time; names, days due and countries ascend. */
const descendingFirst: ReadonlySet<ThirdPartySortKey> = new Set(['tier', 'assessed'])

interface PartyGridHeadProps {
  readonly sort: ThirdPartySort
  readonly onSort: (sort: ThirdPartySort) => void
  readonly matchCount: number
  readonly isAllChosen: boolean
  readonly onChooseAll: () => void
  readonly onChooseNone: () => void
}

export function PartyGridHead({ sort, onSort, matchCount, isAllChosen, onChooseAll, onChooseNone }: PartyGridHeadProps) {
  const { t } = useTranslation('third-parties')
  return (
    <div role="row" aria-rowindex={1} className="party-row party-head">
      <div role="columnheader">
        <input
          type="checkbox"
          checked={isAllChosen}
          onChange={isAllChosen ? onChooseNone : onChooseAll}
          aria-label={t('grid.chooseAll', { count: matchCount })}
        />
      </div>
      {columns.map(({ name, by }) => (
        <div
          key={name}
          role="columnheader"
          {...(by === undefined || by !== sort.by
            ? {}
            : { 'aria-sort': sort.isDescending ? ('descending' as const) : ('ascending' as const) })}
        >
          {by === undefined ? (
            t(`columns.${name}`)
          ) : (
            <button
              type="button"
              className="party-sort"
              onClick={() => onSort({ by, isDescending: by === sort.by ? !sort.isDescending : descendingFirst.has(by) })}
            >
              {t(`columns.${name}`)}
              <span className="party-sort-mark" aria-hidden="true">
                {by !== sort.by ? '' : sort.isDescending ? '▾' : '▴'}
              </span>
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
