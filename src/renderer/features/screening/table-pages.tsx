import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'

interface TablePagesProps {
  readonly offset: number
  readonly pageLength: number
  /** How many rows are on this page, and how many there are in all. */
  readonly shown: number
  readonly total: number
  readonly onOffset: (offset: number) => void
}

/** Which rows of a long table are shown, and the way to those before and after; nothing when all fit on one page. */
export function TablePages({ offset, pageLength, shown, total, onOffset }: TablePagesProps) {
  const { t } = useTranslation('screening')
  if (total <= pageLength) return null
  const isFirst = offset === 0
  const isLast = offset + pageLength >= total
  return (
    <div className="form-actions">
      {/* A button at its end keeps the focus that it has. */}
      <Button isSmall aria-disabled={isFirst || undefined} onClick={() => isFirst || onOffset(Math.max(0, offset - pageLength))}>
        {t('pages.previous')}
      </Button>
      <Button isSmall aria-disabled={isLast || undefined} onClick={() => isLast || onOffset(offset + pageLength)}>
        {t('pages.next')}
      </Button>
      <span className="field-hint" role="status">
        {t('pages.shown', { from: offset + 1, to: offset + shown, count: total })}
      </span>
    </div>
  )
}
