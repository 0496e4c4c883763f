// The words that stand in row after row of the list, looked up once.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

export function useRowWords() {
  const { t } = useTranslation('third-parties')
  return useMemo(
    () => ({
      t,
      none: t('grid.none'),
      overdue: t('grid.overdue'),
      relationships: { supplier: t('relationships.supplier'), partner: t('relationships.partner'), investor: t('relationships.investor') },
      statuses: { none: t('statuses.none'), draft: t('statuses.draft'), signed: t('statuses.signed') },
    }),
    [t],
  )
}

export type RowWords = ReturnType<typeof useRowWords>
