// Reads a list from CSV, with whatever stands between its cells.
import { readCsv } from '#shared/screening/csv-rows.ts'
import { boundedCell, listLimits, type ListTable, notReadable, tooManyColumns, tooManyRows } from './limits.ts'

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

const sampleLength = 65_536
const mostBadLines = 50

/** How many rows of the sample have the width that most have, when there are two columns or more. */
function evenness(sample: string, separator: Separator): number {
  const { rows } = readCsv(sample, mostBadLines, separator)
  const widths = Map.groupBy(rows, ({ fields }) => fields.length)
  return Math.max(0, ...[...widths].map(([width, alike]) => (width < 2 ? 0 : alike.length)))
}

/** What separates the cells: the mark that gives the most rows of equal width; the comma when none gives two columns. */
export function separatorOf(text: string): Separator {
  const end = text.length > sampleLength ? text.lastIndexOf('\n', sampleLength) : text.length
  const sample = text.slice(0, end <= 0 ? sampleLength : end)
  // What is equal stays in the order of the list.
  const [best] = separators
    .map((separator) => ({ separator, rows: evenness(sample, separator) }))
    .toSorted((one, other) => other.rows - one.rows)
  return best?.separator ?? ','
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** The rows of a text. Refuses one that is too long or no list; single lines that cannot be read are named. */
export function readCsvTable(text: string, separator: Separator): ListTable {
  if (countLines(text) > listLimits.lines) throw tooManyRows()
  const { rows, badLines, isGivenUp } = readCsv(text, mostBadLines, separator)
  if (isGivenUp)
    throw notReadable(
      'More than 50 lines of this file could not be read as a list. Save it anew from your spreadsheet program, as CSV or XLSX.',
    )
  if (rows.length > listLimits.rows) throw tooManyRows()
  if (rows.some(({ fields }) => fields.length > listLimits.columns && fields.slice(listLimits.columns).some((cell) => cell.trim() !== '')))
    throw tooManyColumns()
  return {
    rows: rows
      .map(({ line, fields }) => ({ number: line, cells: fields.slice(0, listLimits.columns).map((cell) => boundedCell(cell.trim())) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    badLines,
  }
}
