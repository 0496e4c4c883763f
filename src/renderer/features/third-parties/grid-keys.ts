// Where a key leads in a list of rows.

export interface GridPlace {
  readonly index: number
  readonly count: number
  /** How many rows are in sight. */
  readonly pageRows: number
}

/** The row that a key moves to, from 0; null for a key that does not move. An empty list has no rows to move to. */
export function rowAfterKey(key: string, { index, count, pageRows }: GridPlace): number | null {
  if (count === 0) return null
  const within = (row: number) => Math.max(0, Math.min(count - 1, row))
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return within(index - 1)
    case 'PageDown':
      return within(index + Math.max(1, pageRows - 1))
    case 'PageUp':
      return within(index - Math.max(1, pageRows - 1))
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
