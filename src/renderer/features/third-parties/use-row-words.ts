// The words that stand in row after row of the list, looked up once.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Stands for the value while a message is looked up; no message holds it. */
const slot = '\uE000'

/** A message with one value in it that is looked up once, and then only filled in. */
function filledIn(message: (value: string) => string): (value: string) => string {
  const parts = message(slot).split(slot)
  return (value) => parts.join(value)
}

/** A message by number that is looked up once for each number. */
function counted(message: (count: number) => string): (count: number) => string {
  const known = new Map<number, string>()
  return (count) => {
    const text = known.get(count) ?? message(count)
    known.set(count, text)
    return text
  }
}

export function useRowWords() {
  const { t } = useTranslation('third-parties')
  return useMemo(
    () => ({
      chooseOne: filledIn((name) => t('grid.chooseOne', { name })),
      flag: filledIn((id) => t('grid.flag', { id })),
      stop: counted((count) => t('grid.stop', { count })),
      reading: t('grid.reading'),
      none: t('grid.none'),
      overdue: t('grid.overdue'),
      relationships: { supplier: t('relationships.supplier'), partner: t('relationships.partner'), investor: t('relationships.investor') },
      statuses: { none: t('statuses.none'), draft: t('statuses.draft'), signed: t('statuses.signed') },
    }),
    [t],
  )
}

export type RowWords = ReturnType<typeof useRowWords>
