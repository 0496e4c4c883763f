// What a cell of the matrix says, in the words of the interface.
import { useTranslation } from 'react-i18next'
import type { ExposureCell } from '#shared/domain/exposure.ts'
import { cellText } from './cells.ts'

/** Words for names and sentences: "see, copy", or "nothing known". */
export function useCellWords(): (cell: ExposureCell | undefined) => string {
  const { t } = useTranslation('exposure')
  return (cell) => {
    const text = cellText(cell)
    if (text === 'empty') return t('emptyName')
    return typeof text === 'string' ? t(text) : text.map((kind) => t(kind)).join(', ')
  }
}
