// Reads CSV text into rows with their line numbers; what cannot be read is listed by line, and never takes other lines with it.
import { parse } from 'csv-parse/sync'

export interface CsvRow {
  /** Line of the text on which the row begins, counted from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

export interface CsvReading {
  readonly rows: readonly CsvRow[]
  /** Lines that are no CSV, such as one with a quote in the wrong place. */
  readonly badLines: readonly number[]
  /** True when there were more bad lines than allowed, and reading stopped. */
  readonly isGivenUp: boolean
}

/** Longest row that is read; a quote that never closes is found out by this length. */
const longestRow = 200_000

/** The first place from `from` on that holds a line with something on it; blank ones are no rows. */
function nextLine(lines: readonly string[], from: number): number {
  let at = from
  while (lines[at] === '') at += 1
  return at
}

/** The rows up to the first one that cannot be read; `failedAt` is the place in `lines` where that one begins, null when all are read. */
function readUntilFault(
  lines: readonly string[],
  from: number,
  delimiter: string,
): { readonly rows: CsvRow[]; readonly failedAt: number | null } {
  const rows: CsvRow[] = []
  let next = from
  try {
    parse(lines.slice(from).join('\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      on_record: (record: string[], { lines: linesRead }) => {
        rows.push({ line: nextLine(lines, next) + 1, fields: record })
        next = from + linesRead
        return null
      },
    })
    return { rows, failedAt: null }
  } catch {
    return { rows, failedAt: next }
  }
}

/** Reads comma-separated text, or text with another delimiter. A mark at the beginning, the kind of line end and a final Ctrl-Z make no difference. */
export function readCsv(text: string, mostBadLines: number, delimiter = ','): CsvReading {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replace(/[\s\u001A]+$/u, '')
    .split(/\r\n|\n|\r/u)
  const rows: CsvRow[] = []
  const badLines: number[] = []
  let from = 0
  while (from < lines.length) {
    const { rows: read, failedAt } = readUntilFault(lines, from, delimiter)
    rows.push(...read)
    if (failedAt === null) break
    const bad = nextLine(lines, failedAt)
    badLines.push(bad + 1)
    if (badLines.length > mostBadLines) return { rows, badLines, isGivenUp: true }
    from = bad + 1
  }
  return { rows, badLines, isGivenUp: false }
}
