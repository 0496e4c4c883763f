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

interface Piece {
  readonly rows: CsvRow[]
  /** The place of the first row that cannot be read; null when all were. */
  readonly failedAt: number | null
}

/** The rows from `from` up to `until`, or up to the first one that cannot be read. */
function readUntilFault(lines: readonly string[], { from, until }: { from: number; until: number }, delimiter: string): Piece {
  const rows: CsvRow[] = []
  let next = from
  try {
    parse(lines.slice(from, until).join('\n'), {
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

/** Lines that are read at once: a tenth of a second at most's work. */
const pieceLength = 500

/** Where to stop so that a row from `from` on of the longest length is in the piece. Looks at no line behind that. */
export function endOfLongest(lines: readonly string[], from: number): number {
  let length = 0
  let until = from
  for (let line = lines[from]; line !== undefined && length <= longestRow; line = lines[until]) {
    length += line.length + 1
    until += 1
  }
  return until
}

/** What a reader gives on its way: the rows read since, and how many lines are behind it. */
export interface CsvProgress {
  readonly rows: readonly CsvRow[]
  readonly done: number
  readonly total: number
}

/**
 * Reads comma-separated text, or text with another delimiter, a piece at a time. A mark at the beginning, the kind of line end and a final
 * Ctrl-Z make no difference.
 */
export function* readCsvInPieces(
  text: string,
  mostBadLines: number,
  delimiter = ',',
): Generator<CsvProgress, Pick<CsvReading, 'badLines' | 'isGivenUp'>> {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replace(/[\s\u001A]+$/u, '')
    .split(/\r\n|\n|\r/u)
  const badLines: number[] = []
  let from = 0
  let until = pieceLength
  while (from < lines.length) {
    const { rows, failedAt } = readUntilFault(lines, { from, until }, delimiter)
    const start = from
    from = failedAt ?? until
    if (failedAt !== null && until >= endOfLongest(lines, failedAt)) {
      const bad = nextLine(lines, failedAt)
      badLines.push(bad + 1)
      from = bad + 1
    }
    // A row that goes on behind the piece is read anew: as the first of a piece, with room for the longest row.
    until = from > start ? from + pieceLength : Math.max(from + pieceLength, endOfLongest(lines, from))
    yield { rows, done: Math.min(from, lines.length), total: lines.length }
    if (badLines.length > mostBadLines) return { badLines, isGivenUp: true }
  }
  return { badLines, isGivenUp: false }
}

/** All rows at once. */
export function readCsv(text: string, mostBadLines: number, delimiter = ','): CsvReading {
  const rows: CsvRow[] = []
  const pieces = readCsvInPieces(text, mostBadLines, delimiter)
  for (;;) {
    const next = pieces.next()
    if (next.done === true) return { rows, ...next.value }
    rows.push(...next.value.rows)
  }
}
