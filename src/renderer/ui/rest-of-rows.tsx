import type { Ref } from 'react'

interface RestOfRowsProps {
  readonly ref: Ref<HTMLTableRowElement>
  readonly restPx: number
  readonly columns: number
}

/** Stands at the end of a table in place of the rows that are not drawn yet, as high as they will be. */
export function RestOfRows({ ref, restPx, columns }: RestOfRowsProps) {
  if (restPx === 0) return null
  return (
    <tr ref={ref} aria-hidden="true">
      <td colSpan={columns} className="rest-of-rows" style={{ height: `${restPx}px` }}>
        {'\u00A0'}
      </td>
    </tr>
  )
}
