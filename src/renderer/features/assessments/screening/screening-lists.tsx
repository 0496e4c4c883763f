import { useTranslation } from 'react-i18next'
import type { NameList } from '#shared/contract/reference.ts'
import { useQuery } from '#renderer/bridge/use-query.ts'
import { wordsFor } from '#renderer/bridge/words.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Refusal } from '#renderer/ui/refusal.tsx'
import { Waiting } from '#renderer/ui/waiting.tsx'

type Editions = Readonly<Record<string, string>>

interface ScreeningListsProps {
  readonly editions: Editions
  readonly onChange: (editions: Editions) => void
}

/** The known lists of names, each with the day of the edition that was checked. A stored list that is not known any more stays. */
export function ScreeningLists({ editions, onChange }: ScreeningListsProps) {
  const { t } = useTranslation('screening')
  const query = useQuery('reference.nameLists', {})
  if (query.state === 'loading') return <Waiting what={t('assessment.reading')} />
  if (query.state === 'failed') return <Refusal words={wordsFor(query.fault)} />
  const { lists, staleAfterDays } = query.value
  const strangers = Object.keys(editions).filter((id) => !lists.some((list) => list.id === id))
  const all: readonly Pick<NameList, 'id' | 'title' | 'publisher'>[] = [
    ...lists,
    ...strangers.map((id) => ({ id, title: id, publisher: '' })),
  ]
  return (
    <fieldset className="check-list-plain">
      <legend className="field-label">{t('assessment.checked')}</legend>
      <p className="field-hint">{t('assessment.stale', { days: staleAfterDays })}</p>
      <ul className="screening-lists">
        {all.map((list) => (
          <li key={list.id} className="screening-list">
            <label className="check">
              <input
                type="checkbox"
                checked={editions[list.id] !== undefined}
                onChange={(event) => {
                  const { [list.id]: _, ...rest } = editions
                  onChange(event.target.checked ? { ...rest, [list.id]: '' } : rest)
                }}
              />
              <span>
                {list.title}
                <span className="check-detail">{list.publisher}</span>
              </span>
            </label>
            {editions[list.id] === undefined ? null : (
              <DateField
                label={t('assessment.editionOf', { title: list.title })}
                isLabelHidden
                day={editions[list.id] ?? ''}
                onDay={(day) => onChange({ ...editions, [list.id]: day ?? '' })}
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
