// Which rows of a long list of equally high rows are in sight, so that only they are drawn.
import { type RefObject, useEffect, useState } from 'react'

export interface RowsInSight {
  readonly first: number
  readonly last: number
}

interface Rows {
  readonly count: number
  readonly heightPx: number
}

/** The rows that the box shows as it is scrolled; the heading, one row high, stays at its top. */
export function useRowsInSight(box: RefObject<HTMLElement | null>, { count, heightPx }: Rows): RowsInSight {
  const [sight, setSight] = useState<RowsInSight>({ first: 0, last: 0 })
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const look = () => {
      const first = Math.min(Math.max(0, count - 1), Math.floor(element.scrollTop / heightPx))
      const last = Math.min(Math.max(0, count - 1), Math.floor((element.scrollTop + element.clientHeight) / heightPx))
      setSight((old) => (old.first === first && old.last === last ? old : { first, last }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const watcher = new ResizeObserver(look)
    watcher.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      watcher.disconnect()
    }
  }, [box, count, heightPx])
  return sight
}

/** Scrolls as little as is needed to have the row below the heading and above the lower edge. */
export function scrollToRow(box: HTMLElement, row: number, heightPx: number): void {
  const most = row * heightPx
  const least = (row + 2) * heightPx - box.clientHeight
  box.scrollTop = Math.min(most, Math.max(least, box.scrollTop))
}
