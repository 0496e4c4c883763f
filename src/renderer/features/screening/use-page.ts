// Which page of a long table is shown.
import { useState } from 'react'

interface Page {
  readonly offset: number
  readonly setOffset: (offset: number) => void
  /** To be told how many rows there are: the last page is shown once the one shown is past the end. */
  readonly keepWithin: (total: number) => void
}

/** Begins at the first page, and again whenever `about`, which says what the table is about, is another. */
export function usePage(about: string, pageLength: number): Page {
  const [page, setPage] = useState({ about, offset: 0 })
  const offset = page.about === about ? page.offset : 0
  const setOffset = (next: number) => setPage({ about, offset: next })
  return {
    offset,
    setOffset,
    keepWithin: (total) => {
      if (offset > 0 && offset >= total) setOffset(Math.max(0, Math.ceil(total / pageLength) - 1) * pageLength)
    },
  }
}
