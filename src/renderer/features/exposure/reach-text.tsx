import { useTranslation } from 'react-i18next'
import type { ExposureCell } from '#shared/domain/exposure.ts'
import { cellText } from './cells.ts'
import { useCellWords } from './use-cell-words.ts'

/** What stands in a cell. What only an assessment names has a frame, so that a guess does not look like a statement. */
export function ReachText({ cell }: { readonly cell: ExposureCell | undefined }) {
  const { t } = useTranslation('exposure')
  const wordsOf = useCellWords()
  const text = cellText(cell)
  if (text === 'empty') return <span className="matrix-empty">{t('empty')}</span>
  return <span className={text === 'named' ? 'matrix-named' : text === 'nothing' ? 'matrix-empty' : 'matrix-said'}>{wordsOf(cell)}</span>
}
