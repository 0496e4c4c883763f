// Reads the rows of a table from the pages that are left of it.
import type { SalvagedTable } from '#shared/domain/salvage-report.ts'
import type { PageReader } from './encrypted-pages.ts'
import type { FoundPages } from './find-pages.ts'
import { isBelievable } from './row-checks.ts'
import { type Row, rowOf, type TableLayout } from './table-layouts.ts'
import { type FoundRecord, readTreePage } from './tree-pages.ts'

/** A row that was read whole. `isBelieved` is false when it is not what its table takes. */
export interface FoundRow {
  readonly row: Row
  readonly isBelieved: boolean
}

/** Tallies one table while its rows are taken over. */
export type Tally = { -readonly [Key in keyof SalvagedTable]: SalvagedTable[Key] } & { cutOffKeys: string[] }

export const emptyTally = (name: string): Tally => ({ name, saved: 0, keptAside: 0, cutOff: 0, cutOffKeys: [], damagedPages: 0 })

const mostKeys = 100

function noteCutOff(tally: Tally, record: FoundRecord): void {
  tally.cutOff += 1
  const key = record.head.filter((cell) => typeof cell === 'string' || typeof cell === 'number').slice(0, 3)
  const text = [...(record.rowid === null ? [] : [record.rowid]), ...key].join(' ')
  if (tally.cutOffKeys.length < mostKeys) tally.cutOffKeys.push(text.slice(0, 200))
}

/** The whole rows of a table, one after the other; those that are cut off are tallied only. */
export function* rowsOf(
  layout: TableLayout,
  from: { readonly reader: PageReader; readonly found: FoundPages },
  tally: Tally,
): Generator<FoundRow> {
  const { reader, found } = from
  for (const number of found.ofTable.get(layout.name) ?? []) {
    for (const record of readTreePage(number, (wanted) => reader.page(wanted))?.records ?? []) {
      const row = rowOf(layout, record)
      if (row === null) noteCutOff(tally, record)
      else yield { row, isBelieved: isBelievable(layout.name, row) }
    }
  }
}

/** The rows of pages that could be given to no table, as plain columns. */
export function* strangeRows({ reader, found }: { readonly reader: PageReader; readonly found: FoundPages }): Generator<Row> {
  for (const number of found.strange) {
    for (const { cells, rowid } of readTreePage(number, (wanted) => reader.page(wanted))?.records ?? []) {
      if (cells !== null) yield { rowid, ...Object.fromEntries(cells.map((cell, index) => [`column${index + 1}`, cell])) }
    }
  }
}
