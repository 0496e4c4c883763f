import type { CSSProperties } from 'react'

interface IntervalBarProps {
  readonly loBp: number
  readonly hiBp: number
  /** 1 to 4, by the method. */
  readonly band: number
}

/** A gap between its best and its worst case on a line from 0 to 100 %, with the four bands marked. The numbers stand beside it as text. */
export function IntervalBar({ loBp, hiBp, band }: IntervalBarProps) {
  const style: CSSProperties & Record<'--lo' | '--hi', string> = { '--lo': `${loBp / 100}%`, '--hi': `${hiBp / 100}%` }
  return (
    <span className={`interval interval-band-${band}`} style={style} aria-hidden="true">
      <span className="interval-mark interval-mark-20" />
      <span className="interval-mark interval-mark-40" />
      <span className="interval-mark interval-mark-70" />
      <span className="interval-sure" />
      <span className="interval-open" />
    </span>
  )
}
