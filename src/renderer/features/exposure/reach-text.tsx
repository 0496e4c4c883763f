import type { ExposureCell } from '#shared/domain/exposure.ts'
import { cellText } from './cells.ts'

interface ReachTextProps {
  readonly cell: ExposureCell | undefined
  /** What the cell says, in words. */
  readonly words: string
  /** What stands there when nothing is known. */
  readonly empty: string
}

/** What stands in a cell. What only an assessment names has a frame, so that a guess does not look like a statement. */
export function ReachText({ cell, words, empty }: ReachTextProps) {
  const text = cellText(cell)
  if (text === 'empty') return <span className="matrix-empty">{empty}</span>
  return <span className={text === 'named' ? 'matrix-named' : text === 'nothing' ? 'matrix-empty' : 'matrix-said'}>{words}</span>
}
