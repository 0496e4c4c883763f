// Lists to screen against: the tables that ship, rows as CSV, and random company names.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { NameTablesFile, readNameTables } from '#shared/screening/name-tables.ts'
import { readScreeningList, type ScreeningList } from '#shared/screening/screening-list.ts'

export const tables = readNameTables(
  NameTablesFile.parse(JSON.parse(readFileSync(new URL('../../resources/screening/name-tables.json', import.meta.url), 'utf8'))),
)

export interface ListRow {
  readonly name: string
  readonly source: string
  readonly type: string
  readonly alt_names: string
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** The rows as CSV with these columns in this order; a column that a row does not have is empty. */
export function csvOf(rows: readonly ListRow[], columns: readonly string[] = ['source', 'type', 'name', 'alt_names']): string {
  const cells = rows.map((row) => new Map<string, string>(Object.entries(row)))
  return [columns.map(quoted), ...cells.map((row) => columns.map((column) => quoted(row.get(column) ?? '')))]
    .map((line) => line.join(','))
    .join('\n')
}

/** The list as read; throws when it cannot be read. */
export function listOf(text: string): ScreeningList {
  const read = readScreeningList(text)
  if (!read.ok) throw new Error(read.problem.message)
  return read.list
}

const word = fc.constantFrom(
  'Gazprom',
  'Neft',
  'Bank',
  'Müller',
  'Trading',
  'Лукойл',
  'Orient',
  'Lens',
  'Optik',
  '42',
  'A',
  'Étoile',
  '公司',
  'Ltd',
  'GmbH',
)
/** A company name of one to four words. */
export const companyName = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

/** Names that hold neither a letter nor a digit. */
export const emptyName = fc.string({
  unit: fc.constantFrom('.', '-', '–', '!', ' ', '’', '\u200b', '★', '…', '\u0301'),
  minLength: 1,
  maxLength: 6,
})

export const listRow: fc.Arbitrary<ListRow> = fc.record({
  name: companyName,
  source: fc.constantFrom('Entity List', 'Unverified List'),
  type: fc.constantFrom('', 'Entity'),
  alt_names: fc.array(companyName, { maxLength: 3 }).map((names) => names.join('; ')),
})
