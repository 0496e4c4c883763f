// What the tables of each version of the schema look like, asked of SQLite itself.
import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import type { Migration } from '../migrations.ts'
import type { FoundRecord, SqlCell, TreePage } from './tree-pages.ts'

const TableRow = z.looseObject({ schema: z.string(), name: z.string(), type: z.string(), wr: z.int() })
const ColumnRow = z.looseObject({ name: z.string(), type: z.string(), notnull: z.int(), pk: z.int() })
const ReferenceRow = z.looseObject({ table: z.string() })

type Column = z.infer<typeof ColumnRow>

export interface TableLayout {
  readonly name: string
  readonly kind: TreePage['kind']
  /** In the order in which a record stores them. */
  readonly columns: readonly Column[]
  /** The column that stands for the rowid, and is stored as NULL. */
  readonly rowidColumn: string | null
  /** Tables whose rows must be there first. */
  readonly parents: readonly string[]
}

export type Row = Readonly<Record<string, SqlCell>>

function storedOrder(columns: readonly Column[], isWithoutRowid: boolean): Column[] {
  if (!isWithoutRowid) return [...columns]
  const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  return [...keys, ...columns.filter(({ pk }) => pk === 0)]
}

function layoutOf(db: Sqlite.Database, { name, wr }: z.infer<typeof TableRow>): TableLayout {
  const columns = z.array(ColumnRow).parse(db.pragma(`table_info("${name}")`))
  const keys = columns.filter(({ pk }) => pk > 0)
  const [key] = keys
  const rowidColumn = wr === 0 && keys.length === 1 && key?.type === 'INTEGER' ? key.name : null
  const parents = z.array(ReferenceRow).parse(db.pragma(`foreign_key_list("${name}")`))
  return {
    name,
    kind: wr === 1 ? 'index' : 'table',
    columns: storedOrder(columns, wr === 1),
    rowidColumn,
    parents: [...new Set(parents.map(({ table }) => table))],
  }
}

/** Parents before children. */
function inOrder(layouts: readonly TableLayout[]): TableLayout[] {
  const sorted: TableLayout[] = []
  const add = (layout: TableLayout) => {
    if (sorted.includes(layout)) return
    for (const parent of layout.parents) {
      const found = layouts.find(({ name }) => name === parent)
      if (found !== undefined && found !== layout) add(found)
    }
    sorted.push(layout)
  }
  for (const layout of layouts) add(layout)
  return sorted
}

/** The tables that these schema steps make, parents before children. */
export function layoutsOf(steps: readonly Migration[], sqliteBinding: string | undefined): readonly TableLayout[] {
  const db = new Sqlite(':memory:', sqliteBinding === undefined ? {} : { nativeBinding: sqliteBinding })
  try {
    for (const { sql } of steps) db.exec(sql)
    const tables = z.array(TableRow).parse(db.pragma('table_list'))
    const own = tables.filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    return inOrder(own.toSorted((a, b) => a.name.localeCompare(b.name)).map((table) => layoutOf(db, table)))
  } finally {
    db.close()
  }
}

function fitsColumn(cell: SqlCell, column: Column, isRowid: boolean): boolean {
  if (cell === null) return isRowid || (column.notnull === 0 && column.pk === 0)
  if (column.type === 'TEXT') return typeof cell === 'string'
  if (column.type === 'BLOB') return cell instanceof Uint8Array
  return column.type === 'INTEGER' && (typeof cell === 'number' || typeof cell === 'bigint')
}

/** The record as a row of this table; null when it has another shape. */
export function rowOf(layout: TableLayout, record: FoundRecord): Row | null {
  const { cells, rowid } = record
  if (cells === null || cells.length !== layout.columns.length) return null
  const entries: [string, SqlCell][] = []
  for (const [index, column] of layout.columns.entries()) {
    const isRowid = column.name === layout.rowidColumn
    const cell = cells[index] ?? null
    if (!fitsColumn(cell, column, isRowid)) return null
    entries.push([column.name, isRowid ? Number(rowid) : cell])
  }
  return Object.fromEntries(entries)
}
