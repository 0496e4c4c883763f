// How many single edits lie between two words.

/**
 * Edits (a letter added, lost, changed, or two neighbours swapped) between two words, each place edited once; `limit` + 1 when there are
 * more than `limit`.
 */
export function editsBetween(left: string, right: string, limit: number): number {
  const beyond = limit + 1
  if (Math.abs(left.length - right.length) > limit) return beyond
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1]
      const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const cost = Math.min(
        Number(above[column]) + 1,
        Number(current[column - 1]) + 1,
        Number(above[column - 1]) + (isSame ? 0 : 1),
        isSwap ? Number(before[column - 2]) + 1 : beyond,
      )
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return beyond
    before = above
    above = current
  }
  return Math.min(Number(above[right.length]), beyond)
}
