// What stands in a cell of the exposure matrix, and what a key does to it.
import { type ExposureCell, type Reach, reachKinds } from '#shared/domain/exposure.ts'

export const noReach: Reach = { see: false, copy: false, change: false, stop: false }

/** The name of a cell among all. */
export function cellKey(thirdPartyId: string, jewelId: string): string {
  return `${thirdPartyId} ${jewelId}`
}

export type CellText = 'everything' | 'nothing' | 'named' | 'empty' | readonly (keyof Reach)[]

/** What a cell says: what a person said, else that an assessment names the jewel, else nothing. */
export function cellText(cell: Pick<ExposureCell, 'reach' | 'assessmentId'> | undefined): CellText {
  if (cell === undefined) return 'empty'
  const { reach, assessmentId } = cell
  if (reach === null) return assessmentId === null ? 'empty' : 'named'
  const kinds = reachKinds.filter((kind) => reach[kind])
  if (kinds.length === 0) return 'nothing'
  return kinds.length === reachKinds.length ? 'everything' : kinds
}

/** What a key says of a cell: another reach, null to take back what was said; undefined for a key that says nothing. */
export function reachOfKey(key: string, reach: Reach | null): Reach | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return reach === null ? undefined : null
  if (key === '0') return noReach
  const kind = reachKinds[Number(key) - 1]
  const before = reach ?? noReach
  return kind === undefined ? undefined : { ...before, [kind]: !before[kind] }
}

export interface Position {
  readonly row: number
  readonly column: number
}

const steps: Readonly<Record<string, Position>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** Where a key leads from a place in a grid of so many rows and columns; null for a key that does not move. */
export function moved(key: string, { row, column }: Position, size: { readonly rows: number; readonly columns: number }): Position | null {
  if (key === 'Home') return { row, column: 0 }
  if (key === 'End') return { row, column: size.columns - 1 }
  const step = steps[key]
  if (step === undefined) return null
  const within = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1)
  return { row: within(row + step.row, size.rows), column: within(column + step.column, size.columns) }
}
