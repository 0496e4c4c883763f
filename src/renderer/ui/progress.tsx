import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'

interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly total: number
  readonly isTextHidden?: boolean
}

/** How much of something is done, as a bar and as numbers. */
export function Progress({ label, done, total, isTextHidden = false }: ProgressProps) {
  const { t } = useTranslation('controls')
  const style: CSSProperties & Record<'--done', string> = { '--done': total === 0 ? '0%' : `${(done / total) * 100}%` }
  return (
    <span
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={t('ofTotal', { done, total })}
    >
      <span className="progress-track" style={style} />
      {isTextHidden ? null : (
        <span className="progress-text">
          {done}/{total}
        </span>
      )}
    </span>
  )
}
