// Draws of a table only the rows that are in sight when it opens, and more as one comes near its end.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Drawn before anything is measured. */
const firstRows = 4
/** Drawn below the window's edge, so that whoever goes through the table by keyboard always finds a next row. */
const spareRows = 2
/** Drawn more than asked for while one scrolls. */
const aheadRows = 10

export interface RowsAsSeen {
  /** How many rows, from the first, are drawn. */
  readonly shown: number
  /** Belongs on the element after the last row that is drawn; it stands in for those that are not. */
  readonly end: RefObject<HTMLTableRowElement | null>
  /** How high the rows are that are not drawn, about; 0 when all are. */
  readonly restPx: number
  /** Draws everything up to a row, which can take the focus once React is done. */
  readonly drawTo: (row: number) => void
}

/** `count` rows, each about `heightPx` high: the estimate only sets how far the scroll bar goes. */
export function useRowsAsSeen(count: number, heightPx: number): RowsAsSeen {
  const end = useRef<HTMLTableRowElement>(null)
  const [drawn, setDrawn] = useState(firstRows)
  const shown = Math.min(count, drawn)
  const drawTo = useCallback((row: number) => setDrawn((now) => Math.max(now, row + 1 + spareRows)), [])
  useLayoutEffect(() => {
    if (shown >= count) return undefined
    const look = (ahead: number) => {
      if (end.current === null) return
      const missingPx = window.innerHeight + spareRows * heightPx - end.current.getBoundingClientRect().top
      if (missingPx > 0) setDrawn(shown + Math.ceil(missingPx / heightPx) + ahead)
    }
    const lookAhead = () => look(aheadRows)
    look(0)
    // Whatever scrolls around the table is heard on its way down.
    window.addEventListener('scroll', lookAhead, { capture: true, passive: true })
    window.addEventListener('resize', lookAhead)
    return () => {
      window.removeEventListener('scroll', lookAhead, { capture: true })
      window.removeEventListener('resize', lookAhead)
    }
  }, [count, shown, heightPx])
  return { shown, end, restPx: (count - shown) * heightPx, drawTo }
}
