// Finds out which page belongs to which table: by walking the trees from their roots and, below a damaged page, by what the rows look like.
import type { PageReader } from './encrypted-pages.ts'
import { isBelievable } from './row-checks.ts'
import { rowOf, type TableLayout } from './table-layouts.ts'
import { readTreePage, type TreePage } from './tree-pages.ts'

export interface FoundPages {
  /** Pages with rows, by the name of their table. */
  readonly ofTable: ReadonlyMap<string, readonly number[]>
  /** Damaged pages, by the name of the table they are known to belong to; under the empty name those of which nobody knows. */
  readonly damaged: ReadonlyMap<string, number>
  /** Pages with rows that fit no table, or several. */
  readonly strange: readonly number[]
}

interface Search {
  readonly reader: PageReader
  readonly layouts: readonly TableLayout[]
  readonly seen: Set<number>
  readonly ofTable: Map<string, number[]>
  readonly damaged: Map<string, number>
}

/** The owners of pages without records of ours: the schema, which migrations make anew, and indexes, which SQLite does. */
const schemaTable = 'sqlite_schema'
const indexes = 'indexes'

function noteDamaged(search: Search, owner: string): void {
  search.damaged.set(owner, (search.damaged.get(owner) ?? 0) + 1)
}

/** Damaged pages that a long record goes on in belong to its table as well. */
function noteOverflow(search: Search, owner: string, page: TreePage): void {
  for (const number of page.records.flatMap((record) => record.overflowPages)) {
    const isNew = number > 0 && number <= search.reader.pageCount && !search.seen.has(number)
    search.seen.add(number)
    if (isNew && search.reader.page(number) === null) noteDamaged(search, owner)
  }
}

function keepPage(search: Search, owner: string, found: { readonly number: number; readonly page: TreePage }): void {
  const { number, page } = found
  if (page.records.length > 0) search.ofTable.set(owner, [...(search.ofTable.get(owner) ?? []), number])
  noteOverflow(search, owner, page)
}

/** Walks the tree below `root`; what cannot be read there is noted as damaged. */
function walk(search: Search, root: number, owner: string): void {
  const waiting = [root]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (number < 1 || search.seen.has(number)) continue
    search.seen.add(number)
    const page = readTreePage(number, (wanted) => search.reader.page(wanted))
    if (page === null) {
      noteDamaged(search, owner)
      continue
    }
    keepPage(search, owner, { number, page })
    waiting.push(...page.children)
  }
}

function readRoots({ reader, ofTable }: Search): { readonly owner: string; readonly root: number }[] {
  const pages = ofTable.get(schemaTable) ?? []
  const records = pages.flatMap((number) => readTreePage(number, (wanted) => reader.page(wanted))?.records ?? [])
  return records.flatMap(({ cells }) => {
    const [type, name, , root] = cells ?? []
    const isTree = (type === 'table' || type === 'index') && typeof root === 'number' && root > 0
    return isTree && typeof name === 'string' ? [{ owner: type === 'table' ? name : indexes, root }] : []
  })
}

/** The tables that all whole records of a page fit, and at least one of them truly. */
function candidates(layouts: readonly TableLayout[], page: TreePage): string[] {
  const whole = page.records.filter(({ cells }) => cells !== null)
  if (whole.length === 0) return []
  const rowsIn = (layout: TableLayout) => whole.map((record) => rowOf(layout, record))
  const fitting = layouts.filter((layout) => layout.kind === page.kind && rowsIn(layout).every((row) => row !== null))
  return fitting.filter((layout) => rowsIn(layout).some((row) => isBelievable(layout.name, row))).map(({ name }) => name)
}

/** True for a page of an index, whose rows are found in its table. */
function isIndexPage(page: TreePage): boolean {
  if (page.kind !== 'index') return false
  // (key, rowid) of a key that SQLite indexes by itself, or two ids.
  return page.records.every(({ cells }) => cells !== null && cells.length === 2)
}

/** Gives the pages that no root led to, as below a damaged page, to the table their rows fit. Returns those that fit none, or several. */
function* placeOrphans(search: Search): Generator<number, number[]> {
  const strange: number[] = []
  for (let number = 1; number <= search.reader.pageCount; number += 1) {
    if (number % 1_000 === 0) yield number
    if (search.seen.has(number)) continue
    const page = readTreePage(number, (wanted) => search.reader.page(wanted))
    if (page === null) continue
    const owners = candidates(search.layouts, page)
    const [owner] = owners
    if (owner !== undefined && owners.length === 1) keepPage(search, owner, { number, page })
    else if (page.records.length > 0 && !isIndexPage(page)) strange.push(number)
    search.seen.add(number)
  }
  return strange
}

/** Looks at every page of the file. Yields after each thousand. */
export function* findPages(reader: PageReader, layouts: readonly TableLayout[]): Generator<number, FoundPages> {
  const search: Search = { reader, layouts, seen: new Set(), ofTable: new Map(), damaged: new Map() }
  walk(search, 1, schemaTable)
  for (const { owner, root } of readRoots(search)) walk(search, root, owner)
  const strange = yield* placeOrphans(search)
  for (let number = 1; number <= reader.pageCount; number += 1) {
    if (number % 1_000 === 0) yield number
    if (!search.seen.has(number) && reader.page(number) === null) noteDamaged(search, '')
  }
  return { ofTable: search.ofTable, damaged: search.damaged, strange }
}
