// Which rows of a long list of equally high rows are in sight, so that only they are drawn.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

export interface RowsInSight {
  readonly first: number
  readonly last: number
  /** Scrolls as little as is needed to have the row below the heading and above the lower edge. */
  readonly scrollTo: (row: number) => void
  readonly scrollToTop: () => void
}

interface List {
  /** What scrolls; the heading of the list, one row high, stays at its top. */
  readonly box: RefObject<HTMLElement | null>
  readonly count: number
  readonly heightPx: number
}

/** Where the list is scrolled to, in pixels, and how much of it there is room for in the window. */
interface Window {
  readonly topPx: number
  readonly roomPx: number
}

/** Where a short list ends does not matter: a longer one, as after a search, gets the same room. */
function measure(box: HTMLElement, heightPx: number): Window {
  const belowPx = window.innerHeight - box.getBoundingClientRect().top
  return { topPx: box.scrollTop, roomPx: Math.max(box.clientHeight, belowPx) - heightPx }
}

/**
 * The rows that are in sight. The page is measured when the list appears, is scrolled or changes its size, and never because other rows
 * stand in it, so that a search does not wait for a layout.
 */
export function useRowsInSight({ box, count, heightPx }: List): RowsInSight {
  const [{ topPx, roomPx }, setWindow] = useState<Window>({ topPx: 0, roomPx: 0 })
  const latest = useRef<Window>({ topPx: 0, roomPx: 0 })
  // Before the first paint, so that no list is seen to fill up.
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const rowOf = (px: number) => Math.floor(px / heightPx)
    const look = () => {
      const found = measure(element, heightPx)
      latest.current = found
      setWindow((old) => (old.roomPx === found.roomPx && rowOf(old.topPx) === rowOf(found.topPx) ? old : found))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    const watcher = new ResizeObserver(look)
    watcher.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
      watcher.disconnect()
    }
  }, [box, heightPx])
  const scroll = useCallback(
    (top: number) => {
      // Setting what is so already would measure the page anew.
      if (box.current !== null && top !== latest.current.topPx) box.current.scrollTo({ top })
    },
    [box],
  )
  const scrollTo = useCallback(
    (row: number) => {
      if (box.current === null) return
      const most = row * heightPx
      const least = (row + 2) * heightPx - box.current.clientHeight
      scroll(Math.min(most, Math.max(least, box.current.scrollTop)))
    },
    [box, heightPx, scroll],
  )
  const scrollToTop = useCallback(() => scroll(0), [scroll])
  const within = (row: number) => Math.min(Math.max(0, count - 1), Math.floor(row))
  return { first: within(topPx / heightPx), last: within((topPx + roomPx) / heightPx), scrollTo, scrollToTop }
}
