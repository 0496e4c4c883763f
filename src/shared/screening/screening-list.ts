// Reads a restricted-party list in the column layout of the U.S. Consolidated Screening List, by column name and failing closed.
import { type CsvReading, type CsvRow, readCsvInPieces } from './csv-rows.ts'

/** What a row is about, as far as the list says; most rows of some sources say nothing. */
export type ListedType = 'organization' | 'individual' | 'vessel' | 'aircraft' | 'not-stated'

export interface ListEntry {
  /** The list's own id where it has one; not unique in every list. */
  readonly id: string
  readonly line: number
  readonly source: string
  readonly type: ListedType
  /** The primary name first, then aliases. */
  readonly names: readonly { readonly text: string; readonly kind: 'primary' | 'alias' }[]
  readonly programs: string
  /** Codes of the countries in which the list gives an address. They say where the list places an address, and nothing about anybody. */
  readonly addressCountries: readonly string[]
}

/** A row that is not in `entries`, and why. */
interface RejectedRow {
  readonly line: number
  readonly reason: 'not-csv' | 'other-length' | 'no-name'
}

export interface ScreeningList {
  readonly entries: readonly ListEntry[]
  readonly rejected: readonly RejectedRow[]
  /** Rows below the header, rejected ones included, repeated headers not. */
  readonly rowCount: number
  /** Rows by source, in the order of the list. */
  readonly sources: readonly { readonly source: string; readonly rowCount: number }[]
}

interface ListProblem {
  readonly code: 'too-large' | 'no-header' | 'column-missing' | 'column-twice' | 'too-many-rejected' | 'empty'
  readonly message: string
}

export type ListReading = { readonly ok: true; readonly list: ScreeningList } | { readonly ok: false; readonly problem: ListProblem }

/** In UTF-16 code units. */
const longestList = 200_000_000
/** A list may lose this many rows, or one in a hundred when that is more; beyond that it is refused. */
const mostRejected = 10
const longestName = 2_000
const mostCountries = 50

function refused(code: ListProblem['code'], message: string): ListReading {
  return { ok: false, problem: { code, message } }
}

const types: Readonly<Record<string, ListedType>> = {
  '': 'not-stated',
  entity: 'organization',
  organization: 'organization',
  company: 'organization',
  individual: 'individual',
  person: 'individual',
  vessel: 'vessel',
  ship: 'vessel',
  aircraft: 'aircraft',
  airplane: 'aircraft',
}

/** A type the table does not know is treated as not stated, so that the row is screened. */
function typeOf(text: string): ListedType {
  return types[text.trim().toLowerCase()] ?? 'not-stated'
}

const successors = /[;,]?\s+and (any|its|all) (successor|sub-?unit|subsidiar)[^;]*$/iu
const formerly = /\((?:f\.?k\.?a\.?|a\.?k\.?a\.?|n\.?k\.?a\.?|formerly|also known as)[:,]?\s+([^)]+)\)/giu

/** A name without the tail that speaks of successors, and the names it holds in brackets. */
function namesIn(text: string): string[] {
  const plain = text.trim().replace(successors, '').trim()
  const inner = [...plain.matchAll(formerly)].map(([, name = '']) => name.trim())
  return [plain.replaceAll(formerly, ' ').replaceAll(/\s+/gu, ' ').trim(), ...inner].filter((name) => name !== '')
}

function aliasesIn(cell: string): string[] {
  return cell.split(';').flatMap((alias) => namesIn(alias.trim().replace(/^and /iu, '')))
}

/** In this layout an address ends in the code of its country. */
function countriesIn(addresses: string): string[] {
  const ends = addresses.split(';').map((address) => String(address.split(',').at(-1)).trim())
  return [...new Set(ends.filter((end) => /^[A-Z]{2}$/u.test(end)))].slice(0, mostCountries)
}

interface Columns {
  readonly count: number
  readonly cell: (row: CsvRow, name: string) => string
}

function columnsOf(header: CsvRow): Columns | ListReading {
  const names = header.fields.map((name) => name.trim().toLowerCase())
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined)
    return refused('column-twice', `The column "${twice}" is there twice, so nobody can tell which one counts. Fetch the list again.`)
  const missing = ['name', 'source'].filter((name) => !names.includes(name))
  if (missing.length > 0)
    return refused(
      'column-missing',
      `The list has no column "${missing.join('" and no column "')}". Choose the list as its publisher offers it, with its header.`,
    )
  return { count: names.length, cell: (row, name) => row.fields[names.indexOf(name)] ?? '' }
}

function entryOf(row: CsvRow, { cell }: Columns): ListEntry | null {
  const primary = namesIn(cell(row, 'name').slice(0, longestName))
  if (primary.length === 0) return null
  const aliases = [...primary.slice(1), ...aliasesIn(cell(row, 'alt_names'))]
  return {
    id: cell(row, '_id') || cell(row, 'id') || cell(row, 'entity_number'),
    line: row.line,
    source: cell(row, 'source').trim(),
    type: typeOf(cell(row, 'type')),
    names: [
      ...primary.slice(0, 1).map((text) => ({ text, kind: 'primary' as const })),
      ...[...new Set(aliases)].map((text) => ({ text, kind: 'alias' as const })),
    ],
    programs: cell(row, 'programs').trim().slice(0, longestName),
    addressCountries: countriesIn(cell(row, 'addresses')),
  }
}

function sourcesOf(entries: readonly ListEntry[]): ScreeningList['sources'] {
  return [...Map.groupBy(entries, (entry) => entry.source)].map(([source, own]) => ({ source, rowCount: own.length }))
}

/** A tab where the header has more of them than commas: the same list is offered with either. */
function delimiterOf(text: string): string {
  const [header = ''] = text.slice(0, longestName * 10).split('\n')
  return header.split('\t').length > header.split(',').length ? '\t' : ','
}

interface Rows {
  readonly columns: Columns
  readonly headerText: string
  readonly entries: ListEntry[]
  readonly rejected: RejectedRow[]
  rowCount: number
}

function takeRow(rows: Rows, row: CsvRow): void {
  if (JSON.stringify(row.fields) === rows.headerText) return
  rows.rowCount += 1
  const isWhole = row.fields.length === rows.columns.count
  const entry = isWhole ? entryOf(row, rows.columns) : null
  if (entry !== null) rows.entries.push(entry)
  else rows.rejected.push({ line: row.line, reason: isWhole ? 'no-name' : 'other-length' })
}

function listOf(rows: Rows | null, { badLines, isGivenUp }: Pick<CsvReading, 'badLines' | 'isGivenUp'>, mostBad: number): ListReading {
  if (rows === null) return refused('no-header', 'The file has no line that could be read. Choose the list as its publisher offers it.')
  const unreadable = badLines.map((line) => ({ line, reason: 'not-csv' as const }))
  const rejected = [...unreadable, ...rows.rejected].toSorted((one, two) => one.line - two.line)
  if (isGivenUp || rejected.length > mostBad)
    return refused(
      'too-many-rejected',
      `${rejected.length} rows could not be read, the first on line ${rejected[0]?.line}. A list with so many holes clears nobody. Fetch it again.`,
    )
  const { entries } = rows
  if (entries.length === 0) return refused('empty', 'The list holds no names. Fetch it again.')
  return { ok: true, list: { entries, rejected, rowCount: rows.rowCount + badLines.length, sources: sourcesOf(entries) } }
}

/**
 * Reads the text of a list, a piece at a time. Columns are found by name; `name` and `source` must be there, and a row without a type is kept.
 * Columns about a person's citizenship, nationality, birth and papers are not read. A row that cannot be read is listed, and too many refuse
 * the list.
 */
export function* readListInPieces(text: string): Generator<{ readonly done: number; readonly total: number }, ListReading> {
  if (text.length > longestList)
    return refused(
      'too-large',
      `The list is longer than ${longestList} characters and was not read. Choose the list as its publisher offers it.`,
    )
  const mostBad = Math.max(mostRejected, Math.floor(text.split('\n').length / 100))
  const pieces = readCsvInPieces(text, mostBad, delimiterOf(text))
  let taken: Rows | null = null
  for (;;) {
    const next = pieces.next()
    if (next.done === true) return listOf(taken, next.value, mostBad)
    for (const row of next.value.rows) {
      if (taken !== null) takeRow(taken, row)
      else {
        const columns = columnsOf(row)
        if ('ok' in columns) return columns
        taken = { columns, headerText: JSON.stringify(row.fields), entries: [], rejected: [], rowCount: 0 }
      }
    }
    yield { done: next.value.done, total: next.value.total }
  }
}

/** Reads the text of a list at once. */
export function readScreeningList(text: string): ListReading {
  const pieces = readListInPieces(text)
  for (;;) {
    const next = pieces.next()
    if (next.done === true) return next.value
  }
}
